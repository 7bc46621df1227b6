import { setTimeout as sleep } from 'node:timers/promises'
import { quantile } from '../harness.ts'
import { numbers } from '../world/generate.ts'
import type { Desk } from './desk.ts'

/** One request as its sender lived through it. */
export interface Lived {
  readonly name: string
  /** Seconds since the drive began at which it was due. */
  readonly at: number
  /** 0: no answer came. */
  readonly status: number
  /** From when it was due, whether or not it could be sent then. */
  readonly ms: number
  /** Of a refusal. */
  readonly code: string | null
}

export interface Drive {
  readonly desks: readonly Desk[]
  /** Requests a second, at random moments (Poisson): people do not wait for each other. */
  readonly rate: number
  readonly seconds: number
  readonly seed: number
}

/** Sends for so many seconds whatever comes back, then waits for what is under way. */
export async function drive({ desks, rate, seconds, seed }: Drive): Promise<readonly Lived[]> {
  const draw = numbers(seed)
  const lived: Lived[] = []
  const underWay = new Set<Promise<void>>()
  const began = performance.now()
  let due = 0
  while (due < seconds) {
    const now = (performance.now() - began) / 1000
    for (; due <= now && due < seconds; due += -Math.log(1 - draw()) / rate) {
      const desk = desks[Math.floor(draw() * desks.length)]
      if (!desk) throw new Error('nobody is at work')
      const sent = send(desk, { due, began }).then((one) => {
        lived.push(one)
        underWay.delete(sent)
      })
      underWay.add(sent)
    }
    await sleep(1)
  }
  await Promise.all(underWay)
  return lived
}

async function send(desk: Desk, { due, began }: { due: number; began: number }): Promise<Lived> {
  const { name, asked, after } = desk.next()
  const got = await desk.client.ask(asked).catch(() => null)
  after?.(got)
  const status = got?.status ?? 0
  return { name, at: due, status, ms: performance.now() - began - due * 1000, code: codeOf(got?.text, status) }
}

function codeOf(text: string | undefined, status: number): string | null {
  if (text === undefined || status < 400) return null
  try {
    return (JSON.parse(text) as { code?: string }).code ?? null
  } catch {
    return null
  }
}

export const isGood = ({ status }: Lived) => status >= 200 && status < 300
/** Told to come again, in words. */
export const isPutOff = ({ status, code }: Lived) => (status === 503 || status === 429) && code !== null

/** Seconds from the beginning until all that was due later was answered, 95 of 100 within `within` ms; null: never. */
export function calmAfter(lived: readonly Lived[], within: number): number | null {
  const last = Math.max(...lived.map(({ at }) => at))
  for (let from = 0; from <= last - 5; from++) {
    const rest = lived.filter(({ at }) => at >= from)
    if (
      rest.every(isGood) &&
      quantile(
        rest.map(({ ms }) => ms),
        0.95,
      ) <= within
    )
      return from
  }
  return null
}

/** A line for each kind of request, the slowest last. */
export function table(lived: readonly Lived[]): Record<string, Record<string, number>> {
  const names = [...new Set(lived.map(({ name }) => name))]
  const lines = names.map((name) => [name, figures(lived.filter((one) => one.name === name))] as const)
  lines.sort(([, a], [, b]) => (a['p95 ms'] ?? 0) - (b['p95 ms'] ?? 0))
  return Object.fromEntries([...lines, ['all', figures(lived)]])
}

function figures(lived: readonly Lived[]): Record<string, number> {
  const ms = lived.map((one) => one.ms)
  const of = (q: number) => Math.round(quantile(ms, q) * 10) / 10
  const good = lived.filter(isGood).length
  return {
    asked: lived.length,
    'not answered well': lived.length - good,
    'p50 ms': of(0.5),
    'p95 ms': of(0.95),
    'p99 ms': of(0.99),
  }
}
