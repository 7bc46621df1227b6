import { HttpRefusal } from '../../http/answers.ts'

/** Requests of one token in one minute on this node. */
export const usesAMinute = 300
const keptAtMost = 10_000
const uses = new Map<string, { minute: number; count: number }>()

/** Counts a request of a token that holds; refused with 429 beyond the pace, whatever address it comes from. */
export function countUse(tokenId: string, now: Date): void {
  const minute = Math.floor(now.getTime() / 60_000)
  if (uses.size > keptAtMost) uses.clear()
  const known = uses.get(tokenId)
  const count = known?.minute === minute ? known.count + 1 : 1
  uses.set(tokenId, { minute, count })
  if (count > usesAMinute) throw tooOften()
}

function tooOften(): HttpRefusal {
  const text = {
    zh: `此令牌每分钟最多 ${usesAMinute} 次请求，请放慢调用或分批。`,
    en: `A token makes at most ${usesAMinute} requests a minute: slow the program down, or ask for more at once.`,
  }
  return new HttpRefusal({ status: 429, code: 'access.token_too_often', text, details: { retryAfterSeconds: 60 } })
}
