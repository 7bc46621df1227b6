import { Problem } from '../../../kernel/problem.ts'
import { administratorsAmong } from '../../../kernel/role.ts'
import { outsideOf } from '../../delivery/guard.ts'
import { publicOrigin } from '../../http/origin.ts'
import { zoneOf } from '../../journal/record.ts'
import { type Database, type Handler, handle, type RequestContext } from '../../module.ts'
import { aboutOf } from '../accounts.ts'
import { notFound } from '../caller.ts'
import * as contract from '../contract/providers.ts'
import { recordAct } from '../events.ts'
import { getMember } from '../store.ts'
import { refused } from './faults.ts'
import { makeInvitation } from './invitations.ts'
import { listSettings, saveSettings, switchTo } from './settings.ts'
import { findProvider } from './store.ts'
import { tryIssuer } from './try.ts'

/** The security administrator sets providers and stops them, the system administrator switches them on and invites people. */
export const providerHandlers: readonly Handler[] = [
  handle(contract.listProviders, (db, _input, context) => listSettings(db, context)),
  {
    ...handle(contract.saveProvider, async (db, input, context) => {
      await saveSettings(db, context, input)
      return listSettings(db, context)
    }),
    unkept: true,
  },
  handle(contract.removeProvider, async (db, { id, version }, context) => {
    await switchTo(db, context, { id, version, action: 'remove' })
    return listSettings(db, context)
  }),
  handle(contract.stopProvider, async (db, { id, version }, context) => {
    await switchTo(db, context, { id, version, action: 'stop' })
    return listSettings(db, context)
  }),
  handle(contract.switchProvider, async (db, { id, version, enabled }, context) => {
    await switchTo(db, context, { id, version, action: enabled ? 'switchOn' : 'switchOff' })
    return listSettings(db, context)
  }),
  handle(contract.tryProvider, (_db, { issuer }) => tryIssuer(issuer, outsideOf(process.env))),
  { ...handle(contract.inviteAccount, invite), unkept: true },
]

/** Whoever has the address could be that account: never one's own, an administrator's, or one of another zone. */
async function invite(
  db: Database,
  asked: { readonly id: string; readonly provider: string },
  context: RequestContext,
): Promise<{ address: string; expiresAt: string }> {
  const zone = zoneOf(context)
  const { account, membership } = await getMember(db, zone.id, asked.id)
  if (context.caller.accountId === account.id) throw ownAccount()
  if (account.home_zone !== zone.id) throw refused('other_home')
  if (administratorsAmong(membership.roles).length > 0) throw refused('administrator')
  const provider = await findProvider(db, zone.id, asked.provider)
  if (!provider) throw notFound()
  const { code, expiresAt } = await makeInvitation(db, context, { account: account.id, provider: provider.id })
  await recordAct(db, context, {
    ...{ kind: 'invited', about: aboutOf(account), detail: provider.name, after: { provider: provider.name } },
  })
  const query = new URLSearchParams({ zone: zone.code, provider: provider.id, invitation: code })
  return { address: `${publicOrigin(context)}/sign-in?${query}`, expiresAt: expiresAt.toISOString() }
}

function ownAccount(): Problem {
  return new Problem('forbidden', 'access.own_account', {
    zh: '自己的账号请在“账号与登录安全”中关联。',
    en: 'Link your own account under “Account and sign-in”.',
  })
}
