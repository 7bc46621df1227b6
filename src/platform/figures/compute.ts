import { Decimal } from 'decimal.js'
import { figureOf } from '../../kernel/figure.ts'
import type { CountedRow, Database, FigureSource, ModuleDefinition, RequestContext } from '../module.ts'
import type { FigureValue } from './contract.ts'

/** Every module's figures by key; two of one key would be one name for two numbers. */
export function figuresOf(modules: readonly ModuleDefinition[]): ReadonlyMap<string, FigureSource> {
  const found = new Map<string, FigureSource>()
  for (const source of modules.flatMap((module) => module.figures ?? [])) {
    if (found.has(source.figure.key)) throw new Error(`two figures have the key ${source.figure.key}`)
    found.set(source.figure.key, source)
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)))
}

export interface Computed {
  readonly figure: FigureValue
  readonly rows: readonly CountedRow[]
}

/** The rows of a figure and its number from exactly these rows. */
export async function computeFigure(
  db: Database,
  source: FigureSource,
  at: Pick<RequestContext, 'now' | 'zone'> & { readonly zoneId: string },
): Promise<Computed> {
  const rows = await source.rows(db, at.zoneId, at)
  return { figure: { ...source.figure, kind: source.kind, value: numberOf(source, rows), rows: rows.length }, rows }
}

/** Sums are exact decimals; the other operations are over plain numbers. */
function numberOf({ figure }: FigureSource, rows: readonly CountedRow[]): number | string | null {
  const texts = rows.some(({ value }) => typeof value === 'string')
  if (figure.op === 'sum' && texts) {
    return rows.reduce((total, { value }) => total.plus(value), new Decimal(0)).toFixed(2)
  }
  return figureOf(
    figure.op,
    rows.map(({ value }) => Number(value)),
  )
}
