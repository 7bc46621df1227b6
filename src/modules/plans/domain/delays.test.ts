import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { buildCalendar, type CalendarYear } from '../../../kernel/calendar.ts'
import { addWorkdays } from '../../../kernel/workdays.ts'
import type { Catalogue, FeeSchedule } from '../../matters/contract/catalogue.ts'
import type { CompiledCatalogue } from '../../matters/contract/compiled.ts'
import type { FactValues } from '../../matters/contract/fact-values.ts'
import type { Progress } from '../../projects/contract/progress.ts'
import { delaysOf } from './delays.ts'
import { planOf } from './plan.ts'
import type { PlanInput } from './request.ts'

const shared = await load()

function read<T>(path: string): T {
  return JSON.parse(readFileSync(new URL(`../../../../data/${path}`, import.meta.url), 'utf8')) as T
}

async function load(): Promise<{ compiled: CompiledCatalogue; input: PlanInput }> {
  const { compileCatalogue } = await import('../../matters/domain/compile.ts')
  const [factory] = read<{ facts: FactValues }[]>('catalogue/projects.json')
  const calendar = buildCalendar([read<CalendarYear>('calendar/2026.json')])
  return {
    compiled: compileCatalogue(read<Catalogue>('catalogue/matters.json'), read<FeeSchedule>('catalogue/fees.json')),
    input: { facts: factory?.facts ?? {}, calendar, start: '2026-03-02', scenario: 'reform' },
  }
}

const { compiled, input } = shared
const fresh = planOf(compiled, input)
const planned = (code: string) => {
  const matter = fresh.matters.find((m) => m.code === code)
  return { filed: matter?.filedDate ?? '', finished: matter?.finishDate ?? '' }
}

/** Everything that the plan wanted filed or decided by this day was, on its day. */
function onTimeUntil(today: string): Progress['matters'] {
  const begun = fresh.matters.filter((m) => m.filedDate && m.filedDate <= today && m.prior === false)
  const past = begun.map((m): [string, Progress['matters'][string]] => {
    const { filed, finished } = planned(m.code)
    return [m.code, finished <= today ? { filed, finished } : { filed }]
  })
  return Object.fromEntries(past)
}

describe('a running project', () => {
  test('that goes as planned keeps its milestones and has no delay that matters', () => {
    const today = '2026-03-20'
    const progress = { today, matters: onTimeUntil(today) }
    const plan = planOf(compiled, { ...input, progress })
    expect(plan.milestones.contract).toBe(fresh.milestones.contract)
    expect(delaysOf(compiled, { ...input, progress }).filter((d) => d.matters)).toEqual([])
  })

  test('whose first review took five days longer reaches the contract five working days later, and says why', () => {
    const { filed, finished } = planned('entry-review')
    const late = addWorkdays(input.calendar, finished, 5)
    const { 'invest-agreement': _, 'land-scheme': __, ...others } = onTimeUntil(late)
    const progress = { today: late, matters: { ...others, 'entry-review': { filed, finished: late } } }
    const plan = planOf(compiled, { ...input, progress })
    expect((plan.milestones.contract ?? 0) - (fresh.milestones.contract ?? 0)).toBe(5)
    const [first] = delaysOf(compiled, { ...input, progress }).filter((d) => d.matters)
    expect(first).toEqual({ code: 'entry-review', days: 5, kind: 'decided', matters: true })
  })

  test('whose case is open beyond its limit cannot end before today', () => {
    const today = '2026-04-15'
    const progress = { today, matters: { 'entry-review': { filed: planned('entry-review').filed } } }
    const plan = planOf(compiled, { ...input, progress })
    const review = plan.matters.find((m) => m.code === 'entry-review')
    expect(review?.finishDate).toBe(today)
    expect(review?.filedDate).toBe(planned('entry-review').filed)
    expect(delaysOf(compiled, { ...input, progress }).find((d) => d.code === 'entry-review')?.kind).toBe('open')
  })

  test('never files anything that was not filed before today, and never moves what has', () => {
    const today = '2026-05-20'
    const past = onTimeUntil('2026-04-10')
    const plan = planOf(compiled, { ...input, progress: { today, matters: past } })
    for (const matter of plan.matters.filter((m) => m.finish !== undefined && m.prior === false)) {
      const fixed = past[matter.code]
      if (!fixed) expect((matter.filedDate ?? '') >= today).toBe(true)
      else if (fixed.finished) expect([matter.filedDate, matter.finishDate]).toEqual([fixed.filed, fixed.finished])
      else expect(matter.finishDate === null || (matter.finishDate ?? '') >= today).toBe(true)
    }
  })
})
