import { describe, expect, test } from 'vitest'
import { calendar, catalogue, compiled, fees, project, start } from '../../../../../test/plans/given.ts'
import { isScheduled } from '../../domain/lists/holds.ts'
import { namesOf } from '../../domain/lists/names.ts'
import { planOf } from '../../domain/plan.ts'
import { barsOf, ganttModel, waitText } from './gantt-model.ts'
import { ganttTexts } from './gantt-texts.ts'

const facts = project('food-factory').facts
const names = namesOf(catalogue, fees)
const say = (label: { zh: string }) => label.zh
const plan = planOf(compiled, { facts, calendar, start, scenario: 'reform' })
const model = ganttModel({ plan, base: undefined, names, calendar, today: '2026-03-20', say })

describe('the chart of a plan', () => {
  test('has one row for each scheduled matter, in the order of stages', () => {
    expect(model.rows.map((row) => row.id)).toEqual(plan.matters.filter(isScheduled).map((matter) => matter.code))
    const groups = model.groups.map((group) => group.id)
    expect(new Set(model.rows.map((row) => row.group)).isSubsetOf(new Set(groups))).toBe(true)
  })

  test('splits every bar without a gap from start to finish', () => {
    for (const matter of plan.matters.filter(isScheduled)) {
      const bars = barsOf(matter)
      expect(bars[0]?.from).toBe(matter.start)
      expect(bars.at(-1)?.to).toBe(matter.finish)
      for (const [i, bar] of bars.entries()) {
        expect(bar.to).toBeGreaterThanOrEqual(bar.from)
        if (i > 0) expect(bar.from).toBe(bars[i - 1]?.to)
      }
    }
  })

  test('marks what the zone has done ahead and draws no bar for it', () => {
    const done = model.rows.filter((row) => row.done)
    expect(done.map((row) => row.id)).toEqual(
      plan.matters.filter((matter) => matter.prior).map((matter) => matter.code),
    )
    expect(done.length).toBeGreaterThan(0)
    expect(done.every((row) => row.bars.length === 0)).toBe(true)
  })

  test('puts the four milestones on the axis with date and days', () => {
    expect(model.marks.map((mark) => mark.at)).toEqual([37, 45.5, 63.5, 108.5])
    expect(model.marks[1]?.label).toMatch(/^取得施工许可 \d\d-\d\d · 45.5 天$/)
  })

  test('shows no room to move beyond the end of the plan, nor inside a wait for the decision', () => {
    const early = planOf(compiled, { facts, calendar, start, scenario: 'same-day' })
    const rows = ganttModel({ plan: early, base: undefined, names, calendar, today: start, say }).rows
    expect(Math.max(...rows.map((row) => row.slackTo ?? 0))).toBeLessThanOrEqual(103)
    const waiting = early.matters.filter(isScheduled).filter((m) => (m.decided ?? 0) + (m.slack ?? 0) <= m.finish)
    for (const matter of waiting) expect(rows.find((row) => row.id === matter.code)?.slackTo).toBeNull()
    expect(rows.some((row) => row.slackTo !== null)).toBe(true)
  })

  test('flags every owed paper, in another shape when it comes too late', () => {
    const flags = model.rows.flatMap((row) => row.flags)
    expect(flags).toHaveLength(plan.owed.length)
    expect(flags.filter((flag) => flag.late)).toHaveLength(plan.owed.filter((owed) => owed.lapses).length)
  })

  test('draws ghosts only for matters that a what-if moved', () => {
    const slips = { 'construction-permit': 2 }
    const later = planOf(compiled, { facts, calendar, start, scenario: 'reform', changes: { slips } })
    const rows = ganttModel({ plan: later, base: plan, names, calendar, today: start, say }).rows
    const permit = rows.find((row) => row.id === 'construction-permit')
    expect(permit?.baseline?.to).toBe(45.5)
    expect(rows.find((row) => row.id === 'company-register')?.baseline).toBeNull()
  })

  test('says whom a matter waits for, with the office', () => {
    const permit = plan.matters.find((matter) => matter.code === 'construction-permit')
    expect(permit && waitText(permit, names, say)).toContain('住房城乡建设主管部门')
    const first = plan.matters.find((matter) => matter.code === 'name-declare')
    expect(first && waitText(first, names, say)).toBeNull()
  })
})

describe('labels of months', () => {
  test('carry the year where there is room, and instead of January where there is little', () => {
    const { monthLabel } = ganttTexts(say, true)
    expect(monthLabel(2026, 3, 120)).toBe('2026年3月')
    expect(monthLabel(2027, 1, 40)).toBe('2027')
    expect(monthLabel(2027, 3, 40)).toBe('3月')
    expect(monthLabel(2027, 3, 5)).toBe('')
  })
})
