import type { Label } from '../../../../kernel/label.ts'
import {
  FactDeclaration,
  Fee,
  LegalBasis,
  Matter,
  MatterInput,
  MatterTest,
  Paper,
} from '../../../matters/contract/catalogue.ts'
import type { Content } from '../content.ts'
import { letterOf, type Raw } from './cells.ts'
import { columnsOf, type SheetName, sheetTitles } from './columns.ts'
import { type ReadRow, readSheets, type SheetError, type WorkbookSheets } from './sheets.ts'

/** Why a rule over these facts does not compile; null when it does. */
export type RuleCheck = (
  source: string,
  facts: readonly FactDeclaration[],
  expected: 'boolean' | 'number',
) => Label | null

export interface ReadContent {
  /** Null while there is an error. */
  readonly content: Content | null
  readonly errors: readonly SheetError[]
}

type Schema<T> = {
  safeParse(
    value: unknown,
  ):
    | { success: true; data: T }
    | { success: false; error: { issues: readonly { path: readonly PropertyKey[]; message: string }[] } }
}

/**
 * A workbook as a catalogue: what it does not hold (title, stages) stays as in `base`. Every error is named by its sheet and cell; with one
 * of them nothing is taken.
 */
export function readContent(sheets: WorkbookSheets, base: Content, check: RuleCheck): ReadContent {
  const { rows, errors } = readSheets(sheets)
  const found: SheetError[] = [...errors]
  const reader: Reader = { rows, found }
  const parts = partsOf(reader)
  const withOptions = optionsOf(reader)
  const matters = parseRows(reader, 'matters', {
    safeParse: (raw) => Matter.safeParse({ ...(raw as Raw), ...parts(codeOf(raw)) }),
  })
  const materials = parseRows(reader, 'materials', Paper)
  const facts = parseRows(reader, 'facts', { safeParse: (raw) => FactDeclaration.safeParse(withOptions(raw as Raw)) })
  const fees = parseRows(reader, 'fees', Fee)
  const [own, ofFees] = [valuesOf(facts, 'project'), valuesOf(facts, 'fees')]
  for (const { row, value } of matters) {
    ruleError(reader, { name: 'matters', row, path: 'applies' }, check(value.applies, own, 'boolean'))
  }
  for (const { row, value } of fees) {
    ruleError(reader, { name: 'fees', row, path: 'amount' }, check(value.amount, [...own, ...ofFees], 'number'))
    if (value.waiver === undefined) continue
    ruleError(reader, { name: 'fees', row, path: 'waiver' }, check(value.waiver, [...own, ...ofFees], 'boolean'))
  }
  if (found.length > 0) return { content: null, errors: found }
  const [rest, restFees] = [base.catalogue, base.fees]
  const content = {
    catalogue: { ...rest, facts: own, materials: valuesOf(materials), matters: valuesOf(matters) },
    fees: { ...restFees, facts: ofFees, fees: valuesOf(fees) },
  }
  return { content, errors: found }
}

interface Reader {
  readonly rows: ReadonlyMap<SheetName, readonly ReadRow[]>
  readonly found: SheetError[]
}

interface Parsed<T> {
  readonly row: ReadRow
  readonly value: T
}

/** Rows that fit; those that do not, and a second row of one code, are told. */
function parseRows<T>({ rows, found }: Reader, name: SheetName, schema: Schema<T>): Parsed<T>[] {
  const seen = new Set<string>()
  return (rows.get(name) ?? []).flatMap((row) => {
    const code = codeOf(row.raw)
    if (seen.has(code)) found.push(errorAt({ name, row, path: 'code' }, `编码“${code}”重复`, `"${code}" stands twice`))
    seen.add(code)
    const value = parsedRow({ name, row, schema }, found)
    return value === null ? [] : [{ row, value }]
  })
}

function valuesOf<T>(parsed: readonly Parsed<T>[], scope?: string): T[] {
  return parsed.filter(({ row }) => scope === undefined || row.raw.scope === scope).map(({ value }) => value)
}

/** The rows of other sheets that belong to a matter, each checked by itself so that its cell can be named. */
function partsOf({ rows, found }: Reader) {
  const codes = new Set((rows.get('matters') ?? []).map(({ raw }) => codeOf(raw)))
  const of = <T>(name: SheetName, schema: Schema<T>) => {
    const parsed = (rows.get(name) ?? []).flatMap((row) => {
      const matter = String(row.raw.matter ?? '')
      if (!codes.has(matter)) {
        found.push(
          errorAt({ name, row, path: 'matter' }, `“事项”表里没有“${matter}”`, `there is no matter "${matter}"`),
        )
      }
      const value = parsedRow({ name, row, schema }, found)
      return value === null ? [] : [{ matter, value }]
    })
    const byMatter = Map.groupBy(parsed, ({ matter }) => matter)
    return (code: string) => (byMatter.get(code) ?? []).map(({ value }) => value)
  }
  const basis = of('basis', LegalBasis)
  const inputs = of('inputs', MatterInput)
  const outputs = of('outputs', Matter.shape.outputs.element)
  const tests = of('tests', MatterTest)
  return (code: string) => ({
    ...{ basis: basis(code), inputs: inputs(code), outputs: outputs(code) },
    ...(tests(code).length > 0 && { tests: tests(code) }),
  })
}

function optionsOf({ rows }: Reader) {
  const options = Map.groupBy(rows.get('options') ?? [], ({ raw }) => String(raw.fact))
  return (raw: Raw): Raw => {
    const own = options.get(codeOf(raw))
    return own ? { ...raw, options: own.map((option) => option.raw) } : raw
  }
}

function codeOf(raw: unknown): string {
  return String((raw as { code?: unknown }).code ?? '')
}

interface Place {
  readonly name: SheetName
  readonly row: ReadRow
  readonly path: string
}

function parsedRow<T>(
  { name, row, schema }: { name: SheetName; row: ReadRow; schema: Schema<T> },
  found: SheetError[],
): T | null {
  const parsed = schema.safeParse(row.raw)
  if (parsed.success) return parsed.data
  if (row.broken) return null
  const issue = parsed.error.issues[0]
  const path = issue?.path.join('.') ?? ''
  found.push(
    errorAt(
      { name, row, path },
      `不符合目录格式：${issue?.message ?? ''}`,
      `does not fit the format: ${issue?.message ?? ''}`,
    ),
  )
  return null
}

function ruleError({ found }: Reader, place: Place, why: Label | null): void {
  if (why) found.push(errorAt(place, why.zh, why.en))
}

/** The cell of a field; the first cell of the row when the path has no column of its own. */
function errorAt({ name, row, path }: Place, zh: string, en: string): SheetError {
  const columns = columnsOf[name]
  const at = columns.findIndex((column) => column.path === path || column.path.startsWith(`${path}.`))
  const column = row.columns[at] ?? 0
  return { sheet: sheetTitles[name], cell: `${letterOf(Math.max(column, 0))}${row.number}`, text: { zh, en } }
}
