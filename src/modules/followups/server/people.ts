import { legalDayOf } from '../../../kernel/legal-day.ts'
import { Problem } from '../../../kernel/problem.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import type { Recipient } from '../../../platform/outbox/channel.ts'
import { activeDelegate, findPerson, listStaff, peopleActedFor } from '../../organisation/server/api.ts'
import type { Addressee } from '../contract/sentence.ts'
import type { Scope } from './store.ts'
import type { FollowUpRow } from './table.ts'

/** Where the caller stands in the zone today: own department, and people for whom the caller acts. */
export async function scopeOf(db: Database, { caller, now, zone }: RequestContext): Promise<Scope> {
  const zoneId = zoneOf({ zone }).id
  const { personId } = caller
  if (personId === null) return { zoneId, caller, departmentId: null, personIds: [] }
  const person = await findPerson(db, zoneId, personId)
  const others = await peopleActedFor(db, { zoneId, personId, day: legalDayOf(now) })
  const personIds = [personId, ...others]
  return { zoneId, caller, departmentId: person?.departmentId ?? null, personIds }
}

/** The name of whom an order is for; refuses who is not there any more. */
export async function addresseeOf(
  db: Database,
  zoneId: string,
  to: Pick<Addressee, 'kind' | 'id'>,
): Promise<Addressee> {
  const { people, departments } = await listStaff(db, zoneId)
  const found = (to.kind === 'person' ? people : departments).find(({ id }) => id === to.id)
  if (found) return { kind: to.kind, id: to.id, name: found.name }
  throw new Problem('rule_violated', 'followups.unknown_addressee', {
    zh: '找不到这个承办人或部门，请重新选择。',
    en: 'This person or department is not there any more: choose again.',
  })
}

/** Who is told: the person or who acts for the person today; of a department its head, or everybody when it has none. */
export async function recipientsOf(
  db: Database,
  { now, zone }: RequestContext,
  { to_kind, to_id }: Pick<FollowUpRow, 'to_kind' | 'to_id'>,
): Promise<Recipient[]> {
  const zoneId = zoneOf({ zone }).id
  const day = legalDayOf(now)
  const { people, departments } = await listStaff(db, zoneId)
  const head = departments.find(({ id }) => id === to_id)?.headId ?? null
  const wanted =
    to_kind === 'person'
      ? [to_id]
      : head === null
        ? people.filter((one) => one.departmentId === to_id).map(({ id }) => id)
        : [head]
  const acting = await Promise.all(wanted.map((personId) => activeDelegate(db, { zoneId, personId, day })))
  // Who is away and has named nobody still finds the order when back.
  return [...new Set(wanted.map((personId, i) => acting[i] ?? personId))].map((personId) => ({ personId }))
}
