import { pino } from 'pino'
import { expect, it } from 'vitest'
import { marks } from '../../../test/support/marks-module.ts'
import { startTestApp } from '../../../test/support/server.ts'
import { eventLoopNow } from './event-loop.ts'

const lines: string[] = []
const log = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) })
const at = new Date('2026-03-03T01:00:00Z')

/** A module that takes longer to be built in than a process may stand still. */
const slow = {
  ...marks,
  get handlers() {
    const until = performance.now() + 1_800
    while (performance.now() < until);
    return marks.handlers
  },
}
const app = startTestApp({ extra: [slow], log, now: () => at })

it('says nothing of the time before it listens, when nobody could be answered yet', async () => {
  expect((await app().get('/healthz')).status).toBe(200)
  // Longer than it takes to look again.
  await new Promise((resolve) => setTimeout(resolve, 1_200))
  expect(lines).toEqual([])
  expect(eventLoopNow().blocks.filter((block) => block.at === at.toISOString())).toEqual([])
})
