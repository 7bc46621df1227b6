import type { InputOf } from '../../../kernel/endpoint.ts'
import { Problem } from '../../../kernel/problem.ts'
import { roleLabels } from '../../../kernel/role.ts'
import { publicOrigin } from '../../http/origin.ts'
import { newId } from '../../ids.ts'
import { actorOf, changesOf, record, zoneOf } from '../../journal/record.ts'
import type { Database, RequestContext } from '../../module.ts'
import { notFound } from '../caller.ts'
import type * as contract from '../contract/providers.ts'
import { endSessionsBy } from '../sessions.ts'
import { redirectUriOf } from './begin.ts'
import { endFlowsOf } from './flows.ts'
import { rolesNotToGive } from './mapping.ts'
import { lockProvider, type ProviderRecord, providerKind, providersIn, sealClientSecret } from './store.ts'

/** What administrators see: everything but the secret, and whom it would lock out to switch one off. */
export async function listSettings(db: Database, context: RequestContext) {
  const zoneId = zoneOf(context).id
  const rows = await providersIn(db, zoneId).orderBy('name').orderBy('id').execute()
  const people = await peopleOf(db, zoneId)
  const origin = publicOrigin(context)
  return {
    providers: rows.map((row) => ({ ...told(row), id: row.id, version: row.version, ...countOf(people, row.id) })),
    redirectUri: redirectUriOf(origin),
    afterSignOut: `${origin}/`,
  }
}

type People = Awaited<ReturnType<typeof peopleOf>>

function peopleOf(db: Database, zoneId: string) {
  return db
    .selectFrom('access.identities as identity')
    .innerJoin('access.accounts as account', 'account.id', 'identity.account_id')
    .select(['identity.provider_id', 'identity.account_id'])
    .select(({ eb }) => eb('account.password', 'is not', null).as('has_password'))
    .where('identity.zone_id', '=', zoneId)
    .where('identity.archived_at', 'is', null)
    .execute()
}

function countOf(people: People, id: string) {
  const linked = people.filter(({ provider_id }) => provider_id === id)
  const else_ = new Set(people.filter(({ provider_id }) => provider_id !== id).map(({ account_id }) => account_id))
  const stuck = linked.filter(({ has_password, account_id }) => !has_password && !else_.has(account_id))
  return { people: linked.length, onlyWay: stuck.length }
}

/** As it is told, and as the journal keeps it. */
function told(row: Omit<ProviderRecord, 'client_secret'> & { readonly client_secret: Buffer | null }) {
  return {
    ...{ name: row.name, issuer: row.issuer, clientId: row.client_id, hasSecret: row.client_secret !== null },
    ...{ scopes: row.scopes, groupsClaim: row.groups_claim, roleGroups: [...row.role_groups], domains: row.domains },
    ...{ makesAccounts: row.makes_accounts, linksByMail: row.links_by_mail, rolesFollow: row.roles_follow },
    ...{ administrators: row.administrators, factorValues: row.factor_values, enabled: row.enabled },
    unmarkedSignOuts: row.unmarked_sign_outs,
  }
}

/** Sets a provider. It is off afterwards: what one administrator has set, another one switches on. */
export async function saveSettings(
  db: Database,
  context: RequestContext,
  input: InputOf<typeof contract.saveProvider>,
) {
  const zoneId = zoneOf(context).id
  const { now } = context
  const by = actorOf(context)
  refuseRoles(input)
  const before = input.id === undefined ? undefined : await locked(db, zoneId, input.id)
  if ((before?.version ?? 0) !== input.version) throw changedMeanwhile()
  const id = before?.id ?? newId(now)
  const kept = before?.client_secret ?? null
  const secret = input.clientSecret === undefined ? kept : sealed(input.clientSecret, id)
  const set = {
    ...{ name: input.name, issuer: input.issuer, client_id: input.clientId, client_secret: secret },
    ...{ scopes: [...new Set(input.scopes)], groups_claim: input.groupsClaim, domains: [...new Set(input.domains)] },
    ...{ makes_accounts: input.makesAccounts, links_by_mail: input.linksByMail, roles_follow: input.rolesFollow },
    ...{ administrators: input.administrators, factor_values: [...new Set(input.factorValues)], enabled: false },
    unmarked_sign_outs: input.unmarkedSignOuts,
    ...{ version: input.version + 1, updated_at: now, updated_by: by, role_groups: JSON.stringify(input.roleGroups) },
  }
  const row = await db
    .insertInto('access.providers')
    .values({ zone_id: zoneId, id, created_at: now, created_by: by, archived_at: null, ...set })
    .onConflict((conflict) => conflict.columns(['zone_id', 'id']).doUpdateSet(set))
    .returningAll()
    .executeTakeFirstOrThrow()
  if (before) await endFlowsOf(db, id)
  await record(db, context, {
    ...{ subjectKind: providerKind, subjectId: id, action: before ? 'change' : 'make' },
    ...changesOf(before ? told(before) : {}, told(row)),
    ...(input.clientSecret !== undefined && { note: 'secret changed' }),
  })
}

function sealed(secret: string | null, id: string): Buffer | null {
  return secret === null ? null : sealClientSecret(secret, id)
}

interface Switch {
  readonly id: string
  readonly version: number
  readonly action: 'switchOn' | 'switchOff' | 'stop' | 'remove'
}

/** On, off or away. Off means at once: sessions by it end, and so does what is on its way. */
export async function switchTo(db: Database, context: RequestContext, { id, version, action }: Switch): Promise<void> {
  const zoneId = zoneOf(context).id
  const { now } = context
  const before = await locked(db, zoneId, id)
  if (before.version !== version) throw changedMeanwhile()
  const away = action === 'remove'
  await db
    .updateTable('access.providers')
    .set({
      ...{ enabled: action === 'switchOn', version: version + 1, updated_at: now, updated_by: actorOf(context) },
      ...(away && { archived_at: now, client_secret: null }),
    })
    .where('zone_id', '=', zoneId)
    .where('id', '=', id)
    .execute()
  if (action !== 'switchOn') {
    await endSessionsBy(db, id)
    await endFlowsOf(db, id)
  }
  if (away) await endLinks(db, context, id)
  await record(db, context, { subjectKind: providerKind, subjectId: id, action, before: { name: before.name } })
}

async function endLinks(db: Database, context: RequestContext, id: string): Promise<void> {
  const change = { archived_at: context.now, updated_at: context.now, updated_by: actorOf(context) }
  for (const table of ['access.identities', 'access.invitations'] as const) {
    await db
      .updateTable(table)
      .set(change)
      .where('zone_id', '=', zoneOf(context).id)
      .where('provider_id', '=', id)
      .where('archived_at', 'is', null)
      .execute()
  }
}

async function locked(db: Database, zoneId: string, id: string): Promise<ProviderRecord> {
  const row = await lockProvider(db, zoneId, id)
  if (row) return row
  throw notFound()
}

function refuseRoles({ roleGroups, administrators }: InputOf<typeof contract.saveProvider>): void {
  const barred = rolesNotToGive(roleGroups, administrators)
  if (barred.length === 0) return
  const [zh, en] = [barred.map((role) => roleLabels[role].zh), barred.map((role) => roleLabels[role].en)]
  throw new Problem('rule_violated', 'access.roles_not_by_groups', {
    zh: `“${zh.join('、')}”不能由分组给出：代表企业的角色要指明企业，三员角色要先勾选允许。`,
    en: `${en.join(', ')}: not by groups. Who acts for an enterprise must say for which; the three administrators have to be ticked first.`,
  })
}

function changedMeanwhile(): Problem {
  return new Problem('conflict', 'access.provider_changed', {
    zh: '这个统一登录刚被他人修改，请刷新后再改。',
    en: 'Somebody has just changed this provider: load it again and change it then.',
  })
}
