import { setImmediate as soon } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { turns } from './turns.ts'

describe('turns', () => {
  it('run two at once, keep a short queue, refuse the rest, and start anew when all is done', async () => {
    const inTurn = turns({ atOnce: 2, waitAtMost: 3, refuse: () => new Error('full') })
    let running = 0
    let most = 0
    const work = async () => {
      most = Math.max(most, ++running)
      await soon()
      running--
    }
    for (let round = 0; round < 3; round++) {
      const settled = await Promise.allSettled(Array.from({ length: 9 }, () => inTurn(work)))
      expect(settled.map((one) => one.status === 'rejected')).toEqual([...Array(5).fill(false), ...Array(4).fill(true)])
    }
    expect(most).toBe(2)
    expect(running).toBe(0)
  })

  it('give the place of work that failed to the next', async () => {
    const inTurn = turns({ atOnce: 1, waitAtMost: 1, refuse: () => new Error('full') })
    const failed = inTurn(() => Promise.reject(new Error('broken')))
    const next = inTurn(async () => 'done')
    await expect(failed).rejects.toThrow('broken')
    expect(await next).toBe('done')
  })
})
