import type { Selectable } from 'kysely'
import { isOutsider, notFound } from '../../../platform/access/caller.ts'
import type { Caller, Database } from '../../../platform/module.ts'
import type { AgreementFacts } from '../domain/decide.ts'
import type { AgreementRow } from './table.ts'

export type StoredAgreement = Selectable<AgreementRow>

const nobodys = '00000000-0000-0000-0000-000000000000'

/** Every select of agreed plans starts here: an enterprise sees its own, everybody else the zone's. */
export function agreementsIn(db: Database, zoneId: string, caller: Caller) {
  const zone = agreementsOfZone(db, zoneId)
  return isOutsider(caller) ? zone.where('enterprise_id', '=', caller.enterpriseId ?? nobodys) : zone
}

export function agreementsOfZone(db: Database, zoneId: string) {
  return db
    .selectFrom('agreements.agreements')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
}

interface Address {
  readonly caller: Caller
  readonly id: string
}

/** The visible agreed plan, locked until the transaction ends; 404 when it is not there for this caller. */
export async function lockAgreement(db: Database, zoneId: string, { caller, id }: Address): Promise<StoredAgreement> {
  const row = await agreementsIn(db, zoneId, caller).where('id', '=', id).forUpdate().executeTakeFirst()
  if (row) return row
  throw notFound()
}

export async function getRow(db: Database, zoneId: string, { caller, id }: Address): Promise<StoredAgreement> {
  const row = await agreementsIn(db, zoneId, caller).where('id', '=', id).executeTakeFirst()
  if (row) return row
  throw notFound()
}

export function factsOf(row: StoredAgreement): AgreementFacts {
  return {
    ...{ state: row.state, proposedOn: row.proposed_on, enterprise: row.enterprise_signed, zone: row.zone_signed },
    ...{ inForceOn: row.in_force_on, reason: row.reason, closedOn: row.closed_on },
  }
}

export function columnsOf({ state, enterprise, zone, inForceOn, reason, closedOn }: AgreementFacts) {
  return {
    ...{ state, in_force_on: inForceOn, reason, closed_on: closedOn },
    enterprise_signed: enterprise === null ? null : JSON.stringify(enterprise),
    zone_signed: zone === null ? null : JSON.stringify(zone),
  }
}
