import type { Acting } from '../journal/record.ts'
import type { Database } from '../module.ts'
import type { Known } from '../records/statement.ts'
import { compareNew } from './compare-new.ts'
import { compareWith } from './compare-with.ts'
import type { KeptRow } from './compared.ts'
import { type Existing, keyText, recordsById, recordsByKey } from './existing.ts'
import { type Given, givenRows, resolveRefs, titleOf } from './given.ts'
import type { Head } from './head.ts'
import type { RawRow, UniqueKey } from './raw.ts'
import { twinIssue, unknownId } from './row-issues.ts'

export interface Comparing {
  readonly known: Known
  readonly head: Head
  readonly keys: readonly UniqueKey[]
  readonly rows: readonly RawRow[]
}

/**
 * Lays lines beside the records of the zone: by the id that an export carries, else by what may exist once. Nothing is written;
 * every rule that a single write would be held against is asked.
 */
export async function compareRows(
  db: Database,
  acting: Acting,
  { known, head, keys, rows }: Comparing,
): Promise<readonly KeptRow[]> {
  const { kind } = known
  const given = givenRows(kind, head, rows)
  const byId = await recordsById(db, acting, { ...known, ids: rows.map(({ id }) => id) })
  const ofId = ({ raw }: Given) => byId.get(raw.id.toLowerCase())
  await resolveRefs(db, acting, { known, given, shown: (one) => ofId(one)?.shown })
  const byKey = await matchesByKey(db, acting, { known, keys, given: given.filter(({ raw }) => raw.id === '') })
  return given.map((one) => {
    const { raw, issues } = one
    if (raw.twin) issues.unshift(twinIssue(kind, raw.twin))
    if (raw.id === '') {
      const match = byKey.get(one)
      return match
        ? compareWith(known, acting, { given: one, existing: match, byId: false })
        : compareNew(kind, acting, one)
    }
    const existing = ofId(one)
    if (existing) return compareWith(known, acting, { given: one, existing, byId: true })
    return bad(one, titleOf(kind, one), unknownId(kind))
  })
}

function bad({ raw, issues }: Given, title: { readonly title?: string }, issue: ReturnType<typeof unknownId>): KeptRow {
  return { number: raw.number, state: 'bad', ...title, values: {}, issues: [issue, ...issues] }
}

async function matchesByKey(
  db: Database,
  acting: Acting,
  { known, keys, given }: Pick<Comparing, 'known' | 'keys'> & { readonly given: readonly Given[] },
): Promise<ReadonlyMap<Given, Existing>> {
  const matches = new Map<Given, Existing>()
  for (const key of keys) {
    const asked = given.filter((one) => !matches.has(one) && key.every((name) => hasValue(one.values[name])))
    const values = asked.map((one) => key.map((name) => one.values[name]))
    const found = await recordsByKey(db, acting, { ...known, key, values })
    for (const [i, one] of asked.entries()) {
      const match = found.get(keyText(values[i] ?? []))
      if (match) matches.set(one, match)
    }
  }
  return matches
}

function hasValue(value: unknown): boolean {
  return value !== null && value !== undefined && value !== ''
}
