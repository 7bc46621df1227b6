import { HttpRefusal } from '../../../platform/http/answers.ts'
import type { RequestContext } from '../../../platform/module.ts'

/** Reads in one minute by one address of the network, and of one feed: programs ask every quarter of an hour. */
const aMinute = { address: 60, feed: 20 }
const keptAtMost = 10_000
const counts = new Map<string, { minute: number; reads: number }>()

/** Counts a read before it is looked at; refused with 429 beyond the pace. Of this process alone: it slows guessing, and stops a program that runs wild. */
export function countRead({ now, client }: Pick<RequestContext, 'now' | 'client'>, feed: string): void {
  const minute = Math.floor(now.getTime() / 60_000)
  if (counts.size > keptAtMost) counts.clear()
  for (const [kind, key] of [
    ['address', client.address],
    ['feed', feed],
  ] as const) {
    const known = counts.get(`${kind}:${key}`)
    const reads = known?.minute === minute ? known.reads + 1 : 1
    counts.set(`${kind}:${key}`, { minute, reads })
    if (reads > aMinute[kind]) throw tooOften()
  }
}

function tooOften(): HttpRefusal {
  const text = {
    zh: '日历读取过于频繁，请把日历程序的刷新间隔调到 15 分钟以上。',
    en: 'The calendar is read too often: let your program refresh every 15 minutes or less often.',
  }
  return new HttpRefusal({ status: 429, code: 'calendars.too_often', text, details: { retryAfterSeconds: 60 } })
}
