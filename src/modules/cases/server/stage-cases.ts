import type { Database } from '../../../platform/module.ts'
import { labelOfMixed } from '../../matters/contract/mixed-text.ts'
import { pinnedCatalogue } from '../../matters/server/api.ts'
import { anyOf } from './any-of.ts'
import type { StoredCase } from './rows.ts'
import { casesIn, type Scope, withFacts } from './store.ts'

/** Cases of a project by the stage of their matter, in the order of the catalogue that each is pinned to. */
export interface StageCases {
  readonly code: string
  readonly name: { readonly zh: string; readonly en: string }
  readonly cases: readonly StoredCase[]
}

interface Wanted {
  readonly scope: Scope
  readonly projectId: string
  /** Locked until the transaction ends, in the order of their ids. */
  readonly lock?: boolean
}

export async function stagesOf(db: Database, { scope, projectId, lock = false }: Wanted): Promise<StageCases[]> {
  const query = casesIn(db, scope).where('project_id', '=', projectId).orderBy('id')
  const rows = await (lock ? query.forUpdate() : query).execute()
  const stages = new Map<string, { code: string; name: StageCases['name']; cases: StoredCase[]; rank: number }>()
  for (const stored of await withFacts(db, scope.zoneId, rows)) {
    const { catalogue, compiled } = await pinnedCatalogue(db, stored.row.catalogue_version_id)
    const code = compiled.matters[compiled.indexOf.get(stored.row.matter) ?? -1]?.matter.stage
    if (code === undefined) continue
    const { zh, en } = labelOfMixed(catalogue.stages[code] ?? code)
    const rank = Object.keys(catalogue.stages).indexOf(code)
    const known = stages.get(code) ?? { code, name: { zh, en }, cases: [], rank }
    known.cases.push(stored)
    stages.set(code, known)
  }
  return [...stages.values()].sort((a, b) => a.rank - b.rank)
}

/** These cases as the caller may see them, in the order of their ids; `lock`: until the transaction ends. */
export async function casesById(
  db: Database,
  scope: Scope,
  { ids, lock = false }: { readonly ids: readonly string[]; readonly lock?: boolean },
): Promise<StoredCase[]> {
  const query = casesIn(db, scope).where('id', '=', anyOf(ids)).orderBy('id')
  return withFacts(db, scope.zoneId, await (lock ? query.forUpdate() : query).execute())
}
