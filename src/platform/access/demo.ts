import { Problem } from '../../kernel/problem.ts'
import { type Role, roleLabels } from '../../kernel/role.ts'
import type { Database, RequestContext, ZoneRef } from '../module.ts'
import { insertAccount } from './accounts.ts'
import { type Standing, setStanding } from './memberships.ts'
import { hashPassword } from './passwords.ts'
import { type AccountRecord, findByLogin } from './store.ts'

/** Known to everybody who reads this: accounts that have it are marked, and production mode refuses to start with one. */
export const demoPassword = 'luodi-demo'

let hashed: Promise<string> | undefined

export interface DemoAccount {
  readonly zone: ZoneRef
  readonly role: Role
  readonly enterpriseId?: string | null
  readonly personId?: string | null
  /** What stands in `<name>@<zone>.demo`; the role by default. */
  readonly name?: string
  /** Whose account it is, as the journal and pages show it; the role's name by default. */
  readonly holder?: string
}

/**
 * The demo account `<role>@<zone>.demo` with its role, in the context of its zone. Idempotent: one that is there is left as it is.
 * The context should be the program's own.
 */
export async function ensureDemoAccount(
  db: Database,
  context: RequestContext,
  demo: DemoAccount,
): Promise<AccountRecord> {
  const { zone, role, enterpriseId = null, personId = null, name = role, holder = roleLabels[role].zh } = demo
  const login = `${name}@${zone.code}.demo`
  const known = await findByLogin(db, login)
  if (known) return known
  // One hash for all of them: a password that everybody may read gains nothing from a salt of its own.
  hashed ??= hashPassword(demoPassword)
  const given = { login, name: `${holder}（演示）`, hash: await hashed, homeZone: zone.id }
  const account = await insertAccount(db, { ...context, zone }, { ...given, mustChange: false, demo: true })
  const standing: Standing = { roles: [role], enterpriseId, personId }
  if (!account) return ensureDemoAccount(db, context, demo)
  await setStanding(db, context, { zone, account, standing })
  return account
}

/** Logins of the demo accounts that are not disabled, in order. */
export async function listDemoLogins(db: Database): Promise<string[]> {
  const rows = await db
    .selectFrom('access.accounts')
    .select('login')
    .where('demo', '=', true)
    .where('disabled_at', 'is', null)
    .orderBy('login')
    .execute()
  return rows.map((row) => row.login)
}

/** Refuses to serve in production while any demo account can sign in. */
export async function refuseDemoAccounts(db: Database): Promise<void> {
  const logins = await listDemoLogins(db)
  if (logins.length === 0) return
  const some = logins.slice(0, 3).join(', ')
  throw new Problem('conflict', 'access.demo_in_production', {
    zh: `生产模式下不得有演示账号（共 ${logins.length} 个，如 ${some}）：请用 luodi user disable --demo 全部停用。`,
    en: `Production mode refuses demo accounts (${logins.length}, such as ${some}): disable them with \`luodi user disable --demo\`.`,
  })
}
