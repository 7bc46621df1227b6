import { expect, it } from 'vitest'
import { changesSince } from './changes.ts'

const happenings = {
  milestones: [
    { title: '开工', doneOn: '2026-03-10' },
    { title: '封顶', doneOn: null },
  ],
  raised: [
    { title: '缺电', on: '2026-03-12' },
    { title: '缺水', on: '2026-02-12' },
  ],
  closed: [{ title: '缺水', on: '2026-03-15' }],
  ...{ actual: 42.5, before: 30 },
}

it('tells what happened after the last meeting, and how far the month moved', () => {
  expect(changesSince(happenings, '2026-03-02').map(({ zh }) => zh)).toEqual([
    '进度比上月多 12.5 个百分点',
    '节点“开工”已于 2026-03-10 实现',
    '新堵点：缺电',
    '堵点了结：缺水',
  ])
})

it('what happened on the day of the meeting was known there; without a meeting only the month is compared', () => {
  expect(changesSince(happenings, '2026-03-15').map(({ zh }) => zh)).toEqual(['进度比上月多 12.5 个百分点'])
  expect(changesSince({ ...happenings, before: null }, null)).toEqual([])
  expect(changesSince({ ...happenings, actual: 28, raised: [], closed: [] }, null)[0]?.zh).toBe(
    '进度比上月少 2 个百分点',
  )
})
