import { chown, mkdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Problem } from '../../kernel/problem.ts'
import type { Place } from './place.ts'
import { runAs } from './programs.ts'

/** Ports below the ephemeral range, so that no outgoing connection of this machine takes ours between two starts. */
const firstPort = 20_000
const lastPort = 32_000

/**
 * Makes the cluster once. It is built beside its final place and renamed, so that a start that is killed halfway,
 * or two first starts at once, never leave half a cluster.
 */
export async function createCluster(place: Place): Promise<void> {
  if (await stat(join(place.cluster, 'PG_VERSION')).catch(() => null)) return
  const draft = `${place.cluster}.new-${process.pid}`
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { mode: 0o700 })
  const { uid, gid } = place.identity
  if (uid !== undefined) await chown(draft, uid, gid ?? uid)
  // The postgres user may not create entries in the folder above, so root made the empty folder for it.
  await runAs(place.identity, join(place.bin, 'initdb'), [
    `--pgdata=${draft}`,
    '--username=postgres',
    '--auth=scram-sha-256',
    `--pwfile=${place.passwordFile}`,
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--data-checksums',
  ])
  await rename(draft, place.cluster).catch(() => rm(draft, { recursive: true, force: true }))
}

/** Starts PostgreSQL in a session of its own, so that Ctrl-C reaches it only through us, after the last request. */
export async function startCluster(place: Place, flags: readonly string[]): Promise<void> {
  await prepareLog(place)
  let last: unknown
  for (let attempt = 0; attempt < 5; attempt++) {
    const port = await freePort()
    const options = [`-p ${port}`, '-c listen_addresses=127.0.0.1', '-c unix_socket_directories=', '-c timezone=UTC']
    try {
      await control(place, ['start', '-w', '-t', '120', '-l', place.logFile, '-o', [...options, ...flags].join(' ')])
      return
    } catch (cause) {
      last = cause
      // A port taken meanwhile, another start a moment ahead of us, or children of a killed postmaster still leaving.
      if (await stat(join(place.cluster, 'postmaster.pid')).catch(() => null)) return
      await sleep(500)
    }
  }
  throw await startFailed(place, last)
}

/** Stops it, open transactions rolled back, everything committed on disk. Nothing happens when it is not running. */
export async function stopCluster(place: Place, mode: 'fast' | 'immediate' = 'fast'): Promise<void> {
  await control(place, ['stop', '-w', '-t', '30', '-m', mode]).catch(async (cause: unknown) => {
    if (await stat(join(place.cluster, 'postmaster.pid')).catch(() => null)) throw cause
  })
}

function control(place: Place, args: readonly string[]): Promise<string> {
  return runAs(place.identity, join(place.bin, 'pg_ctl'), [...args, '-D', place.cluster])
}

async function prepareLog(place: Place): Promise<void> {
  const { uid, gid } = place.identity
  if (uid === undefined) return
  const { open } = await import('node:fs/promises')
  const file = await open(place.logFile, 'a', 0o600)
  await file.chown(uid, gid ?? uid)
  await file.close()
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

async function startFailed(place: Place, cause: unknown): Promise<Problem> {
  const log = await readFile(place.logFile, 'utf8').catch(() => '')
  const fatal = log
    .split('\n')
    .filter((line) => /FATAL|ERROR|PANIC/.test(line))
    .at(-1)
  const reason = fatal ?? (cause as Error).message.split('\n').at(-1) ?? ''
  return new Problem('internal', 'postgres.not_started', {
    zh: `PostgreSQL 未能在 ${dirname(place.cluster)} 启动：${reason}（日志见 ${place.logFile}）`,
    en: `PostgreSQL did not start in ${dirname(place.cluster)}: ${reason} (log: ${place.logFile})`,
  })
}
