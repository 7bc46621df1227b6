import type { Database } from '../../../platform/module.ts'
import { pinnedCatalogue } from '../../matters/server/api.ts'
import { undecidedStates } from '../contract/state.ts'
import type { StoredCase } from './rows.ts'
import { casesIn } from './store.ts'

/** Codes of what a matter brings, in the catalogue that its case is pinned to. */
export async function outputsOf(db: Database, row: StoredCase['row']): Promise<readonly string[]> {
  const { compiled } = await pinnedCatalogue(db, row.catalogue_version_id)
  const rank = compiled.indexOf.get(row.matter)
  return rank === undefined ? [] : (compiled.matters[rank]?.matter.outputs.map(({ code }) => code) ?? [])
}

/** Results that other undecided cases of the same project are to bring. */
export async function underwayFor(db: Database, { row }: StoredCase): Promise<ReadonlySet<string>> {
  const others = await casesIn(db, { zoneId: row.zone_id, enterpriseId: undefined })
    .where('project_id', '=', row.project_id)
    .where('id', '!=', row.id)
    .where('state', 'in', undecidedStates)
    .execute()
  const codes = new Set<string>()
  for (const other of others) for (const code of await outputsOf(db, other)) codes.add(code)
  return codes
}

/** Of the papers of a case those that it may be accepted without, as an earlier office is working on them. */
export async function awaitableOf(db: Database, stored: StoredCase): Promise<string[]> {
  const open = stored.facts.papers.filter(({ preReview, status }) => preReview && status === 'needed')
  if (open.length === 0) return []
  const underway = await underwayFor(db, stored)
  return open.map(({ ref }) => ref).filter((ref) => underway.has(ref))
}
