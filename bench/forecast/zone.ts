import { readFile } from 'node:fs/promises'
import { buildCalendar, type CalendarYear } from '../../src/kernel/calendar.ts'
import type { HandledCase } from '../../src/modules/cases/contract/handled.ts'
import { ForecastRules } from '../../src/modules/forecast/contract/rules.ts'
import type { Given, GivenDesk } from '../../src/modules/forecast/domain/given.ts'
import { Catalogue, FeeSchedule } from '../../src/modules/matters/contract/catalogue.ts'
import type { CompiledCatalogue } from '../../src/modules/matters/contract/compiled.ts'
import type { FactValues } from '../../src/modules/matters/contract/fact-values.ts'
import { compileCatalogue } from '../../src/modules/matters/domain/compile.ts'
import { networkOf } from '../../src/modules/plans/domain/network.ts'

async function read<T>(path: string): Promise<T> {
  return JSON.parse(await readFile(new URL(`../../data/${path}`, import.meta.url), 'utf8')) as T
}

const today = '2026-11-30'
export const catalogueFile: unknown = await read('catalogue/matters.json')
export const fees = FeeSchedule.parse(await read('catalogue/fees.json'))
export const calendar = buildCalendar(
  await Promise.all(['2024', '2025', '2026'].map((year) => read<CalendarYear>(`calendar/${year}.json`))),
)
const known = await read<{ code: string; facts: FactValues }[]>('catalogue/projects.json')
const organisation = await read<{ departments: { key: string; authorities: string[] }[] }>('demo/organisation.json')
const rules = ForecastRules.parse(await read('forecast/rules.json'))

export function compileFresh(): CompiledCatalogue {
  return compileCatalogue(Catalogue.parse(catalogueFile), fees)
}

/** Projects that differ in what they answer and in when they begin: large ones, with a leased workshop among twenty. */
export function projectFacts(i: number): FactValues {
  const like = i % 20 === 0 ? 'leased-workshop' : i % 2 === 0 ? 'food-factory' : 'hazchem-plant'
  const facts = known.find(({ code }) => code === like)?.facts ?? {}
  return { ...facts, newCompany: (i & 2) === 0, mayHaveRelics: (i & 4) === 0, constructionWorkdays: 180 + (i % 7) * 20 }
}

/** Six decided cases of every second matter, so that half of it is drawn from cases and half from limits. */
function history({ matters }: CompiledCatalogue): HandledCase[] {
  return matters.flatMap(({ matter }, rank) =>
    rank % 2 === 1
      ? []
      : Array.from({ length: 6 }, (_, i) => ({
          ...{ id: `${matter.code}-${i}`, projectId: 'past', matter: matter.code, authority: matter.authority },
          ...{ receivedOn: '2026-03-02', acceptedOn: '2026-03-03', decidedOn: '2026-03-10', corrected: i === 4 },
          ...{ before: i === 4 ? 6 : i % 2, handling: Math.ceil(matter.handling.committed.days * (0.5 + i / 6)) },
          suspended: i === 5 ? 5 : 0,
        })),
  )
}

function desks(): GivenDesk[] {
  return organisation.departments.map(({ key, authorities }) => ({
    ...{ id: key, officers: 12, absent: 0, casesAtOnce: null, authorities },
  }))
}

/** A zone of so many projects none of which has filed anything yet. */
export function zoneOf(projects: number, compiled = compileFresh()): Given {
  const switches = { parallel: true, promised: true, fastPreparation: true, deferral: true }
  const reforms = { ...switches, preReview: false, commitment: true, standardLand: true }
  return {
    ...{ today, calendar, rules, history: history(compiled), owed: { met: 17, lapsed: 3 }, desks: desks() },
    projects: Array.from({ length: projects }, (_, i) => {
      const startOn = `2026-${String(1 + (i % 11)).padStart(2, '0')}-${String(1 + (i % 27)).padStart(2, '0')}`
      const input = { facts: projectFacts(i), start: startOn, calendar, switches: reforms }
      return { id: `project-${i}`, startOn, network: networkOf(compiled, input), happened: {} }
    }),
  }
}
