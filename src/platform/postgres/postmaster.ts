import { execFile } from 'node:child_process'
import { readFile, readlink, realpath, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { Problem } from '../../kernel/problem.ts'
import type { Place } from './place.ts'

export interface Postmaster {
  readonly pid: number
  readonly port: number
  /** Folder of its socket; empty where it listens on the network of the machine alone. */
  readonly sockets: string
}

/**
 * The PostgreSQL that runs on this cluster now, or null. One left behind by a killed Node is as good as a new one:
 * it is proved to be ours by its process's folder, our password and the data folder that it names itself.
 */
export async function findPostmaster(place: Place): Promise<Postmaster | null> {
  const file = join(place.cluster, 'postmaster.pid')
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n')
  const postmaster = { pid: Number(lines[0]), port: Number(lines[3]), sockets: lines[4]?.trim() ?? '' }
  if (!(postmaster.pid > 0)) return null
  if (await runsOn(postmaster.pid, place.cluster)) return postmaster
  // The number belongs to somebody else by now (a restarted machine or container), or to one that nobody has reaped; PostgreSQL itself would
  // refuse to start beside what the dead one has left.
  const { port, sockets } = postmaster
  const socket = join(sockets, `.s.PGSQL.${port}`)
  const left = sockets === '' ? [file] : [socket, `${socket}.lock`, file]
  for (const path of left) await rm(path, { force: true })
  return null
}

/** True while this process is the cluster's postmaster: its working folder is the cluster. A dead one that nobody has reaped is none. */
export async function runsOn(pid: number, cluster: string): Promise<boolean> {
  const folder = await realpath(cluster)
  if (process.platform === 'linux') return (await readlink(`/proc/${pid}/cwd`).catch(() => '')) === folder
  const command = await promisify(execFile)('ps', ['-p', String(pid), '-o', 'command=']).catch(() => ({ stdout: '' }))
  return command.stdout.includes(folder)
}

/** By its socket, which costs both sides half of what the machine's own network does; by that where it has none. */
export function addressOf(place: Place, { port, sockets }: Postmaster, database: string): string {
  const host = sockets === '' ? '127.0.0.1' : encodeURIComponent(sockets)
  return `postgres://postgres:${place.password}@${host}:${port}/${database}?sslmode=disable`
}

/** A socket that is not there yet: the one before went with its server. */
const notReady = new Set(['57P03', 'ECONNREFUSED', 'ECONNRESET', 'ENOENT'])

/** Connects as the owner, waiting while PostgreSQL recovers, and proves that the server answers for our cluster. */
export async function connectProved(place: Place, postmaster: Postmaster): Promise<pg.Client> {
  const deadline = Date.now() + 60_000
  for (;;) {
    const client = new pg.Client({ connectionString: addressOf(place, postmaster, 'postgres') })
    // A lost connection is noticed by whoever uses it next; without a listener it would end the process.
    client.on('error', () => undefined)
    try {
      await client.connect()
      const { rows } = await client.query<{ data_directory: string }>('show data_directory')
      if ((await realpath(rows[0]?.data_directory ?? '/')) === (await realpath(place.cluster))) return client
      await client.end()
      throw notOurs(place, postmaster, 'another data folder')
    } catch (cause) {
      if (cause instanceof Problem) throw cause
      const code = String((cause as { code?: unknown }).code)
      const waiting = notReady.has(code) && Date.now() < deadline && (await runsOn(postmaster.pid, place.cluster))
      if (!waiting) throw notOurs(place, postmaster, (cause as Error).message)
      await sleep(100)
    }
  }
}

function notOurs(place: Place, postmaster: Postmaster, reason: string): Problem {
  return new Problem('conflict', 'postgres.not_ours', {
    zh: `进程 ${postmaster.pid} 占用了 ${place.cluster}，但无法用本系统的口令连接（${reason}）：请先停止它，再启动。`,
    en: `Process ${postmaster.pid} holds ${place.cluster} but does not answer as our database (${reason}): stop it, then start again.`,
  })
}
