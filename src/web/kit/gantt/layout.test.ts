import { describe, expect, test } from 'vitest'
import { buildCalendar, dayNumber } from '../../../kernel/calendar.ts'
import { buildAxis } from './axis.ts'
import { draggedDays } from './drag.ts'
import { edgesOf } from './edges.ts'
import { keyAction } from './keys.ts'
import { laneLabels } from './lanes.ts'
import { lastOffset, layoutGantt } from './layout.ts'
import type { GanttModel, GanttRow } from './model.ts'
import { printLayout } from './print-layout.ts'
import { buildScale, offsetAt, xOf, xOfDay } from './scale.ts'

/** A week in which Thursday 2026-10-01 to Wednesday 10-07 is off and Saturday 10-10 is worked. */
const calendar = buildCalendar([
  {
    year: 2026,
    off: ['2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04', '2026-10-05', '2026-10-06', '2026-10-07'],
    work: ['2026-10-10'],
  },
])

const scaleOf = (dayZero: string, lastOffset: number, dayWidth = 10) =>
  buildScale({ calendar, dayZero, lastOffset, dayWidth, fitWidth: 0 })

function row(id: string, part: Partial<GanttRow> = {}): GanttRow {
  return {
    id,
    group: 'a',
    cells: [id],
    bars: [],
    slackTo: null,
    critical: false,
    done: false,
    baseline: null,
    flags: [],
    diamond: null,
    holds: [],
    note: null,
    ...part,
  }
}

function model(rows: readonly GanttRow[], part: Partial<GanttModel> = {}): GanttModel {
  const groups = [
    { id: 'empty', label: 'empty' },
    { id: 'a', label: 'A' },
    { id: 'b', label: 'B' },
  ]
  return { calendar, dayZero: '2026-09-28', groups, rows, columns: [], marks: [], today: null, ...part }
}

describe('scale', () => {
  test('starts on the Monday of day zero and ends after the last offset', () => {
    const scale = scaleOf('2026-09-30', 2)
    expect(scale.firstDay).toBe(dayNumber('2026-09-28'))
    expect(scale.endDay).toBeGreaterThan(dayNumber('2026-10-09'))
  })

  test('puts an offset on the date that the plan prints for it, holidays included', () => {
    const scale = scaleOf('2026-09-28', 10)
    expect(xOf(scale, 0)).toBe(0)
    expect(xOf(scale, 2.5)).toBe(25)
    expect(xOf(scale, 3)).toBe(xOfDay(scale, dayNumber('2026-10-08')))
    expect(xOf(scale, 5)).toBe(xOfDay(scale, dayNumber('2026-10-10')))
  })

  test('reads an offset back from a position, a day off being the next working morning', () => {
    const scale = scaleOf('2026-09-28', 10)
    for (const offset of [0, 0.5, 2.5, 3, 5, 5.5, 7]) expect(offsetAt(scale, xOf(scale, offset))).toBe(offset)
    expect(offsetAt(scale, 45)).toBe(3)
  })

  test('fits the whole plan into the given width when no day width is given', () => {
    const scale = buildScale({ calendar, dayZero: '2026-09-28', lastOffset: 500, dayWidth: null, fitWidth: 700 })
    expect(scale.width).toBeCloseTo(700)
    expect(xOf(scale, 500)).toBeLessThan(700)
  })
})

describe('axis', () => {
  test('shades runs of days off, marks worked weekends and labels months', () => {
    const axis = buildAxis(scaleOf('2026-09-28', 10), (year, month) => `${year}-${month}`)
    expect(axis.shades[0]).toEqual({ x: 30, width: 70 })
    expect(axis.worked).toEqual([120])
    expect(axis.months.map((month) => month.label)).toEqual(['2026-9', '2026-10'])
    expect(axis.provisionalFrom).toBeNull()
  })

  test('tells where the holiday notice ends', () => {
    const axis = buildAxis(scaleOf('2026-12-28', 10), () => '')
    expect(axis.provisionalFrom).toBe(40)
  })
})

describe('layout', () => {
  test('stacks groups with their rows and leaves empty groups out', () => {
    const layout = layoutGantt(model([row('x'), row('y'), row('z', { group: 'b' })]), scaleOf('2026-09-28', 5), 20)
    expect(layout.groups.map((group) => [group.id, group.y])).toEqual([
      ['a', 0],
      ['b', 60],
    ])
    expect([...layout.shapeOf.values()].map((shape) => shape.y)).toEqual([20, 40, 80])
    expect(layout.height).toBe(100)
  })

  test('draws bars in pieces, drops empty ones and shows slack only beyond the last', () => {
    const bars = [
      { tone: 'pale', from: 0, to: 0 },
      { tone: 'solid', from: 0, to: 2 },
      { tone: 'hatched', from: 2, to: 3 },
    ] as const
    const scale = scaleOf('2026-09-28', 5)
    const shape = layoutGantt(model([row('x', { bars, slackTo: 4 })]), scale, 20).shapeOf.get('x')
    expect(shape?.bars.map((bar) => bar.tone)).toEqual(['solid', 'hatched'])
    expect(shape?.extent).toEqual({ x: 0, width: 100 })
    expect(shape?.slack).toEqual({ x: 100, width: 10 })
    const tight = layoutGantt(model([row('x', { bars, slackTo: 3 })]), scale, 20).shapeOf.get('x')
    expect(tight?.slack).toBeNull()
  })

  test('keeps a bar of no length visible', () => {
    const bars = [{ tone: 'solid', from: 1, to: 1 }] as const
    const shape = layoutGantt(model([row('x', { bars })]), scaleOf('2026-09-28', 5), 20).shapeOf.get('x')
    expect(shape?.extent?.width).toBeGreaterThan(0)
  })

  test('shows today only while it lies on the chart', () => {
    const scale = scaleOf('2026-09-28', 5)
    expect(layoutGantt(model([], { today: '2026-09-29' }), scale, 20).today).toBe(15)
    expect(layoutGantt(model([], { today: '2027-09-29' }), scale, 20).today).toBeNull()
  })

  test('finds the last offset among bars, slack, ghosts, flags and marks', () => {
    const flags = [{ at: 31, late: false, text: '' }]
    expect(lastOffset(model([row('x', { bars: [{ tone: 'solid', from: 0, to: 7 }], slackTo: 9, flags })]))).toBe(31)
    expect(lastOffset(model([], { marks: [{ at: 44, label: '' }] }))).toBe(44)
  })
})

describe('edges', () => {
  const rows = [
    row('x', { bars: [{ tone: 'solid', from: 0, to: 2 }] }),
    row('y', { bars: [{ tone: 'solid', from: 2, to: 3 }], holds: [{ by: 'x', kind: 'start' }] }),
    row('z', {
      bars: [{ tone: 'solid', from: 0, to: 4 }],
      holds: [
        { by: 'y', kind: 'end' },
        { by: 'gone', kind: 'end' },
      ],
    }),
  ]
  const layout = layoutGantt(model(rows), scaleOf('2026-09-28', 5), 20)

  test('join the focused row with what it waits for and what waits for it', () => {
    expect(edgesOf(layout, 'y').map((edge) => [edge.key, edge.direction])).toEqual([
      ['in:x:start', 'in'],
      ['out:z:end', 'out'],
    ])
    expect(edgesOf(layout, null)).toEqual([])
  })

  test('skip rows that are not drawn', () => {
    expect(edgesOf(layout, 'z').map((edge) => edge.key)).toEqual(['in:y:end'])
  })
})

describe('keys', () => {
  const ids = ['x', 'y', 'z']
  test('move among rows and stop at the ends', () => {
    expect(keyAction('ArrowDown', ids, 'x')).toEqual({ do: 'focus', id: 'y' })
    expect(keyAction('ArrowUp', ids, 'x')).toEqual({ do: 'focus', id: 'x' })
    expect(keyAction('End', ids, 'x')).toEqual({ do: 'focus', id: 'z' })
  })
  test('slip by half a day and by a day, open, escape, and leave other keys alone', () => {
    expect(keyAction(']', ids, 'y')).toEqual({ do: 'slip', days: 0.5 })
    expect(keyAction('-', ids, 'y')).toEqual({ do: 'slip', days: -1 })
    expect(keyAction('Enter', ids, 'y')).toEqual({ do: 'open' })
    expect(keyAction('Escape', ids, 'y')).toEqual({ do: 'escape' })
    expect(keyAction('a', ids, 'y')).toBeNull()
  })
})

describe('drag', () => {
  test('snaps to half working days and jumps over holidays', () => {
    const scale = scaleOf('2026-09-28', 10)
    expect(draggedDays(scale, 0, 6)).toBe(0.5)
    expect(draggedDays(scale, 0, 50)).toBe(3)
    expect(draggedDays(scale, 1, -100)).toBe(-1)
  })
})

describe('paper', () => {
  test.each([1, 12, 40, 150, 400])('holds all of %i rows with the axis inside the room', (count) => {
    const rows = Array.from({ length: count }, (_, i) =>
      row(`r${i}`, { bars: [{ tone: 'solid', from: i, to: i + 2 }] }),
    )
    const marks = [1, 2, 3, 4].map((at) => ({ at, label: 'a long label of a milestone' }))
    const room = { widthMm: 400, heightMm: 240, monthLabel: () => '' }
    const drawn = printLayout(model(rows, { marks }), room)
    expect(drawn.head + drawn.layout.height).toBeLessThanOrEqual(drawn.height)
    expect(drawn.left + drawn.chartWidth).toBeLessThanOrEqual(drawn.width + 1e-6)
    expect(drawn.width / drawn.height).toBeCloseTo(400 / 240)
  })
})

describe('labels of marks', () => {
  test('take a lane of their own where they would cover one another, and turn left at the edge', () => {
    const laned = laneLabels(
      [
        { x: 10, label: '合同' },
        { x: 14, label: '施工许可' },
        { x: 195, label: '投产' },
      ],
      200,
    )
    expect(laned.map((mark) => [mark.lane, mark.before])).toEqual([
      [0, false],
      [1, false],
      [0, true],
    ])
  })
})
