import type { InputOf } from '../../../kernel/endpoint.ts'
import { Problem } from '../../../kernel/problem.ts'
import { inZone } from '../../database.ts'
import {
  type Database,
  type Handler,
  handle,
  type RequestContext,
  type ZoneDirectory,
  type ZoneRef,
} from '../../module.ts'
import { notFound, signInNeeded } from '../caller.ts'
import * as contract from '../contract/provider-sign-in.ts'
import { provePassword } from '../sign-in.ts'
import { type AccountRecord, findById } from '../store.ts'
import { begin } from './begin.ts'
import { refused } from './faults.ts'
import { newFlow } from './handlers.ts'
import { identitiesIn, unlinkIdentity } from './identities.ts'
import { providersIn } from './store.ts'

/** What everybody does with the providers of the own account. */
export function ownIdentityHandlers({ zones }: { readonly zones: ZoneDirectory }): readonly Handler[] {
  return [
    handle(contract.listOwnIdentities, async (db, _input, context) => view(db, await own(db, context), zones)),
    {
      ...handle(contract.linkOwnIdentity, async (db, { password, ...asked }, context) => {
        const account = await provePassword(db, context, password)
        if ((await homeOf(db, account, zones))?.code !== asked.zone) throw refused('other_home')
        return begin(db, { ...asked, links: account.id }, { context, zones })
      }),
      ...{ ownTransactions: true, unkept: true, headers: newFlow },
    },
    {
      ...handle(contract.endOwnIdentity, (db, asked, context) => unlink(db, asked, context, zones)),
      ...{ ownTransactions: true, unkept: true },
    },
  ]
}

/** With the password once more: whoever finds the screen open does not close a way in. */
async function unlink(
  db: Database,
  { id, password }: InputOf<typeof contract.endOwnIdentity>,
  context: RequestContext,
  zones: ZoneDirectory,
) {
  const account = await provePassword(db, context, password)
  const home = await homeOf(db, account, zones)
  if (!home) throw notFound()
  await inZone(db, home.id, (zoned) => end(zoned, { ...context, zone: home }, { account, id }))
  return view(db, account, zones)
}

/** Providers are of a zone, and open accounts that were made there. */
async function homeOf(db: Database, { home_zone: id }: AccountRecord, zones: ZoneDirectory) {
  return (await zones.list(db)).find((zone) => zone.id === id)
}

async function own(db: Database, { caller }: RequestContext): Promise<AccountRecord> {
  const account = await findById(db, caller.accountId ?? '')
  if (account) return account
  throw signInNeeded()
}

async function view(db: Database, account: AccountRecord, zones: ZoneDirectory) {
  const hasPassword = account.password !== null
  const home = await homeOf(db, account, zones)
  if (!home) return { identities: [], offered: [], hasPassword }
  const { id: zoneId, code, name } = home
  return inZone(db, zoneId, async (zoned) => {
    const linked = await identitiesIn(zoned, zoneId).where('account_id', '=', account.id).orderBy('id').execute()
    const providers = await providersIn(zoned, zoneId).orderBy('name').execute()
    const nameOf = new Map(providers.map((one) => [one.id, one.name]))
    const free = providers.filter(({ id, enabled }) => enabled && !linked.some((one) => one.provider_id === id))
    return {
      identities: linked.map(({ id, provider_id, created_at, used_at }) => ({
        ...{ id, provider: nameOf.get(provider_id) ?? '' },
        ...{ linkedAt: created_at.toISOString(), usedAt: used_at.toISOString() },
      })),
      offered: free.map((provider) => ({ zone: { code, name }, id: provider.id, name: provider.name })),
      hasPassword,
    }
  })
}

/** Sessions that the provider opened end with the link, but for the one that asks. */
async function end(
  db: Database,
  context: RequestContext & { readonly zone: ZoneRef },
  { account, id }: { readonly account: AccountRecord; readonly id: string },
): Promise<void> {
  const mine = await identitiesIn(db, context.zone.id).where('account_id', '=', account.id).forUpdate().execute()
  const identity = mine.find((one) => one.id === id)
  if (!identity) throw notFound()
  if (account.password === null && mine.length === 1) throw lastWay()
  const provider = await providersIn(db, context.zone.id).where('id', '=', identity.provider_id).executeTakeFirst()
  await unlinkIdentity(db, context, { identity, account, provider: provider?.name ?? '' })
  await db
    .deleteFrom('access.sessions')
    .where('account_id', '=', account.id)
    .where('provider_id', '=', identity.provider_id)
    .where('token_hash', '!=', context.client.sessionHash ?? '')
    .execute()
}

function lastWay(): Problem {
  return new Problem('rule_violated', 'access.last_way', {
    zh: '这是您唯一的登录方式，不能解除。请先请系统管理员为您设置口令，或关联另一个统一登录。',
    en: 'This is your only way in. Ask the system administrator for a password first, or link another provider.',
  })
}
