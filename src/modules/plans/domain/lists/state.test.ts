import { expect, test } from 'vitest'
import type { PlannedMatter } from '../../contract/plan.ts'
import { stateOf } from './state.ts'

const scheduled = { code: 'm', applies: true, start: 1, filed: 1, finish: 2, slack: 3, critical: false, prior: false }

test.each<[string, PlannedMatter, string]>([
  ['undecided', { code: 'm', applies: null }, '？ 待定'],
  ['not needed', { code: 'm', applies: false }, '✗ 不需要办'],
  ['a duty after production', { code: 'm', applies: true, follows: true }, '↪ 投产后'],
  ['done ahead by the zone', { ...scheduled, prior: true, slack: null }, '✓ 开发区已办'],
  ['critical', { ...scheduled, critical: true }, '◆ 关键路径'],
  ['with room to move', scheduled, '机动 3 天'],
])('a matter that is %s says so, with a shape before the words', (_, matter, said) => {
  expect(stateOf(matter).zh).toBe(said)
})
