import type { Updateable } from 'kysely'
import { Problem } from '../../kernel/problem.ts'
import { newId } from '../ids.ts'
import type { Database } from '../module.ts'
import { type EventContext, recordAct, recordEvent } from './events.ts'
import { checkPassword } from './password-rules.ts'
import { hashPassword } from './passwords.ts'
import { endSessionsOf } from './sessions.ts'
import { type AccountRecord, findByLogin } from './store.ts'
import type { AccountRow } from './table.ts'

export interface NewAccount {
  readonly login: string
  readonly name: string
  readonly password: string
  readonly mustChange: boolean
  /** Null: of no zone's administrator. */
  readonly homeZone: string | null
}

const loginShape = /^[a-z0-9][a-z0-9._@+-]{2,99}$/

/** Logins are told apart without case. */
export function normaliseLogin(login: string): string {
  return login.trim().toLowerCase()
}

/** Makes an account without roles. Refuses a taken login and a weak password. */
export async function createAccount(
  db: Database,
  context: EventContext,
  { password, ...rest }: NewAccount,
): Promise<AccountRecord> {
  checkPassword(password, normaliseLogin(rest.login))
  const row = await insertAccount(db, context, { ...rest, hash: await hashPassword(password), demo: false })
  if (row) return row
  throw new Problem('conflict', 'access.login_taken', {
    zh: '这个登录名已被使用，请换一个。',
    en: 'This login is taken: choose another one.',
  })
}

/** The row and its event; undefined when the login is taken. */
export async function insertAccount(
  db: Database,
  context: EventContext,
  given: Omit<NewAccount, 'password'> & { readonly hash: string | null; readonly demo: boolean },
): Promise<AccountRecord | undefined> {
  const login = normaliseLogin(given.login)
  if (!loginShape.test(login)) {
    throw new Problem('invalid_input', 'access.login_malformed', {
      zh: '登录名为 3 至 100 个小写字母、数字或 . _ @ + -，以字母或数字开头。',
      en: 'A login has 3 to 100 small letters, digits or . _ @ + -, and begins with a letter or digit.',
    })
  }
  const { now, caller } = context
  const by = caller.accountId ?? caller.name
  const row = await db
    .insertInto('access.accounts')
    .values({
      id: newId(now),
      login,
      name: given.name,
      password: given.hash,
      must_change: given.mustChange,
      demo: given.demo,
      home_zone: given.homeZone,
      zones: [],
      created_at: now,
      created_by: by,
      updated_at: now,
      updated_by: by,
      disabled_at: null,
    })
    .onConflict((conflict) => conflict.column('login').doNothing())
    .returningAll()
    .executeTakeFirst()
  if (row)
    await recordAct(db, context, { kind: 'account_created', about: aboutOf(row), after: { login, name: row.name } })
  return row
}

export function aboutOf(account: Pick<AccountRecord, 'id' | 'login' | 'home_zone'>) {
  return { accountId: account.id, login: account.login, homeZone: account.home_zone }
}

/** Disables an account and ends its sessions: its next request is nobody's. */
export async function disableAccount(db: Database, context: EventContext, account: AccountRecord) {
  const row = await update(db, context, account.id, { disabled_at: account.disabled_at ?? context.now })
  await endSessionsOf(db, account.id)
  await recordAct(db, context, { kind: 'account_disabled', about: aboutOf(account) })
  return row
}

export async function enableAccount(db: Database, context: EventContext, account: AccountRecord) {
  const row = await update(db, context, account.id, { disabled_at: null })
  await recordAct(db, context, { kind: 'account_enabled', about: aboutOf(account) })
  return row
}

/** Gives an account a password that it must change at its next sign-in, and ends its sessions. */
export async function resetPassword(
  db: Database,
  context: EventContext,
  { account, password }: { account: AccountRecord; password: string },
) {
  checkPassword(password, account.login)
  const row = await update(db, context, account.id, {
    password: await hashPassword(password),
    must_change: true,
    demo: false,
  })
  await endSessionsOf(db, account.id)
  await recordAct(db, context, { kind: 'password_reset', about: aboutOf(account) })
  return row
}

/** An initial password, which somebody else knows, counts no more once its owner came in by a provider of identities: no password opens it then. */
export function dropInitialPassword(db: Database, context: EventContext, account: AccountRecord) {
  return update(db, context, account.id, { password: null, must_change: false })
}

/** The account's own new password. Its sessions end; the caller opens a new one. */
export async function saveOwnPassword(
  db: Database,
  context: EventContext,
  { account, hash }: { account: AccountRecord; hash: string },
) {
  const row = await update(db, context, account.id, { password: hash, must_change: false, demo: false })
  await endSessionsOf(db, account.id)
  await recordEvent(db, context, { kind: 'password_changed', about: aboutOf(account) })
  return row
}

/** The same password under a hash of today's cost; not where it was changed meanwhile. Nothing else of the account changes, and nobody is told. */
export async function keepRehashed(db: Database, { id, password: old }: AccountRecord, hash: string): Promise<void> {
  await db
    .updateTable('access.accounts')
    .set({ password: hash })
    .where('id', '=', id)
    .where('password', '=', old)
    .execute()
}

/** The account of a login; refuses one that nobody has. For administrators: it tells whether the login exists. */
export async function getByLogin(db: Database, login: string): Promise<AccountRecord> {
  const account = await findByLogin(db, normaliseLogin(login))
  if (account) return account
  throw new Problem('not_found', 'access.login_unknown', {
    zh: `没有登录名为“${login}”的账号。`,
    en: `No account has the login "${login}".`,
  })
}

function update(db: Database, { now, caller }: EventContext, id: string, change: Updateable<AccountRow>) {
  return db
    .updateTable('access.accounts')
    .set({ ...change, updated_at: now, updated_by: caller.accountId ?? caller.name })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
}
