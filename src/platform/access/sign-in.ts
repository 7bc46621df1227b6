import type { InputOf } from '../../kernel/endpoint.ts'
import { Problem } from '../../kernel/problem.ts'
import type { Database, RequestContext } from '../module.ts'
import { aboutOf, keepRehashed, normaliseLogin, saveOwnPassword } from './accounts.ts'
import { visitor } from './caller.ts'
import type * as contract from './contract.ts'
import { nobody, recordEvent } from './events.ts'
import { passSecondFactor } from './factor/pass.ts'
import { addressSubject, countAttempt, forgive, loginSubject } from './failures.ts'
import { checkPassword } from './password-rules.ts'
import { hashPassword, isOutdated, nobodysHash, verifyPassword } from './passwords.ts'
import { endSession, isFresh, type OpenedSession, openSession } from './sessions.ts'
import { type AccountRecord, findById, findByLogin } from './store.ts'

/** The account and the session that it has now. */
export interface SignedIn extends OpenedSession {
  readonly account: AccountRecord
}

/**
 * Login and password for a new session. Unknown login, wrong password and disabled account are one answer, after the same work;
 * every attempt is counted before it is looked at. No transaction is open while the password is hashed.
 */
export async function signIn(
  db: Database,
  { login, password, code }: InputOf<typeof contract.signIn>,
  context: RequestContext,
): Promise<SignedIn> {
  const account = await findByLogin(db, normaliseLogin(login))
  const usable = account && account.disabled_at === null ? account : undefined
  const attempt = { login: normaliseLogin(login), password, usable, known: account }
  if (!(await matches(db, context, attempt)) || !usable) throw signInFailed()
  await passSecondFactor(db, context, { account: usable, code })
  const hash = await anew(usable, password)
  return db.transaction().execute(async (transaction) => {
    if (hash !== null) await keepRehashed(transaction, usable, hash)
    const caller = { ...visitor, accountId: usable.id, name: usable.name }
    await recordEvent(transaction, { ...context, caller }, { kind: 'signed_in', about: aboutOf(usable) })
    return { account: usable, ...(await renew(transaction, usable.id, context)) }
  })
}

/** The password under today's cost where the account's hash is of less; when too many wait for theirs, another time. */
async function anew(account: AccountRecord, password: string): Promise<string | null> {
  if (account.password === null || !isOutdated(account.password)) return null
  return hashPassword(password).catch(() => null)
}

const freshMs = 10 * 60_000

/**
 * The caller's account, after its password has been typed once more; attempts are counted as those of a sign-in. An account that only a provider of
 * identities opens has none: its owner has signed in there within the last ten minutes.
 */
export async function provePassword(
  db: Database,
  context: RequestContext,
  password: string | undefined,
): Promise<AccountRecord> {
  const account = await findById(db, context.caller.accountId ?? '')
  if (!account) throw signInFailed()
  if (account.password === null) {
    if (await isLately(db, context)) return account
    throw signInAgain()
  }
  if (password === undefined || password === '') throw passwordNeeded()
  const attempt = { login: account.login, password, usable: account, known: account }
  if (!(await matches(db, context, attempt))) throw wrongPassword()
  return account
}

/** Whether the caller has shown who it is within the last ten minutes: by signing in, or by changing the password. */
export function isLately(db: Database, context: Pick<RequestContext, 'client' | 'now'>): Promise<boolean> {
  return isFresh(db, context, freshMs)
}

/** The own password changed: every session of the account ends, and the caller gets a new one. */
export async function changePassword(
  db: Database,
  { current, next }: InputOf<typeof contract.changePassword>,
  context: RequestContext,
): Promise<SignedIn> {
  const account = await provePassword(db, context, current)
  if (account.password === null) throw noPassword()
  if (current === next) throw samePassword()
  checkPassword(next, account.login)
  const hash = await hashPassword(next)
  return db.transaction().execute(async (transaction) => ({
    account: await saveOwnPassword(transaction, context, { account, hash }),
    ...(await renew(transaction, account.id, context)),
  }))
}

/** Ends the caller's session. */
export async function signOut(
  db: Database,
  _input: unknown,
  context: RequestContext,
): Promise<{ address: string | null }> {
  const { sessionHash } = context.client
  const account = await findById(db, context.caller.accountId ?? '')
  const address = sessionHash === null ? null : await endSession(db, sessionHash)
  if (account) await recordEvent(db, context, { kind: 'signed_out', about: aboutOf(account) })
  return { address }
}

function renew(db: Database, accountId: string, { now, client }: RequestContext): Promise<OpenedSession> {
  return openSession(db, { accountId, now, replaces: client.sessionHash, from: client })
}

interface Attempt {
  readonly login: string
  readonly password: string
  /** The account that may sign in; undefined when there is none, whose password nobody has. */
  readonly usable: AccountRecord | undefined
  /** For the log, which names a disabled account too. */
  readonly known: AccountRecord | undefined
}

/** Counts, verifies and logs one attempt; 429 while locked. */
async function matches(db: Database, context: RequestContext, attempt: Attempt): Promise<boolean> {
  const login = loginSubject(attempt.login)
  const address = addressSubject(context.client.address)
  await countAttempt(db, address, context.now)
  const { locks } = await countAttempt(db, login, context.now)
  if (await verifyPassword(attempt.password, attempt.usable?.password ?? nobodysHash())) {
    await forgive(db, login, address)
    return true
  }
  const about = attempt.known ? aboutOf(attempt.known) : nobody
  await recordEvent(db, context, { kind: locks ? 'locked' : 'sign_in_failed', about })
  return false
}

function signInFailed(): Problem {
  return new Problem('unauthenticated', 'access.sign_in_failed', {
    zh: '登录名或口令不对，或账号已停用。',
    en: 'The login or the password is wrong, or the account is disabled.',
  })
}

function wrongPassword(): Problem {
  return new Problem('rule_violated', 'access.password_wrong', {
    zh: '当前口令不对。',
    en: 'The current password is wrong.',
  })
}

function passwordNeeded(): Problem {
  return new Problem('rule_violated', 'access.password_needed', {
    zh: '请先输入当前口令。',
    en: 'Enter your current password first.',
  })
}

function signInAgain(): Problem {
  return new Problem('rule_violated', 'access.sign_in_again', {
    zh: '您的账号没有口令：请退出后用统一登录重新登录，10 分钟内再办此事。',
    en: 'Your account has no password: sign out, sign in by your provider again, and do this within ten minutes.',
  })
}

function noPassword(): Problem {
  return new Problem('rule_violated', 'access.no_password', {
    zh: '您的账号用统一登录进入，没有口令可改；需要口令请联系系统管理员。',
    en: 'Your account is entered by a provider and has no password to change: ask the system administrator if you need one.',
  })
}

function samePassword(): Problem {
  return new Problem('rule_violated', 'access.password_same', {
    zh: '新口令与当前口令相同，请换一个。',
    en: 'The new password is the current one: choose another.',
  })
}
