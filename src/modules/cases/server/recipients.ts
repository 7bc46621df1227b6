import type { Day } from '../../../kernel/calendar.ts'
import { findReachable } from '../../../platform/access/reachable.ts'
import type { Database } from '../../../platform/module.ts'
import type { Recipient } from '../../../platform/outbox/channel.ts'
import { activeDelegate, peopleOf } from '../../organisation/server/api.ts'
import type { Party } from '../domain/messages.ts'
import { waitingOf } from '../domain/review.ts'
import { grants } from './grants.ts'
import type { StoredCase } from './rows.ts'

/** Everybody who may take the case up. */
const everyOfficer: readonly Recipient[] = (grants['cases.accept'] ?? []).map((role) => ({ role }))

/** Who is told about a case on a day. */
export async function recipientsOf(
  db: Database,
  { row, facts }: StoredCase,
  {
    to,
    today,
    department,
  }: { readonly to: readonly Party[]; readonly today: Day; readonly department?: string | undefined },
): Promise<Recipient[]> {
  const recipients: Recipient[] = []
  if (to.includes('applicant')) recipients.push({ enterpriseId: row.enterprise_id })
  if (to.includes('office')) {
    const handler = facts.handler && (await actingFor(db, row.zone_id, { accountId: facts.handler.id, today }))
    const office = handler === null && facts.office !== null ? await staffOf(db, row.zone_id, [facts.office.id]) : []
    recipients.push(...(handler ? [handler] : office.length > 0 ? office : everyOfficer))
  }
  const lead = facts.review?.stage?.lead
  if (to.includes('lead') && lead) recipients.push(...(await staffOf(db, row.zone_id, [lead.id])))
  if (to.includes('asked')) {
    const asked = waitingOf(facts.review).map(({ departmentId }) => departmentId)
    recipients.push(...(await staffOf(db, row.zone_id, department === undefined ? asked : [department])))
  }
  return recipients
}

/** The people of these departments who can sign in. */
async function staffOf(db: Database, zoneId: string, departments: readonly string[]): Promise<Recipient[]> {
  const recipients: Recipient[] = []
  for (const id of departments) {
    for (const personId of await peopleOf(db, zoneId, id)) {
      if (await findReachable(db, zoneId, { personId })) recipients.push({ personId })
    }
  }
  return recipients
}

/** The handler, or whoever acts for the handler on this day; null when nobody does who can sign in: then the case is every officer's. */
async function actingFor(
  db: Database,
  zoneId: string,
  { accountId, today }: { readonly accountId: string; readonly today: Day },
): Promise<Recipient | null> {
  const handler = await findReachable(db, zoneId, { accountId })
  if (!handler) return null
  const { personId } = handler
  if (personId === null) return { accountId }
  const acting = await activeDelegate(db, { zoneId, personId, day: today })
  if (acting === personId) return { accountId }
  return acting !== null && (await findReachable(db, zoneId, { personId: acting })) ? { personId: acting } : null
}
