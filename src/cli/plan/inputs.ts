import { buildCalendar, type Calendar, type Day } from '../../kernel/calendar.ts'
import { parseCalendarYears } from '../../kernel/calendar-data.ts'
import { Problem } from '../../kernel/problem.ts'
import type { CompiledCatalogue } from '../../modules/matters/contract/compiled.ts'
import { compileCatalogue } from '../../modules/matters/domain/compile.ts'
import { feesFitting } from '../../modules/matters/domain/fees.ts'
import { mustParse, parseCatalogue, parseFees } from '../../modules/matters/domain/parse.ts'
import { readDataFile, readDataFolder } from '../../platform/data-files.ts'
import { readJson } from '../read-json.ts'

/** The shipped catalogue with its fees, or the caller's with the shipped fees that fit it. */
export async function readCatalogue(path: string | undefined): Promise<CompiledCatalogue> {
  const catalogue = mustParse(
    parseCatalogue(path === undefined ? readDataFile('catalogue/matters.json') : await readJson(path)),
  )
  const fees = mustParse(parseFees(readDataFile('catalogue/fees.json')))
  return compileCatalogue(catalogue, path === undefined ? fees : feesFitting(catalogue, fees))
}

export async function readCalendar(path: string | undefined): Promise<Calendar> {
  const files = path === undefined ? readDataFolder('calendar').map((file) => file.content) : await readJson(path)
  return buildCalendar(parseCalendarYears(files))
}

export async function readFacts(path: string): Promise<Record<string, unknown>> {
  const file = await readJson(path)
  const inner = isObject(file) && 'facts' in file ? file.facts : file
  if (isObject(inner)) return inner
  throw new Problem(
    'invalid_input',
    'cli.not_facts',
    {
      zh: `${path}：应是一个 JSON 对象，直接写事实，或放在 facts 之下。`,
      en: `${path}: must be one JSON object of facts, or have it under "facts".`,
    },
    { path },
  )
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The local day of a moment. */
export function today(now: Date): Day {
  const two = (n: number) => String(n).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
