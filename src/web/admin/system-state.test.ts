import { expect, it } from 'vitest'
import type { SystemView } from '../../platform/system/contract.ts'
import { stateLines } from './system-state.ts'

const now = new Date('2026-12-01T01:00:00Z')
const view: SystemView = {
  ...{ release: '1.0.0', node: 'v24', since: now.toISOString(), database: { version: '18.0', bytes: 1 }, slow: [] },
  jobs: { open: 3, overdue: 0, dead: 0, lagSeconds: 0 },
  sealing: { sealed: 10, waiting: 1, lagSeconds: 1, checkpointAt: now.toISOString() },
  backup: { possible: true, newestAt: '2026-11-30T20:00:00.000Z', logTo: now.toISOString(), damages: 0 },
  calendar: [
    { year: 2026, loaded: true },
    { year: 2027, loaded: true },
  ],
  disk: { freeBytes: 50, totalBytes: 100 },
  scanner: 'answers',
  eventLoop: { p99Ms: 21, blocks: [{ at: '2026-11-20T00:00:00.000Z', ms: 4_000 }] },
}
const stateOf = (key: string, given: Partial<SystemView> = {}) =>
  stateLines({ ...view, ...given }, now).find((line) => line.key === key)?.state

it('says why a backup is looked at', () => {
  const unverified = stateLines({ ...view, backup: { ...view.backup, damages: null } }, now)
  expect(unverified.find(({ key }) => key === 'backup')?.text.zh).toMatch(
    /还没有校验：请运行 .\/luodi verify-backup。$/,
  )
  expect(stateLines(view, now).find(({ key }) => key === 'backup')?.text.zh).not.toMatch(/校验/)
})

it('shows all well where all is well', () => {
  expect(stateLines(view, now).map(({ state }) => state)).toEqual(Array(7).fill('good'))
})

it.each<[string, string, Partial<SystemView>, string]>([
  ['a dead job is bad', 'jobs', { jobs: { ...view.jobs, dead: 1 } }, 'bad'],
  ['jobs that wait for minutes are looked at', 'jobs', { jobs: { ...view.jobs, overdue: 4, lagSeconds: 300 } }, 'look'],
  [
    'an event that waits for its seal for minutes is bad',
    'sealing',
    { sealing: { ...view.sealing, lagSeconds: 120 } },
    'bad',
  ],
  ['no backup is bad', 'backup', { backup: { ...view.backup, newestAt: null } }, 'bad'],
  ['a damaged backup is bad', 'backup', { backup: { ...view.backup, damages: 2 } }, 'bad'],
  [
    'one of the day before yesterday is looked at',
    'backup',
    { backup: { ...view.backup, newestAt: '2026-11-29T00:00:00Z' } },
    'look',
  ],
  ['one that was never verified is looked at', 'backup', { backup: { ...view.backup, damages: null } }, 'look'],
  ['an outside database is unknown, never good', 'backup', { backup: { ...view.backup, possible: false } }, 'unknown'],
  [
    'a missing notice of next year is looked at',
    'calendar',
    {
      calendar: [
        { year: 2026, loaded: true },
        { year: 2027, loaded: false },
      ],
    },
    'look',
  ],
  [
    'one of this year is bad',
    'calendar',
    {
      calendar: [
        { year: 2026, loaded: false },
        { year: 2027, loaded: false },
      ],
    },
    'bad',
  ],
  ['no calendar is unknown', 'calendar', { calendar: null }, 'unknown'],
  ['a disk with a twentieth free is looked at', 'disk', { disk: { freeBytes: 5, totalBytes: 100 } }, 'look'],
  ['a full disk is bad', 'disk', { disk: { freeBytes: 1, totalBytes: 100 } }, 'bad'],
  ['an unreadable disk is unknown', 'disk', { disk: null }, 'unknown'],
  ['a scanner that does not answer is bad', 'scanner', { scanner: 'silent' }, 'bad'],
  ['no scanner is looked at, never good', 'scanner', { scanner: 'none' }, 'look'],
  [
    'a process that stood still today is looked at',
    'eventLoop',
    { eventLoop: { p99Ms: 21, blocks: [{ at: '2026-12-01T00:00:00.000Z', ms: 1_500 }] } },
    'look',
  ],
])('%s', (_, key, given, state) => {
  expect(stateOf(key, given)).toBe(state)
})
