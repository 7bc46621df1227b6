import type { Database } from '../../../platform/module.ts'
import { passedStates } from '../contract/state.ts'
import { casesIn } from './store.ts'

/** A case that an office decided in favour of the applicant, and that still stands. */
interface GrantedCase {
  readonly id: string
  readonly matter: string
  readonly decidedOn: string
}

/** What a project was granted of these matters: each once, as no second case of a matter runs beside one that was granted. Needs the zone's context. */
export async function grantedCases(
  db: Database,
  zoneId: string,
  { projectId, matters }: { readonly projectId: string; readonly matters: readonly string[] },
): Promise<readonly GrantedCase[]> {
  if (matters.length === 0) return []
  const rows = await casesIn(db, { zoneId, enterpriseId: undefined })
    .where('project_id', '=', projectId)
    .where('matter', 'in', [...matters])
    .where('state', 'in', passedStates)
    .orderBy('id')
    .execute()
  return rows.flatMap(({ id, matter, decided_on }) =>
    decided_on === null ? [] : [{ id, matter, decidedOn: decided_on }],
  )
}
