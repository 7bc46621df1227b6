import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type pg from 'pg'
import { z } from 'zod'
import { Problem } from '../kernel/problem.ts'
import { keptText } from './make-once.ts'
import { asOwner } from './migrate.ts'
import { checkNamedRole } from './role-flaws.ts'

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
  return readLogin(
    file,
    keptText(file, () => JSON.stringify(newAppLogin())),
  )
}

const AppLoginFile = z.object({ role: z.string().min(1), password: z.string().min(1) })

function readLogin(file: string, text: string): AppLogin {
  try {
    return AppLoginFile.parse(JSON.parse(text))
  } catch {
    throw new Problem('invalid_input', 'database.login_unreadable', {
      zh: `${file} 无法读取。删除它后，下次启动会另建一个数据库角色。`,
      en: `${file} cannot be read. Remove it, and the next start makes itself another database role.`,
    })
  }
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
 * Makes the role when it is missing and grants it exactly what it may do; refuses an unsafe one before it changes anything. Run after `migrate`, as the owner, at every start.
 * A table says what the app may do in its comment (`app: select, insert`); without one: select, insert and update, never delete.
 */
export async function grantAppRole(ownerUrl: string, login: AppLogin): Promise<void> {
  await asOwner(ownerUrl, async (client) => {
    const role = client.escapeIdentifier(login.role)
    const { exists } = await checkNamedRole(client, login.role)
    await client.query('begin')
    if (!exists) await createRole(client, role, login.password)
    // In one message: hundreds of short statements, at every start.
    await client.query((await grants(client, role)).join(';'))
    await client.query('commit')
  })
}

const notPermitted = '42501'

async function createRole(client: pg.Client, role: string, password: string): Promise<void> {
  const attributes = 'login nosuperuser nobypassrls nocreatedb nocreaterole noreplication'
  try {
    await client.query(`create role ${role} ${attributes} password ${client.escapeLiteral(password)}`)
  } catch (cause) {
    if ((cause as { code?: unknown }).code !== notPermitted) throw cause
    throw new Problem('forbidden', 'database.role_not_made', {
      zh: 'DATABASE_URL 的用户不能创建角色。请管理员建一个普通登录角色，并把它的地址写入 APP_DATABASE_URL。',
      en: 'The user of DATABASE_URL may not create roles. Have an administrator make a plain login role and set APP_DATABASE_URL to its address.',
    })
  }
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
