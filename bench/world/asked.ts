import { quantile } from '../harness.ts'
import type { Asked, Client } from './client.ts'
import { exactMeter } from './meter.ts'

/** Of questions asked one after the other, milliseconds. CPU is of server and database together. */
export interface Figures {
  readonly p50: number
  readonly p99: number
  readonly cpu: number
  readonly cpu99: number
}

interface Asking {
  readonly client: Client
  readonly pid: number
  readonly postmaster: number
}

/** Asks one by one, so that time and CPU are those of each question; `check` throws at an answer that is none. */
export async function askOneByOne(
  { client, pid, postmaster }: Asking,
  questions: Iterable<Asked>,
  check?: (answer: unknown, question: Asked) => void,
): Promise<Figures> {
  const walls: number[] = []
  const cpus: number[] = []
  const spent = exactMeter(pid, postmaster)
  for (const question of questions) {
    const before = performance.now()
    const answer = await client.get(question)
    walls.push(performance.now() - before)
    check?.(answer, question)
    cpus.push(spent() / 1e6)
  }
  const mean = cpus.reduce((sum, one) => sum + one, 0) / cpus.length
  return { p50: quantile(walls, 0.5), p99: quantile(walls, 0.99), cpu: mean, cpu99: quantile(cpus, 0.99) }
}
