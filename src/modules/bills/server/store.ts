import type { Selectable } from 'kysely'
import { isOutsider, notFound } from '../../../platform/access/caller.ts'
import type { Caller, Database } from '../../../platform/module.ts'
import type { LineFacts } from '../domain/decide.ts'
import type { LineRow } from './table.ts'

export type StoredLine = Selectable<LineRow>

const nobodys = '00000000-0000-0000-0000-000000000000'

export function linesOfZone(db: Database, zoneId: string) {
  return db.selectFrom('bills.lines').selectAll().where('zone_id', '=', zoneId).where('archived_at', 'is', null)
}

/** Every select of bill lines for a caller starts here: an enterprise sees its own, everybody else the zone's. */
export function linesIn(db: Database, zoneId: string, caller: Caller) {
  const zone = linesOfZone(db, zoneId)
  return isOutsider(caller) ? zone.where('enterprise_id', '=', caller.enterpriseId ?? nobodys) : zone
}

/** These visible lines, locked in the order of their ids until the transaction ends; 404 when one of them is not there for this caller. */
export async function lockLines(
  db: Database,
  zoneId: string,
  { caller, ids }: { readonly caller: Caller; readonly ids: readonly string[] },
): Promise<StoredLine[]> {
  const rows = await linesIn(db, zoneId, caller).where('id', 'in', ids).orderBy('id').forUpdate().execute()
  if (rows.length === new Set(ids).size) return rows
  throw notFound()
}

export function factsOf(row: StoredLine): LineFacts {
  return {
    ...{ state: row.state, amount: row.amount, missing: row.missing, assessed: row.assessed },
    ...{ assessedBasis: row.assessed_basis, paidOn: row.paid_on, paid: row.paid_yuan, receipt: row.receipt },
    ...{
      paymentFileId: row.payment_file_id,
      paymentNumber: row.payment_number,
      waivedByRule: row.waived_by_rule,
      waiverBasis: row.waiver_basis,
    },
    ...{ waiverFileId: row.waiver_file_id, waivedOn: row.waived_on, refunded: row.refunded_yuan },
    ...{
      refundedOn: row.refunded_on,
      refundFileId: row.refund_file_id,
      refundNumber: row.refund_number,
      reason: row.reason,
      lastOn: row.last_on,
    },
  }
}

export function columnsOf(facts: LineFacts) {
  return {
    ...{ state: facts.state, amount: facts.amount, missing: [...facts.missing], assessed: facts.assessed },
    ...{ assessed_basis: facts.assessedBasis, paid_on: facts.paidOn, paid_yuan: facts.paid, receipt: facts.receipt },
    ...{
      payment_file_id: facts.paymentFileId,
      payment_number: facts.paymentNumber,
      waived_by_rule: facts.waivedByRule,
    },
    ...{ waiver_basis: facts.waiverBasis, waiver_file_id: facts.waiverFileId, waived_on: facts.waivedOn },
    ...{
      refunded_yuan: facts.refunded,
      refunded_on: facts.refundedOn,
      refund_file_id: facts.refundFileId,
      refund_number: facts.refundNumber,
    },
    ...{ reason: facts.reason, last_on: facts.lastOn },
  }
}
