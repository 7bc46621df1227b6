import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, chown, cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Problem } from '../../kernel/problem.ts'
import { canReach, findIdentity, type Identity, packagedPostgres, runAs } from './programs.ts'

/** Where one cluster lives and with which programs and password it runs. */
export interface Place {
  readonly identity: Identity
  /** Folder of `initdb`, `pg_ctl` and `postgres`. */
  readonly bin: string
  readonly cluster: string
  /** Folder of its socket, which only PostgreSQL's user may enter; null where a socket cannot be: on Windows, and below a long path. */
  readonly sockets: string | null
  readonly logFile: string
  readonly passwordFile: string
  readonly password: string
}

const shared = '/var/lib/luodi'

/** Prepares folder, programs and password; creates nothing that exists. `programs`: another server's `bin` than that of the packaged one. */
export async function findPlace(dataFolder: string, programs?: string): Promise<Place> {
  const identity = await findIdentity()
  const home = await findHome(identity, dataFolder)
  const passwordFile = join(home, 'postgres.password')
  return {
    identity,
    bin: programs ?? join(await findPrograms(identity), 'bin'),
    cluster: join(home, 'postgres'),
    sockets: socketsBelow(home),
    logFile: join(home, 'postgres.log'),
    passwordFile,
    password: await keepPassword(identity, passwordFile),
  }
}

/** What the path of a socket may have, the least of all systems, less its own name. */
const longestFolder = 103 - '/.s.PGSQL.00000'.length

function socketsBelow(home: string): string | null {
  const folder = join(home, 'postgres.sockets')
  // PostgreSQL takes a list of folders: a path with its comma or quotation mark would be read as several.
  const unfit = process.platform === 'win32' || Buffer.byteLength(folder) > longestFolder || /[,"]/.test(folder)
  return unfit ? null : folder
}

/**
 * The data folder itself, unless root started us below a folder that is closed to PostgreSQL's user (under /root, or in a private
 * temporary folder). Then the cluster lives in /var/lib/luodi and `postgres.home` in the data folder says where, so that it is found again
 * after the checkout is moved.
 */
async function findHome(identity: Identity, dataFolder: string): Promise<string> {
  await makeFolder(dataFolder)
  const pointer = join(dataFolder, 'postgres.home')
  const kept = await readFile(pointer, 'utf8').catch(() => null)
  if (kept !== null) return existing(kept.trim(), pointer)
  if (await canReach(identity, dataFolder)) return dataFolder
  await makeFolder(shared)
  const home = await mkdtemp(join(shared, 'data-'))
  await chmod(home, 0o755)
  await writeFile(pointer, `${home}\n`)
  return home
}

/** A database that is gone is never replaced by an empty one without being asked. */
function existing(home: string, pointer: string): string {
  if (existsSync(home)) return home
  throw new Problem('internal', 'postgres.home_gone', {
    zh: `数据库应在 ${home}（见 ${pointer}），但该目录不存在：请恢复它；如确要新建空库，请删除 ${pointer}。`,
    en: `The database should be in ${home} (so says ${pointer}), but it is not there: restore it, or delete ${pointer} to begin with an empty one.`,
  })
}

async function makeFolder(folder: string): Promise<void> {
  try {
    const created = await mkdir(folder, { recursive: true })
    if (created !== undefined) await chmod(folder, 0o755)
  } catch (cause) {
    throw new Problem('internal', 'postgres.no_folder', {
      zh: `无法创建数据目录 ${folder}：${(cause as Error).message}`,
      en: `The data folder ${folder} cannot be created: ${(cause as Error).message}`,
    })
  }
}

/** The packaged programs, or a copy of them where PostgreSQL's user can reach it. */
async function findPrograms(identity: Identity): Promise<string> {
  const { folder, version } = packagedPostgres()
  if (await canReach(identity, join(folder, 'bin', 'postgres'))) return folder
  const copy = join(shared, `postgresql-${version}`)
  if (await canReach(identity, join(copy, 'bin', 'postgres'))) return copy
  await makeFolder(shared)
  const draft = await mkdtemp(join(shared, 'copy-'))
  await cp(folder, draft, { recursive: true, verbatimSymlinks: true })
  await runAs({}, 'chmod', ['-R', 'a+rX', draft])
  await rename(draft, copy).catch(() => rm(draft, { recursive: true, force: true }))
  return copy
}

async function keepPassword(identity: Identity, file: string): Promise<string> {
  try {
    await writeFile(file, randomBytes(24).toString('hex'), { mode: 0o600, flag: 'wx' })
    if (identity.uid !== undefined) await chown(file, identity.uid, identity.gid ?? identity.uid)
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause
  }
  return (await readFile(file, 'utf8')).trim()
}
