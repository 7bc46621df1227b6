import type { Selectable } from 'kysely'
import { isOutsider, notFound } from '../../../platform/access/caller.ts'
import type { Caller, Database, RequestContext } from '../../../platform/module.ts'
import { knownEnterprises } from '../../enterprises/server/api.ts'
import type { Proposal } from '../contract.ts'
import type { ProposalRow } from './table.ts'

type Stored = Selectable<ProposalRow>

const nobodys = '00000000-0000-0000-0000-000000000000'

/** Every select of proposals starts here: an outsider's own, all of the zone for its people. */
export function proposalsIn(db: Database, zoneId: string, caller: Caller) {
  const zone = db
    .selectFrom('proposals.proposals')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
  return isOutsider(caller) ? zone.where('enterprise_id', '=', caller.enterpriseId ?? nobodys) : zone
}

export async function lockProposal(
  db: Database,
  zoneId: string,
  { caller, id }: { readonly caller: Caller; readonly id: string },
): Promise<Stored> {
  const row = await proposalsIn(db, zoneId, caller).where('id', '=', id).forUpdate().executeTakeFirst()
  if (row) return row
  throw notFound()
}

export async function viewsOf(
  db: Database,
  { caller, zone }: Pick<RequestContext, 'caller' | 'zone'>,
  rows: readonly Stored[],
): Promise<Proposal[]> {
  const names = await knownEnterprises(db, zone?.id ?? nobodys, [
    ...new Set(rows.map(({ enterprise_id }) => enterprise_id)),
  ])
  return rows.map((row) => {
    const open = row.state === 'proposed'
    return {
      id: row.id,
      version: row.version,
      enterprise: { id: row.enterprise_id, name: names.get(row.enterprise_id)?.name ?? '' },
      kind: row.kind,
      values: { ...row.values },
      state: row.state,
      reason: row.reason,
      fileId: row.file_id,
      proposedBy: row.proposed_by,
      proposedAt: row.created_at.toISOString(),
      decidedOn: row.decided_on,
      decision: row.decision,
      recordId: row.record_id,
      mayDecide: open && caller.permissions.has('proposals.decide'),
      mayWithdraw: open && caller.permissions.has('proposals.propose') && caller.enterpriseId === row.enterprise_id,
      sample: row.sample,
    }
  })
}
