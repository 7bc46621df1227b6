import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { buildCalendar } from '../../src/kernel/calendar.ts'
import { ForecastRules } from '../../src/modules/forecast/contract/rules.ts'
import { forecast } from '../../src/modules/forecast/domain/forecast.ts'
import { Catalogue, FeeSchedule } from '../../src/modules/matters/contract/catalogue.ts'
import { compileCatalogue } from '../../src/modules/matters/domain/compile.ts'
import { networkOf } from '../../src/modules/plans/domain/network.ts'
import { planOf } from '../../src/modules/plans/domain/plan.ts'

const read = (path: string) => JSON.parse(readFileSync(new URL(`../../data/${path}`, import.meta.url), 'utf8'))
const compiled = compileCatalogue(
  Catalogue.parse(read('catalogue/matters.json')),
  FeeSchedule.parse(read('catalogue/fees.json')),
)
const calendar = buildCalendar([2024, 2025, 2026].map((year) => read(`calendar/${year}.json`)))
const rules = {
  ...ForecastRules.parse(read('forecast/rules.json')),
  spread: { handling: [1], preparation: [1], works: [1] },
  owedLapse: 0,
}
const projects: { code: string; facts: Record<string, unknown> }[] = read('catalogue/projects.json')

/** Limits as they are, no desk and no lapse: the forecast must be the plan, day by day. */
function both(facts: Record<string, unknown>, scenario: 'promised' | 'reform' | 'same-day', past: number | null) {
  const input = { facts: { ...facts, constructionWorkdays: 200 }, calendar, start: '2026-03-02', scenario }
  const first = planOf(compiled, input)
  const today = past === null ? '2026-03-02' : dayOf(first, past)
  const happened = past === null ? {} : happenedBy(first, past)
  const plan = planOf(compiled, { ...input, progress: { today, matters: happened } })
  const project = { id: 'it', startOn: input.start, network: networkOf(compiled, input), happened }
  const zone = { today, calendar, rules, projects: [project], history: [], owed: { met: 0, lapsed: 0 }, desks: [] }
  const steps = forecast(zone, { runs: 1, seed: 1 })
  let step = steps.next()
  while (!step.done) step = steps.next()
  return { plan, outcome: step.value.outcomes[0] }
}

type Plan = ReturnType<typeof planOf>
const dayOf = ({ matters }: Plan, offset: number) =>
  matters
    .flatMap(({ finish, finishDate }) => (finish !== undefined && finish >= offset && finishDate ? [finishDate] : []))
    .sort()[0] ?? ''

/** Everything that the plan had decided by then went as planned. */
function happenedBy({ matters }: Plan, offset: number) {
  return Object.fromEntries(
    matters.flatMap(({ code, filedDate, finish, finishDate, prior }) =>
      finish === undefined || finish > offset || prior || !filedDate || !finishDate
        ? []
        : [[code, { filed: filedDate, finished: finishDate }] as const],
    ),
  )
}

const cases = projects.flatMap(({ code, facts }) =>
  (['promised', 'reform', 'same-day'] as const).flatMap((scenario) =>
    [null, 10, 30].map((past) => ({ code, facts, scenario, past })),
  ),
)

describe('a forecast without chance', () => {
  test.each(cases)('$code, $scenario, past up to $past: the days of the plan', ({ facts, scenario, past }) => {
    const { plan, outcome } = both(facts, scenario, past)
    const dateOf = (code: string) => plan.matters.find((matter) => matter.code === code)?.finishDate ?? null
    for (const [name, code] of [
      ['permit', 'construction-permit'],
      ['production', 'production-start'],
    ] as const) {
      const told = outcome?.[name]
      const on = told?.state === 'coming' ? told.spread : [{ on: told?.doneOn ?? null }]
      expect([name, on[0]?.on]).toEqual([name, dateOf(code)])
    }
  })
})
