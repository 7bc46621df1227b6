import type { Insertable } from 'kysely'
import type { ClockEntry } from '../../../kernel/clock.ts'
import type { CaseClockFacts } from '../domain/facts.ts'
import type { ClockEntryRow } from './table.ts'

type EntryColumns = Omit<Insertable<ClockEntryRow>, 'zone_id' | 'id' | 'created_at' | 'created_by' | 'case_id'>

/** The rows that the ledgers have grown by, numbered on from what was there. Ledgers only grow. */
export function newEntries(before: readonly CaseClockFacts[], after: readonly CaseClockFacts[]): EntryColumns[] {
  let ordinal = before.reduce((sum, { clock }) => sum + clock.ledger.length, 0)
  return after.flatMap((item, i) =>
    item.clock.ledger.slice(before[i]?.clock.ledger.length ?? 0).map((entry) => {
      ordinal++
      return { ordinal, ...columnsOf(item, entry) }
    }),
  )
}

function columnsOf(
  { kind: clock, ref, clock: { budget } }: CaseClockFacts,
  entry: ClockEntry,
): Omit<EntryColumns, 'ordinal'> {
  const starts = entry.kind === 'started'
  return {
    clock,
    ref: ref ?? '',
    kind: entry.kind,
    on_day: entry.on,
    budget_days: starts ? budget.days : null,
    budget_unit: starts ? budget.unit : null,
    days: daysOf(entry),
    reason: entry.reason ?? null,
    paper: entry.paper ?? null,
  }
}

function daysOf(entry: ClockEntry): number | null {
  if (entry.kind === 'suspended') return entry.promisedDays ?? null
  return entry.kind === 'extended' ? entry.days : null
}
