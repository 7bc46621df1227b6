import type { Caller, Database } from '../../../platform/module.ts'
import type { CommitmentState } from '../contract/steps.ts'
import { commitmentsIn, type StoredCommitment } from './store.ts'

/** Signed and not breached: the commitment stands in for its paper. */
const standing: readonly CommitmentState[] = ['signed', 'verified', 'rectifying', 'rectified', 'hearing']

/** The papers of a matter of a project that a signed commitment stands in for. Needs the zone's context. */
export async function signedRefs(
  db: Database,
  zoneId: string,
  { projectId, matter }: { readonly projectId: string; readonly matter: string },
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('commitments.commitments')
    .select('ref')
    .where('zone_id', '=', zoneId)
    .where('project_id', '=', projectId)
    .where('matter', '=', matter)
    .where('state', 'in', standing)
    .where('archived_at', 'is', null)
    .execute()
  return new Set(rows.map((row) => row.ref))
}

/** A commitment that this caller sees; undefined otherwise. Needs the zone's context. */
export function findCommitment(
  db: Database,
  zoneId: string,
  { caller, id }: { readonly caller: Caller; readonly id: string },
): Promise<StoredCommitment | undefined> {
  return commitmentsIn(db, zoneId, caller).where('id', '=', id).executeTakeFirst()
}
