import { randomBytes } from 'node:crypto'
import { userInfo } from 'node:os'
import { Problem } from '../../kernel/problem.ts'
import { isRole, type Role, roles } from '../../kernel/role.ts'
import * as accounts from '../../platform/access/accounts.ts'
import { listDemoLogins } from '../../platform/access/demo.ts'
import { eraseAccount } from '../../platform/access/erase-account.ts'
import { checkStanding, noStanding, type Standing, setStanding } from '../../platform/access/memberships.ts'
import type { AccountRecord } from '../../platform/access/store.ts'
import { systemContext } from '../../platform/access/system-context.ts'
import { zoneDirectory } from '../../platform/access/zones.ts'
import { inZone } from '../../platform/database.ts'
import { openLog } from '../../platform/log.ts'
import type { Database, RequestContext, ZoneRef } from '../../platform/module.ts'
import type { Installation } from '../../platform/start.ts'

/** Where the roles are given, as the options say. */
export interface StandingOptions {
  readonly zone?: string
  readonly roles?: string
  readonly enterprise?: string
  readonly person?: string
}

/** Makes an account with a random password, which is answered once and stored nowhere but hashed. */
export async function create(
  installation: Installation,
  { login, name, ...options }: StandingOptions & { readonly login: string; readonly name?: string },
): Promise<string> {
  const zone = options.zone === undefined ? null : await zoneOf(installation, options.zone)
  const standing = standingOf(options)
  if (!zone && standing.roles.length > 0) throw invalid('--roles 需要 --zone。', '--roles needs --zone.')
  const password = newPassword()
  await installation.db.transaction().execute(async (db) => {
    const given = { login, name: name ?? login, password, mustChange: true, homeZone: zone?.id ?? null }
    const account = await accounts.createAccount(db, operator(), given)
    if (zone) await inZone(db, zone.id, (zoned) => setStanding(zoned, operator(), { zone, account, standing }))
  })
  return password
}

/** Replaces the roles of an account in a zone, and makes it a member when it was none. */
export async function setRoles(installation: Installation, login: string, options: StandingOptions): Promise<void> {
  const zone = await zoneOf(installation, options.zone ?? '')
  const standing = standingOf(options)
  const account = await accounts.getByLogin(installation.db, login)
  await inZone(installation.db, zone.id, (db) => setStanding(db, operator(), { zone, account, standing }))
}

export async function disable({ db }: Installation, login: string): Promise<void> {
  await onAccount(db, login, accounts.disableAccount)
}

export async function enable({ db }: Installation, login: string): Promise<void> {
  await onAccount(db, login, accounts.enableAccount)
}

/** Disables every demo account and answers their logins. */
export async function disableDemo({ db }: Installation): Promise<string[]> {
  const logins = await listDemoLogins(db)
  for (const login of logins) await onAccount(db, login, accounts.disableAccount)
  return logins
}

/** A new random password, to be changed at the next sign-in. */
export async function reset({ db }: Installation, login: string): Promise<string> {
  const password = newPassword()
  await onAccount(db, login, (transaction, context, account) =>
    accounts.resetPassword(transaction, context, { account, password }),
  )
  return password
}

/** For whoever asks to be forgotten, and has the right to be. */
export async function erase({ db }: Installation, login: string): Promise<void> {
  await onAccount(db, login, eraseAccount)
}

type Act = (db: Database, context: RequestContext, account: AccountRecord) => Promise<unknown>

async function onAccount(db: Database, login: string, act: Act): Promise<void> {
  const account = await accounts.getByLogin(db, login)
  await db.transaction().execute((transaction) => act(transaction, operator(), account))
}

/** Whoever has the machine: named by the system's login, so that the log shows who it was. */
function operator(): RequestContext {
  const name = `cli:${userInfo().username}`
  return systemContext({ name, now: new Date(), log: openLog('silent') })
}

function newPassword(): string {
  return randomBytes(16).toString('base64url')
}

async function zoneOf({ db, modules }: Installation, code: string): Promise<ZoneRef> {
  const zone = await zoneDirectory(modules).find(db, code)
  if (zone) return { id: zone.id, code: zone.code }
  throw invalid(`没有开发区“${code}”。`, `There is no zone "${code}".`)
}

function standingOf(options: StandingOptions): Standing {
  const given = (options.roles ?? '').split(',').filter((text) => text !== '')
  const unknown = given.filter((text) => !isRole(text))
  if (unknown.length > 0) {
    const known = roles.join(', ')
    throw invalid(
      `没有角色 ${unknown.join('、')}；可用：${known}。`,
      `No such role: ${unknown.join(', ')}. Known: ${known}.`,
    )
  }
  const standing: Standing = {
    ...noStanding,
    roles: given.filter((text): text is Role => isRole(text)),
    enterpriseId: options.enterprise ?? null,
    personId: options.person ?? null,
  }
  checkStanding(standing)
  return standing
}

function invalid(zh: string, en: string): Problem {
  return new Problem('invalid_input', 'user.invalid', { zh, en })
}
