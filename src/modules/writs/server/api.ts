import type { Database } from '../../../platform/module.ts'
import type {} from './table.ts'

/**
 * By case, the number under which what it granted goes: of the certificate, else of the decision to grant. Void and replaced writs are not
 * among them. Needs the zone's context.
 */
export async function grantedNumbers(
  db: Database,
  zoneId: string,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (caseIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('writs.writs')
    .select(['case_id', 'kind', 'number'])
    .where('zone_id', '=', zoneId)
    .where('case_id', 'in', [...caseIds])
    .where('kind', 'in', ['approval', 'certificate'])
    .where('state', '=', 'valid')
    .where('archived_at', 'is', null)
    .orderBy('id')
    .execute()
  const inOrder = (['approval', 'certificate'] as const).flatMap((kind) => rows.filter((row) => row.kind === kind))
  return new Map(inOrder.flatMap(({ case_id, number }) => (case_id === null ? [] : [[case_id, number]])))
}
