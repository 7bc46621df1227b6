import type { Selectable } from 'kysely'
import { isOutsider, notFound } from '../../../platform/access/caller.ts'
import type { Caller, Database } from '../../../platform/module.ts'
import type { CommitmentFacts } from '../domain/decide.ts'
import type { CommitmentRow } from './table.ts'

export type StoredCommitment = Selectable<CommitmentRow>

const nobodys = '00000000-0000-0000-0000-000000000000'

/** Every select of commitments starts here: an enterprise sees its own, everybody else the zone's. */
export function commitmentsIn(db: Database, zoneId: string, caller: Caller) {
  const zone = db
    .selectFrom('commitments.commitments')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
  return isOutsider(caller) ? zone.where('enterprise_id', '=', caller.enterpriseId ?? nobodys) : zone
}

/** The visible commitment, locked until the transaction ends; 404 when it is not there for this caller. */
export async function lockCommitment(
  db: Database,
  zoneId: string,
  { caller, id }: { caller: Caller; id: string },
): Promise<StoredCommitment> {
  const row = await commitmentsIn(db, zoneId, caller).where('id', '=', id).forUpdate().executeTakeFirst()
  if (row) return row
  throw notFound()
}

export async function getRow(
  db: Database,
  zoneId: string,
  { caller, id }: { caller: Caller; id: string },
): Promise<StoredCommitment> {
  const row = await commitmentsIn(db, zoneId, caller).where('id', '=', id).executeTakeFirst()
  if (row) return row
  throw notFound()
}

export function factsOf(row: StoredCommitment): CommitmentFacts {
  return {
    state: row.state,
    signer: row.signer,
    days: row.days,
    signedOn: row.signed_on,
    signedBy: row.signed_by,
    fileId: row.file_id,
    countsFrom: row.counts_from,
    closedOn: row.closed_on,
    reason: row.reason,
    lastOn: row.last_on,
    lastBy: row.last_by,
    checkHow: row.check_how,
    evidence: row.evidence,
    statement: row.statement,
    proposal: row.proposal,
  }
}

export function columnsOf(facts: CommitmentFacts) {
  return {
    state: facts.state,
    days: facts.days,
    signed_on: facts.signedOn,
    signed_by: facts.signedBy,
    file_id: facts.fileId,
    counts_from: facts.countsFrom,
    closed_on: facts.closedOn,
    reason: facts.reason,
    last_on: facts.lastOn,
    last_by: facts.lastBy,
    check_how: facts.checkHow,
    evidence: [...facts.evidence],
    statement: facts.statement,
    proposal: facts.proposal,
  }
}
