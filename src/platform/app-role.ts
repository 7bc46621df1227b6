import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type pg from 'pg'
import { Problem } from '../kernel/problem.ts'
import { asOwner } from './migrate.ts'
import type { Database } from './module.ts'

/** The login under which the program serves. It owns nothing, so row-level security holds for it. */
export interface AppLogin {
  readonly role: string
  readonly password: string
}

/**
 * The login of this installation, made at the first start and kept in `$LUODI_DATA/app-login.json`, readable by its owner only.
 * Roles belong to the whole server, so the name carries a random suffix: two installations on one server never meet,
 * and an installation whose data folder is lost makes itself a new role.
 */
export function appLogin(dataFolder: string): AppLogin {
  const file = join(dataFolder, 'app-login.json')
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as AppLogin
  const login = newAppLogin()
  mkdirSync(dataFolder, { recursive: true })
  writeFileSync(file, JSON.stringify(login), { mode: 0o600, flag: 'wx' })
  return login
}

export function newAppLogin(): AppLogin {
  return { role: `luodi_app_${randomBytes(4).toString('hex')}`, password: randomBytes(24).toString('base64url') }
}

/** The owner's address with the app's login in place of the owner's. */
export function appUrl(ownerUrl: string, login: AppLogin): string {
  const url = new URL(ownerUrl)
  url.username = login.role
  url.password = login.password
  return url.href
}

/**
 * Makes the role when it is missing and grants it exactly what it may do. Run after `migrate`, as the owner, at every start.
 * A table says what the app may do in its comment (`app: select, insert`); without one: select, insert and update, never delete.
 */
export async function grantAppRole(ownerUrl: string, login: AppLogin): Promise<void> {
  await asOwner(ownerUrl, async (client) => {
    const role = client.escapeIdentifier(login.role)
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [login.role])
    await client.query('begin')
    if (!rowCount) await createRole(client, role, login.password)
    for (const statement of await grants(client, role)) await client.query(statement)
    await client.query('commit')
  })
}

async function createRole(client: pg.Client, role: string, password: string): Promise<void> {
  const attributes = 'login nosuperuser nobypassrls nocreatedb nocreaterole noreplication'
  await client.query(`create role ${role} ${attributes} password ${client.escapeLiteral(password)}`)
}

const ours = `n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public')`

async function grants(client: pg.Client, role: string): Promise<string[]> {
  const { rows } = await client.query<{ schema: string; table: string | null; allowed: string | null }>(`
    select quote_ident(n.nspname) as schema, quote_ident(c.relname) as table,
      substring(obj_description(c.oid, 'pg_class') from 'app: ([a-z, ]+)') as allowed
    from pg_namespace n left join pg_class c on c.relnamespace = n.oid and c.relkind in ('r', 'p', 'v')
    where ${ours} order by 1, 2`)
  const schemas = [...new Set(rows.map((row) => row.schema))]
  return [
    ...schemas.flatMap((schema) => [
      `grant usage on schema ${schema} to ${role}`,
      `revoke all on all tables in schema ${schema} from ${role}`,
    ]),
    ...rows
      .filter((row) => row.table !== null)
      .map((row) => `grant ${row.allowed ?? 'select, insert, update'} on ${row.schema}.${row.table} to ${role}`),
  ]
}

/** Each question answers true when the wall would not hold; the text says what is wrong. */
const flaws = [
  ['is a superuser', '是超级用户', sql<boolean>`(select rolsuper from pg_roles where rolname = current_user)`],
  [
    'bypasses row security',
    '可绕过行级安全',
    sql<boolean>`(select rolbypassrls from pg_roles where rolname = current_user)`,
  ],
  [
    'may create roles, databases or replicate',
    '可建角色、建库或复制',
    sql<boolean>`(select rolcreaterole or rolcreatedb or rolreplication from pg_roles where rolname = current_user)`,
  ],
  [
    'owns objects',
    '拥有数据库对象',
    sql<boolean>`exists (select from pg_shdepend d join pg_roles r on r.oid = d.refobjid
      where d.refclassid = 'pg_authid'::regclass and d.deptype = 'o' and r.rolname = current_user)`,
  ],
  [
    "is a member of the tables' owner",
    '是表所有者的成员',
    sql<boolean>`exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and pg_has_role(current_user, c.relowner, 'member'))`,
  ],
] as const

/** Refuses to serve with a role against which row-level security does not hold, naming every flaw. */
export async function checkAppRole(db: Database): Promise<void> {
  const found: { en: string; zh: string }[] = []
  for (const [en, zh, question] of flaws) {
    const { rows } = await sql<{ flaw: boolean }>`select ${question} as flaw`.execute(db)
    if (rows[0]?.flaw) found.push({ en, zh })
  }
  if (found.length === 0) return
  const text = {
    zh: `程序的数据库角色不安全：${found.map((f) => f.zh).join('；')}。请换用没有这些权限的角色。`,
    en: `The program's database role is unsafe: it ${found.map((f) => f.en).join(', ')}. Use a role without these rights.`,
  }
  throw new Problem('forbidden', 'database.role_unsafe', text, { flaws: found.map((f) => f.en) })
}
