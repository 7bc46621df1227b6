import { fireEvent, render, screen } from '@testing-library/react'
import { describe, expect, test, vi } from 'vitest'
import { buildCalendar } from '../../../kernel/calendar.ts'
import { Gantt } from './gantt.tsx'
import type { GanttModel, GanttRow } from './model.ts'
import type { GanttTexts } from './texts.ts'

const row = (id: string, from: number, to: number): GanttRow => ({
  id,
  group: 'g',
  cells: [`matter ${id}`, `${from}`, `office ${id}`],
  bars: [{ tone: 'solid', from, to }],
  slackTo: null,
  critical: id === 'b',
  done: false,
  baseline: null,
  flags: [],
  diamond: null,
  holds: [],
  note: null,
})

const model: GanttModel = {
  calendar: buildCalendar([]),
  dayZero: '2026-03-02',
  groups: [{ id: 'g', label: 'stage' }],
  rows: [row('a', 0, 2), row('b', 2, 4), row('c', 4, 9)],
  columns: [
    { label: 'Matter', width: 100 },
    { label: 'Start', width: 50, align: 'end' },
    { label: 'Office', width: 50, tableOnly: true },
  ],
  marks: [],
  today: null,
}

const texts = new Proxy(
  { monthLabel: () => '', dragged: () => '', tones: { pale: 'pale', solid: 'solid', hatched: 'hatched' } },
  {
    get: (own, key) => (key in own ? own[key as keyof typeof own] : String(key)),
  },
) as unknown as GanttTexts

function show() {
  const onOpen = vi.fn()
  const onSlip = vi.fn()
  render(<Gantt model={model} texts={texts} size={1} onOpen={onOpen} onSlip={onSlip} />)
  const rowOf = (id: string) => screen.getByText(`matter ${id}`).closest('tr') as HTMLElement
  return { onOpen, onSlip, rowOf }
}

describe('the chart by keyboard', () => {
  test('is one tab stop; arrows walk the rows', () => {
    const { rowOf } = show()
    expect(['a', 'b', 'c'].map((id) => rowOf(id).tabIndex)).toEqual([0, -1, -1])
    rowOf('a').focus()
    fireEvent.keyDown(rowOf('a'), { key: 'ArrowDown' })
    expect(document.activeElement).toBe(rowOf('b'))
    expect(rowOf('b').getAttribute('aria-selected')).toBe('true')
  })

  test('opens the focused row and slips it by half a day and by a day', () => {
    const { rowOf, onOpen, onSlip } = show()
    rowOf('b').focus()
    fireEvent.keyDown(rowOf('b'), { key: 'Enter' })
    fireEvent.keyDown(rowOf('b'), { key: ']' })
    fireEvent.keyDown(rowOf('b'), { key: '-' })
    expect(onOpen).toHaveBeenCalledWith('b')
    expect(onSlip.mock.calls).toEqual([
      ['b', 0.5],
      ['b', -1],
    ])
  })
})

describe('the table twin', () => {
  test('shows every column and no drawing', () => {
    show()
    expect(screen.queryByText('office a')).toBeNull()
    fireEvent.click(screen.getByText('table'))
    expect(screen.getByText('office a')).toBeDefined()
    expect(document.querySelector('.gantt-svg')).toBeNull()
  })
})

describe('the chart by mouse', () => {
  test('a click on a name opens its row', () => {
    const { onOpen } = show()
    fireEvent.click(screen.getByText('matter c'))
    expect(onOpen).toHaveBeenCalledWith('c')
  })
})
