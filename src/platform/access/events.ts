import { sql } from 'kysely'
import type { Label } from '../../kernel/label.ts'
import { newId } from '../ids.ts'
import { record, type Values } from '../journal/record.ts'
import type { Database, JournalWords, RequestContext } from '../module.ts'
import type { AccessEvent } from './contract/accounts.ts'
import { openPersons, sealPersons } from './event-secrets.ts'
import type { EventRow } from './table.ts'

/** The account that an entry is about; all empty when nobody has the login. */
export interface About {
  readonly accountId: string | null
  readonly login: string
  readonly homeZone: string | null
}

export const nobody: About = { accountId: null, login: '', homeZone: null }

/** What an entry takes from the request, or from the command line. */
export type EventContext = Pick<RequestContext, 'now' | 'requestId' | 'caller' | 'client' | 'zone'>

/** Writes one line of the security log, in the transaction of what it tells. */
export async function recordEvent(
  db: Database,
  context: EventContext,
  event: { readonly kind: AccessEvent['kind']; readonly about: About; readonly detail?: string },
): Promise<void> {
  const { kind, about } = event
  const { now: at, caller, client, requestId } = context
  const place = { id: newId(at), at, accountId: about.accountId, actorId: caller.accountId }
  const persons = { login: about.login, address: client.address, actorName: caller.name }
  const sealed = await sealPersons(db, place, persons)
  await sql`insert into access.events (id, at, kind, account_id, actor_id, about, done_by, request_id, home_zone, detail, tx)
    values (${place.id}, ${at}, ${kind}, ${place.accountId}, ${place.actorId}, ${sealed.about}, ${sealed.done_by}, ${requestId},
      ${about.homeZone}, ${event.detail ?? ''}, pg_current_xact_id())`.execute(db)
}

const verbs = {
  account_created: 'create',
  account_disabled: 'disable',
  account_enabled: 'enable',
  password_reset: 'resetPassword',
  roles_changed: 'setRoles',
  sessions_ended: 'endSessions',
  second_factor_reset: 'resetSecondFactor',
  invited: 'invite',
  identity_linked: 'linkIdentity',
  identity_unlinked: 'unlinkIdentity',
} as const satisfies Partial<Record<AccessEvent['kind'], string>>

/** What the acts on accounts are called in the journal. */
export const accountWords: JournalWords = {
  label: { zh: '账号', en: 'Account' },
  actions: {
    create: { zh: '新建账号', en: 'Account made' },
    disable: { zh: '停用账号', en: 'Account disabled' },
    enable: { zh: '启用账号', en: 'Account enabled' },
    resetPassword: { zh: '重置口令', en: 'Password reset' },
    setRoles: { zh: '设置角色', en: 'Roles set' },
    endSessions: { zh: '强制退出登录', en: 'Signed out everywhere' },
    resetSecondFactor: { zh: '解除两步验证', en: 'Second factor taken off' },
    invite: { zh: '邀请关联统一登录', en: 'Invited to link with a provider' },
    linkIdentity: { zh: '关联统一登录', en: 'Linked with a provider' },
    unlinkIdentity: { zh: '解除统一登录关联', en: 'Unlinked from a provider' },
  } satisfies Record<(typeof verbs)[keyof typeof verbs], Label>,
}

/** An act on an account: a line of the security log and, when it is done in a zone, an event of that zone's journal. */
export async function recordAct(
  db: Database,
  context: EventContext,
  act: {
    readonly kind: keyof typeof verbs
    readonly about: About & { readonly accountId: string }
    readonly before?: Values
    readonly after?: Values
    readonly detail?: string
  },
): Promise<void> {
  const { kind, about, before = null, after = null, detail = '' } = act
  await recordEvent(db, context, { kind, about, detail })
  if (context.zone === null) return
  const subject = { subjectKind: 'access.account', subjectId: about.accountId }
  await record(db, context, { ...subject, action: verbs[kind], before, after })
}

/** A page of the log of one zone's accounts, the latest first. */
export async function listEvents(
  db: Database,
  { zoneId, limit, after }: { zoneId: string; limit: number; after: string | undefined },
): Promise<{ events: AccessEvent[]; next: string | null }> {
  let query = db.selectFrom('access.events').selectAll().where('home_zone', '=', zoneId)
  if (after !== undefined) query = query.where('id', '<', after)
  const rows = await query
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const shown = rows.slice(0, limit)
  const persons = await openPersons(db, shown.map(lineOf))
  const events = shown.map((row, i) => ({
    id: row.id,
    at: row.at.toISOString(),
    kind: row.kind as AccessEvent['kind'],
    accountId: row.account_id,
    ...{ login: '', address: '', actorName: '', ...persons[i] },
    requestId: row.request_id,
    detail: row.detail,
  }))
  return { events, next: rows.length > limit ? (events.at(-1)?.id ?? null) : null }
}

function lineOf({ id, at, account_id: accountId, actor_id: actorId, about, done_by }: EventRow) {
  return { id, at, accountId, actorId, about, done_by }
}
