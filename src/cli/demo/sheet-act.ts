import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Day, dayFromNumber, dayNumber } from '../../kernel/calendar.ts'
import type { AnyRecordKind } from '../../kernel/record-kind.ts'
import { sheetEndpoints } from '../../kernel/sheet-endpoints.ts'
import type { ImportRow } from '../../kernel/sheet-view.ts'
import type { Ref } from '../../platform/demo/acts.ts'
import { uploadedOf } from '../../platform/files/receive-whole.ts'
import { listImportRows } from '../../platform/sheets/contract.ts'
import type { DemoDays } from './days.ts'
import type { Act, Stage, Telling } from './script.ts'

const folder = join(import.meta.dirname, '..', '..', '..', 'data', 'demo', 'zones')

/** @public For parts/: the text of `data/demo/zones/<zone>/<name>.csv`; null when the zone has none. */
export function zoneCsv({ zone }: Pick<Telling, 'zone'>, name: string): string | null {
  const path = join(folder, zone.code, `${name}.csv`)
  return existsSync(path) ? readFileSync(path, 'utf8') : null
}

interface Told {
  /** Names the records: what later acts call `<key>:<title>`. */
  readonly key: string
  readonly kind: AnyRecordKind
  readonly csv: string
  readonly at: Date
  readonly by: string
}

/**
 * One act that brings in a CSV of records as an office would: uploaded, compared, confirmed. Heads are titles or names of fields; refs are
 * named as people name them. A cell `{-30}` is the legal day 30 working days before the demonstration, `{+45}` the day 45 days after its eve.
 * A row that is not good stops the building and says why. Leaves every record behind as `<key>:<title>`.
 */
export function sheetAct({ days }: Pick<Telling, 'days'>, { key, kind, csv, at, by }: Told): Act {
  return {
    key: `sheet:${key}`,
    at,
    by,
    run: async (stage) => {
      const { upload, confirm } = sheetEndpoints(kind)
      const text = csv.replace(/\{([+-]\d+)\}/g, (_, number: string) => dayOf(days, Number(number)))
      const file = uploadedOf(`${key}.csv`, new TextEncoder().encode(text))
      const compared = await stage.call(upload, { file })
      const { bad } = compared.counts
      if (bad > 0) throw new Error(`${key}.csv: ${bad} bad rows: ${await faultsOf(stage, compared.id, 'bad')}`)
      const { counts } = await stage.call(confirm, { import: compared.id })
      if (counts.refused > 0) throw new Error(`${key}.csv: refused: ${await faultsOf(stage, compared.id, 'refused')}`)
      return refsOf(key, await rowsOf(stage, compared.id))
    },
  }
}

function dayOf(days: DemoDays, number: number): Day {
  return number < 0 ? days.day(number) : dayFromNumber(dayNumber(days.day(-1)) + number)
}

async function rowsOf({ call }: Stage, id: string, state?: 'bad' | 'refused'): Promise<readonly ImportRow[]> {
  const rows: ImportRow[] = []
  let after: number | null = 0
  while (after !== null) {
    const page: { rows: ImportRow[]; next: number | null } = await call(listImportRows, {
      id,
      state,
      after,
      limit: 200,
    })
    rows.push(...page.rows)
    after = page.next
  }
  return rows
}

async function faultsOf(stage: Stage, id: string, state: 'bad' | 'refused'): Promise<string> {
  const rows = await rowsOf(stage, id, state)
  return rows
    .slice(0, 20)
    .map(({ number, issues }) => `${number} ${issues.map(({ field, en }) => `${field ?? ''} ${en}`).join(' ')}`)
    .join('; ')
}

function refsOf(key: string, rows: readonly ImportRow[]): Record<string, Ref> {
  const made = rows.filter(({ state }) => state === 'created')
  return Object.fromEntries(made.map(({ title, id }) => [`${key}:${title}`, { id: id ?? '', version: 1 }]))
}
