import { sql } from 'kysely'
import { Problem } from '../../kernel/problem.ts'
import { administratorsAmong, outsiders, type Role, roleLabels } from '../../kernel/role.ts'
import { newId } from '../ids.ts'
import type { Database, ZoneRef } from '../module.ts'
import { aboutOf } from './accounts.ts'
import { type EventContext, recordAct } from './events.ts'
import { type AccountRecord, findMembership, type Membership } from './store.ts'

/** What an account may be in a zone, and for whom. */
export interface Standing {
  readonly roles: readonly Role[]
  readonly enterpriseId: string | null
  readonly personId: string | null
}

export const noStanding: Standing = { roles: [], enterpriseId: null, personId: null }

/** Refuses two administrators in one account, and an enterprise account that stands for nobody. */
export function checkStanding({ roles, enterpriseId }: Standing): void {
  const held = administratorsAmong(roles)
  if (held.length > 1) {
    throw new Problem('rule_violated', 'access.administrators_apart', {
      zh: `一个账号不能兼任${held.map((role) => `“${roleLabels[role].zh}”`).join('和')}，请分别授予不同的人。`,
      en: `One account cannot be ${held.map((role) => roleLabels[role].en).join(' and ')}: give them to different people.`,
    })
  }
  const [enterprise, intermediary] = outsiders
  if (enterpriseId === null && (roles.includes(enterprise) || roles.includes(intermediary))) {
    throw new Problem('rule_violated', 'access.enterprise_missing', {
      zh: '企业或中介机构账号必须指明它代表哪一家。',
      en: 'An enterprise or intermediary account must say which one it stands for.',
    })
  }
}

export interface StandingChange {
  readonly zone: ZoneRef
  readonly account: AccountRecord
  readonly standing: Standing
  /** The version that the caller has seen; absent: whatever it is. */
  readonly version?: number
}

/** Sets what an account is in a zone, whose context `db` has, and makes it a member when it was none. Takes effect at its next request. */
export async function setStanding(db: Database, context: EventContext, change: StandingChange): Promise<Membership> {
  const { zone, account, standing } = change
  checkStanding(standing)
  const current = await findMembership(db, zone.id, account.id)
  const row = current
    ? await updateMembership(db, context, { ...change, current })
    : await insertMembership(db, context, change)
  const acts = { kind: 'roles_changed', about: aboutOf(account), after: valuesOf(row) } as const
  await recordAct(db, { ...context, zone }, current ? { ...acts, before: valuesOf(current) } : acts)
  return row
}

async function updateMembership(
  db: Database,
  context: EventContext,
  { current, standing, version = current.version }: StandingChange & { current: Membership },
): Promise<Membership> {
  const row = await db
    .updateTable('access.memberships')
    .set({ ...columns(standing), ...stamp(context), version: version + 1 })
    .where('zone_id', '=', current.zone_id)
    .where('id', '=', current.id)
    .where('version', '=', version)
    .returningAll()
    .executeTakeFirst()
  if (row) return row
  throw new Problem('conflict', 'access.stale', {
    zh: '该账号的角色刚被别人改过，请刷新后再改。',
    en: 'Somebody else has just changed the roles of this account: reload and change them again.',
  })
}

async function insertMembership(
  db: Database,
  context: EventContext,
  { zone, account, standing }: StandingChange,
): Promise<Membership> {
  const { updated_at: created_at, updated_by: created_by } = stamp(context)
  const made = { zone_id: zone.id, id: newId(context.now), version: 1, created_at, created_by, archived_at: null }
  await db
    .updateTable('access.accounts')
    .set(({ fn, val }) => ({ zones: fn<string[]>('array_append', ['zones', val(zone.id)]) }))
    .where('id', '=', account.id)
    .where(sql<boolean>`not (${zone.id} = any (zones))`)
    .execute()
  return db
    .insertInto('access.memberships')
    .values({ ...made, ...stamp(context), ...columns(standing), account_id: account.id })
    .returningAll()
    .executeTakeFirstOrThrow()
}

function valuesOf({ roles, enterprise_id: enterpriseId, person_id: personId }: Membership) {
  return { roles, enterpriseId, personId }
}

function columns({ roles, enterpriseId, personId }: Standing) {
  return { roles: [...new Set(roles)], enterprise_id: enterpriseId, person_id: personId }
}

function stamp({ now, caller }: EventContext) {
  return { updated_at: now, updated_by: caller.accountId ?? caller.name }
}
