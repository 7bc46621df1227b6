import type { InputOf } from '../../kernel/endpoint.ts'
import { Problem } from '../../kernel/problem.ts'
import { administratorsAmong } from '../../kernel/role.ts'
import { type Database, type Handler, handle, type RequestContext } from '../module.ts'
import * as accounts from './accounts.ts'
import { notFound } from './caller.ts'
import * as contract from './contract/accounts.ts'
import { listEvents, recordAct } from './events.ts'
import { dropFactor } from './factor/store.ts'
import { noStanding, setStanding } from './memberships.ts'
import { endSessionsOf } from './sessions.ts'
import { type AccountRecord, accountOf, getMember, listMembers } from './store.ts'

/** What a zone's administrators do to its accounts. Handlers run in the zone's context. */
export const accountHandlers: readonly Handler[] = [
  handle(contract.listAccounts, async (db, _input, context) => ({
    accounts: await listMembers(db, zoneOf(context)),
  })),
  { ...handle(contract.createAccount, createAccount), unkept: true },
  handle(contract.disableAccount, async (db, { id }, context) => {
    refuseSelf(context, id)
    return onHomeAccount(db, context, { id, act: (account) => accounts.disableAccount(db, context, account) })
  }),
  handle(contract.enableAccount, (db, { id }, context) =>
    onHomeAccount(db, context, { id, act: (account) => accounts.enableAccount(db, context, account) }),
  ),
  { ...handle(contract.resetPassword, resetPassword), unkept: true },
  handle(contract.setRoles, setRoles),
  handle(contract.endSessions, async (db, { id }, context) => {
    const { account } = await getMember(db, zoneOf(context).id, id)
    const ended = await endSessionsOf(db, id)
    await recordAct(db, context, { kind: 'sessions_ended', about: accounts.aboutOf(account) })
    return { ended }
  }),
  handle(contract.resetSecondFactor, async (db, { id }, context) => {
    refuseSelf(context, id)
    const { account } = await getMember(db, zoneOf(context).id, id)
    const removed = await dropFactor(db, id)
    await endSessionsOf(db, id)
    await recordAct(db, context, { kind: 'second_factor_reset', about: accounts.aboutOf(account) })
    return { removed }
  }),
  handle(contract.listEvents, (db, { limit, after }, context) =>
    listEvents(db, { zoneId: zoneOf(context).id, limit, after }),
  ),
]

async function createAccount(db: Database, input: InputOf<typeof contract.createAccount>, context: RequestContext) {
  const zone = zoneOf(context)
  const { login, name, password } = input
  const given = { login, name, password, mustChange: true, homeZone: zone.id }
  const account = await accounts.createAccount(db, context, given)
  return accountOf(account, await setStanding(db, context, { zone, account, standing: noStanding }))
}

/** Whoever may set an administrator's password could be that administrator: that is left to the command line. */
async function resetPassword(db: Database, input: InputOf<typeof contract.resetPassword>, context: RequestContext) {
  const { membership } = await getMember(db, zoneOf(context).id, input.id)
  if (administratorsAmong(membership.roles).length > 0) {
    throw new Problem('forbidden', 'access.administrators_password', {
      zh: '三员账号的口令不能在此重置，请由运维人员用命令行 luodi user reset 重置。',
      en: "An administrator's password is not reset here: whoever runs the server uses `luodi user reset`.",
    })
  }
  return onHomeAccount(db, context, {
    id: input.id,
    act: (account) => accounts.resetPassword(db, context, { account, password: input.password }),
  })
}

async function setRoles(db: Database, input: InputOf<typeof contract.setRoles>, context: RequestContext) {
  const zone = zoneOf(context)
  const { id, version, ...standing } = input
  refuseSelf(context, id)
  const { account } = await getMember(db, zone.id, id)
  // Until then whoever made the account knows its password, and would be administrator in its place.
  if (account.must_change && administratorsAmong(standing.roles).length > 0) {
    throw new Problem('rule_violated', 'access.password_not_changed', {
      zh: '该账号还在使用初始口令：请本人先登录修改口令，再授予管理员角色。',
      en: 'This account still has its initial password: its owner must change it before it becomes an administrator.',
    })
  }
  return accountOf(account, await setStanding(db, context, { zone, account, standing, version }))
}

interface Act {
  readonly id: string
  readonly act: (account: AccountRecord) => Promise<AccountRecord>
}

/** An account of several zones is disabled, enabled or reset where it was made: one zone must not lock another one's people out. */
async function onHomeAccount(db: Database, context: RequestContext, { id, act }: Act) {
  const { account, membership } = await getMember(db, zoneOf(context).id, id)
  if (account.home_zone !== membership.zone_id) {
    throw new Problem('forbidden', 'access.other_home', {
      zh: '该账号由其他开发区或运维人员建立，请在那里办理；本区可由安全管理员撤销其角色。',
      en: 'This account was made elsewhere and is managed there. Here the security administrator may take its roles.',
    })
  }
  return accountOf(await act(account), membership)
}

function refuseSelf({ caller }: RequestContext, id: string): void {
  if (caller.accountId !== id) return
  throw new Problem('forbidden', 'access.own_account', {
    zh: '不能对自己的账号做此操作，请由另一位管理员办理。',
    en: 'Not on your own account: another administrator does this.',
  })
}

function zoneOf({ zone }: RequestContext) {
  if (zone) return zone
  throw notFound()
}
