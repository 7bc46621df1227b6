import { notFound } from '../../../platform/access/caller.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import type { Action } from '../domain/facts.ts'
import { type BundleRow, bundlesIn } from './bundle-store.ts'
import { actionOf, type StoredCase } from './rows.ts'
import { casesIn, getStored, listActions, scopeOf, withFacts } from './store.ts'

/** A case with everything that was done in it: for what is written about it. */
export interface CaseDossier extends StoredCase {
  readonly actions: readonly (Action & { readonly ordinal: number })[]
}

/** The case as the caller may see it; 404 otherwise. Needs the zone's context. */
export async function caseDossier(db: Database, context: RequestContext, id: string): Promise<CaseDossier> {
  const scope = scopeOf(zoneOf(context).id, context.caller)
  const stored = await getStored(db, scope, id)
  const rows = await listActions(db, scope.zoneId, id)
  return { ...stored, actions: rows.map((row) => ({ ...actionOf(row), ordinal: row.ordinal })) }
}

/** Cases that were filed on one form, in the order of their filing; 404 when the caller does not see them. Needs the zone's context. */
export async function bundleDossier(
  db: Database,
  context: RequestContext,
  id: string,
): Promise<{ readonly row: BundleRow; readonly cases: readonly StoredCase[] }> {
  const scope = scopeOf(zoneOf(context).id, context.caller)
  const row = await bundlesIn(db, scope).where('id', '=', id).executeTakeFirst()
  if (!row) throw notFound()
  const cases = await casesIn(db, scope).where('bundle_id', '=', id).orderBy('id').execute()
  return { row, cases: await withFacts(db, scope.zoneId, cases) }
}
