import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { cpuOfPostgres, cpuOfProcess } from './meter.ts'
import type { World } from './postgres.ts'

export interface Served {
  readonly url: string
  readonly pid: number
  /** CPU of the server's process and of PostgreSQL. */
  readonly meters: Readonly<Record<string, () => number>>
  readonly stop: () => Promise<void>
}

/** What a server of a comparison is told; it answers with its address and ends when we end. */
export interface Orders {
  readonly ownerUrl: string
  readonly appUrl: string
  /** Whether the product's worker runs beside its requests. */
  readonly background?: boolean
  /** Whether it gives out the built pages too. */
  readonly pages?: boolean
}

/** Starts a server of this folder in a process of its own, so that its CPU time is its own. */
export async function serve(file: string, world: World, more: Partial<Orders> = {}): Promise<Served> {
  const orders: Orders = { ownerUrl: world.ownerUrl, appUrl: world.appUrl, ...more }
  const child = fork(join(import.meta.dirname, file), [JSON.stringify(orders)])
  const url = await new Promise<string>((resolve, reject) => {
    child.once('message', (message) => resolve(String(message)))
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}`)))
  })
  return { url, ...watched(child, world), stop: () => stop(child) }
}

function watched(child: ChildProcess, { postmaster }: World) {
  const pid = child.pid ?? 0
  return { pid, meters: { server: () => cpuOfProcess(pid), database: () => cpuOfPostgres(postmaster) } }
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  await ended
}

/** For the servers themselves: their orders, and how they say that they are ready. */
export function ordersOf(): Orders {
  return JSON.parse(process.argv[2] ?? '') as Orders
}

export function ready(url: string): void {
  process.send?.(url)
  process.once('disconnect', () => process.exit(0))
}
