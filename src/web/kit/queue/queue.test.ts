import { describe, expect, it } from 'vitest'
import { Problem } from '../../../kernel/problem.ts'
import type { QueuedItem } from './item.ts'
import type { Kept } from './kept.ts'
import { Queue } from './queue.ts'

function keptIn(stored: Map<string, QueuedItem>): Promise<Kept> {
  return Promise.resolve({
    all: async () => [...stored.values()],
    put: async (item) => void stored.set(item.key, item),
    remove: async (key) => void stored.delete(key),
  })
}

const item = (key: string, at: number, owner = 'me'): QueuedItem => ({
  ...{ key, owner, at, label: { zh: key, en: key }, input: {}, file: null, refused: null },
  door: { name: 'a.b', method: 'POST', path: '/a', effect: 'write', permission: 'account' },
})
const down = new Problem('internal', 'web.unreachable', { zh: '断网', en: 'down' })
const no = new Problem('rule_violated', 'a.no', { zh: '不行', en: 'No' })

describe('the queue of writes', () => {
  it('keeps what the line did not take, and a new page sends it once under the same key, in order', async () => {
    const stored = new Map<string, QueuedItem>()
    const sent: string[] = []
    const first = new Queue(keptIn(stored), async () => Promise.reject(down))
    await first.add(item('b', 2))
    await first.add(item('a', 1))
    await first.flush('me')
    expect([...stored.keys()].toSorted()).toEqual(['a', 'b'])
    const second = new Queue(keptIn(stored), async ({ key }) => sent.push(key))
    await second.open()
    await second.flush('me')
    expect(sent).toEqual(['a', 'b'])
    expect([stored.size, second.snapshot()]).toEqual([0, []])
  })

  it('keeps a refused one with the sentence and goes on with the next', async () => {
    const stored = new Map<string, QueuedItem>()
    const sent: string[] = []
    const queue = new Queue(keptIn(stored), async ({ key }) => {
      if (key === 'a') throw no
      sent.push(key)
    })
    await queue.add(item('a', 1))
    await queue.add(item('b', 2))
    await queue.flush('me')
    expect(sent).toEqual(['b'])
    expect(stored.get('a')?.refused).toEqual({ zh: '不行', en: 'No' })
    await queue.drop('a')
    expect(stored.size).toBe(0)
  })

  it("sends nobody else's, and waits for a new session", async () => {
    const stored = new Map([['x', item('x', 1, 'other')]])
    const ended = new Problem('unauthenticated', 'access.sign_in_needed', { zh: '登录', en: 'Sign in' })
    const queue = new Queue(keptIn(stored), async () => Promise.reject(ended))
    await queue.open()
    await queue.add(item('a', 2))
    await queue.flush('me')
    expect(queue.snapshot().map(({ key, refused }) => [key, refused])).toEqual([
      ['x', null],
      ['a', null],
    ])
  })
})
