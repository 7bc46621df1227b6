import { spawn } from 'node:child_process'
import { chown, type FileHandle, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Problem } from '../../kernel/problem.ts'
import { buffersMb } from './memory.ts'
import type { Place } from './place.ts'
import { type Postmaster, runsOn } from './postmaster.ts'
import { type Identity, runAs, runOptions } from './programs.ts'

/** Ports below the ephemeral range, so that no outgoing connection of this machine takes ours between two starts. */
const firstPort = 20_000
const lastPort = 32_000
/** Recovery after a crash may take long; an ordinary start takes a tenth of a second. */
const startMs = 120_000
/**
 * A statement whose program was killed would go on to its end and hold what it has locked: PostgreSQL looks so often whether anybody still
 * waits for it. Windows cannot tell.
 */
const lookForCaller = process.platform === 'win32' ? [] : ['client_connection_check_interval=500']

/**
 * From 18 on PostgreSQL has pages fetched by processes of its own, also where they lie in the system's cache: to wake them costs three times as much
 * as to read. So each process reads for itself, and tells the system ahead what it will want.
 */
const firstWithWorkers = 18
const readByItself = 'io_method=sync'

/**
 * Makes the cluster once. It is built beside its final place and renamed, so that a start that is killed halfway,
 * or two first starts at once, never leave half a cluster.
 */
export async function createCluster(place: Place): Promise<void> {
  if (await stat(join(place.cluster, 'PG_VERSION')).catch(() => null)) return
  const draft = `${place.cluster}.new-${process.pid}`
  await rm(draft, { recursive: true, force: true })
  await makeOwn(draft, place.identity)
  // The postgres user may not create entries in the folder above, so root made the empty folder for it.
  await runAs(place.identity, join(place.bin, 'initdb'), [
    `--pgdata=${draft}`,
    '--username=postgres',
    '--auth=scram-sha-256',
    `--pwfile=${place.passwordFile}`,
    '--encoding=UTF8',
    ...(await localeOf(place)),
    '--data-checksums',
  ])
  await rename(draft, place.cluster).catch(() => rm(draft, { recursive: true, force: true }))
}

const firstWithBuiltin = 17

/** Text sorts by code point on every machine and in every version, as the server's own locale does from 17 on. */
async function localeOf({ identity, bin }: Place): Promise<readonly string[]> {
  const version = Number(/ (\d+)/.exec(await runAs(identity, join(bin, 'initdb'), ['--version']))?.[1])
  if (version < firstWithBuiltin) return ['--locale=C.UTF-8', '--locale-provider=libc']
  return ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
}

/** Where a server that is started again was, and is expected by those who know its address. */
export type Reached = Pick<Postmaster, 'port' | 'sockets'>

interface StartingUp {
  readonly at?: Reached
  readonly waitMs?: number
  /** See `PostgresSettings`. */
  readonly meanwhile?: (() => void) | undefined
}

/**
 * Starts PostgreSQL and waits until it is ready. It gets a session of its own, so that Ctrl-C reaches it only through us, after the last
 * request, and a log file instead of a pipe to us, so that it can outlive us. It takes any free port, or is found again where it was (`at`).
 */
export async function startCluster(
  place: Place,
  settings: readonly string[],
  { at, waitMs = startMs, meanwhile }: StartingUp = {},
): Promise<void> {
  let sockets = at ? at.sockets : await openSockets(place)
  for (let attempt = 0; attempt < 5; attempt++) {
    const own = [`unix_socket_directories=${sockets}`, ...settings, `port=${at?.port ?? (await freePort())}`]
    if (await startOnce(place, own, { waitMs, meanwhile })) return
    // A port taken meanwhile, another start a moment ahead of us, or children of a killed postmaster still leaving.
    if ((await readStatus(place)) !== null) return
    if (!at && noSockets.test(await lastFault(place))) sockets = ''
    await sleep(500)
  }
  throw await startFailed(place)
}

async function startOnce(
  place: Place,
  settings: readonly string[],
  { waitMs, meanwhile }: { readonly waitMs: number } & Pick<StartingUp, 'meanwhile'>,
): Promise<boolean> {
  const log = await openLog(place)
  // A backup that nobody fetches any more must not fill the disk with the log that is kept for it.
  const fixed = [
    ...['listen_addresses=127.0.0.1', 'timezone=UTC', 'max_slot_wal_keep_size=2GB'],
    ...lookForCaller,
    `shared_buffers=${buffersMb()}MB`,
    ...((await versionOf(place)) >= firstWithWorkers ? [readByItself] : []),
  ]
  const args = ['-D', place.cluster, ...[...fixed, ...settings].flatMap((setting) => ['-c', setting])]
  const child = spawn(join(place.bin, 'postgres'), args, {
    ...runOptions(place.identity),
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
  })
  let ended = false
  for (const event of ['error', 'exit'] as const) child.once(event, () => (ended = true))
  child.unref()
  await log.close()
  meanwhile?.()
  const deadline = Date.now() + waitMs
  while (!ended && Date.now() < deadline) {
    const status = await readStatus(place)
    if (status?.pid === child.pid && status?.ready) return true
    await sleep(20)
  }
  return false
}

/** Of the PostgreSQL that made the cluster, which is the only one that runs it. */
async function versionOf({ cluster }: Place): Promise<number> {
  return Number(await readFile(join(cluster, 'PG_VERSION'), 'utf8'))
}

/** What PostgreSQL says of itself: line 1 its pid, line 8 its state. */
async function readStatus(place: Place): Promise<{ readonly pid: number; readonly ready: boolean } | null> {
  const text = await readFile(join(place.cluster, 'postmaster.pid'), 'utf8').catch(() => null)
  if (text === null) return null
  const lines = text.split('\n')
  return { pid: Number(lines[0]), ready: lines[7]?.trim() === 'ready' }
}

/** Stops it: open transactions are rolled back, what is committed is on disk. Nothing happens when it is not running. */
export async function stopCluster(place: Place): Promise<void> {
  const status = await readStatus(place)
  if (status === null || !(await runsOn(status.pid, place.cluster))) return
  const args = ['stop', '-D', place.cluster, '-m', 'fast', '-w', '-t', '30']
  await runAs(place.identity, join(place.bin, 'pg_ctl'), args).catch(async (cause: unknown) => {
    if (await runsOn(status.pid, place.cluster)) throw cause
  })
  // Its pid file is gone a moment before the process is.
  for (let wait = 0; wait < 100 && (await runsOn(status.pid, place.cluster)); wait++) await sleep(10)
}

async function openLog(place: Place): Promise<FileHandle> {
  const file = await open(place.logFile, 'a', 0o600)
  const { uid, gid } = place.identity
  if (uid !== undefined) await file.chown(uid, gid ?? uid)
  return file
}

/** The folder of the socket, made for PostgreSQL's user; empty where there is none. */
async function openSockets({ sockets, identity }: Place): Promise<string> {
  if (sockets === null) return ''
  await makeOwn(sockets, identity)
  return sockets
}

/** A folder that PostgreSQL's user alone may enter. */
async function makeOwn(folder: string, { uid, gid }: Identity): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if (uid !== undefined) await chown(folder, uid, gid ?? uid)
}

/** A port on 127.0.0.1 that nothing listens on. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = firstPort + Math.floor(Math.random() * (lastPort - firstPort))
    const free = await new Promise<boolean>((resolve) => {
      const probe = createServer()
      probe.once('error', () => resolve(false))
      probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
    })
    if (free) return port
  }
}

/** A disk that has no sockets: it goes without. */
const noSockets = /could not create any Unix-domain sockets/

/** What PostgreSQL has said last before it ended. */
async function lastFault({ logFile }: Place): Promise<string> {
  const log = await readFile(logFile, 'utf8').catch(() => '')
  const fatal = log.split('\n').findLast((line) => /FATAL|PANIC/.test(line))
  return fatal?.replace(/^.*?(FATAL|PANIC)/, '$1') ?? '-'
}

async function startFailed(place: Place): Promise<Problem> {
  const reason = await lastFault(place)
  return new Problem('internal', 'postgres.not_started', {
    zh: `PostgreSQL 未能在 ${dirname(place.cluster)} 启动：${reason}（日志见 ${place.logFile}）`,
    en: `PostgreSQL did not start in ${dirname(place.cluster)}: ${reason} (log: ${place.logFile})`,
  })
}
