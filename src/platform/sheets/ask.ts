import type { Acting } from '../journal/record.ts'
import type { Database, ModuleDefinition, SheetCheck } from '../module.ts'
import type { Known } from '../records/statement.ts'
import { comparedChunk } from './chunks.ts'
import type { KeptRow } from './compared.ts'
import type { Import } from './store.ts'

/** A kind whose lines are taken in, with what a person is asked about beforehand. */
export interface Taking extends Known {
  readonly check?: SheetCheck | undefined
}

export function checksOf(modules: readonly ModuleDefinition[]): ReadonlyMap<string, SheetCheck> {
  return new Map(modules.flatMap(({ sheetChecks = {} }) => Object.entries(sheetChecks)))
}

/** Compared lines, those red that the kind's own check asks about: they wait for a person's word. */
export async function askedAbout(
  db: Database,
  acting: Acting,
  { known, one, rows }: { readonly known: Taking; readonly one: Import; readonly rows: readonly KeptRow[] },
): Promise<readonly KeptRow[]> {
  const fresh = rows.filter(isNew)
  if (known.check === undefined || fresh.length === 0) return rows
  const asked = await known.check(db, acting, { rows: fresh, earlier: () => newBefore(db, one) })
  return rows.map((row) => {
    const text = isNew(row) ? asked.get(row.number) : undefined
    return text ? { ...row, state: 'bad', ask: true, issues: [{ field: null, ...text }] } : row
  })
}

async function newBefore(db: Database, one: Import): Promise<readonly KeptRow[]> {
  const found: KeptRow[] = []
  for (let place = 0; place < one.chunk; place++) found.push(...(await comparedChunk(db, one, place)).filter(isNew))
  return found
}

const isNew = ({ state, ask }: KeptRow): boolean => state === 'new' || ask === true
