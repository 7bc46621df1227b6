import { legalDayOf } from '../../../kernel/legal-day.ts'
import { isOutsider } from '../../../platform/access/caller.ts'
import { findReachable } from '../../../platform/access/reachable.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { departmentIdsByAuthority, findPerson, listDepartments, peopleActedFor } from '../../organisation/server/api.ts'
import type { Relation } from '../contract/step-subject.ts'
import type { CaseFacts, Named } from '../domain/facts.ts'
import { stranger } from '../domain/subject.ts'

/** The house as the caller stands in it: the own department, those headed, and the absent for whom the caller acts. */
export interface House {
  readonly departments: ReadonlyMap<string, string>
  readonly departmentIdOf: ReadonlyMap<string, string>
  readonly own: Named | null
  /** Departments that the caller heads, or whose head is away and has named the caller. */
  readonly headed: ReadonlySet<string>
  readonly headsZone: boolean
  /** Accounts of people who are away, and for whom the caller acts. */
  readonly actsFor: ReadonlySet<string>
}

/** Outside the house nobody stands in a relation to it. */
const outside: House = {
  departments: new Map(),
  departmentIdOf: new Map(),
  own: null,
  headed: new Set(),
  headsZone: false,
  actsFor: new Set(),
}

export async function houseOf(db: Database, { caller, zone, now }: RequestContext): Promise<House> {
  if (isOutsider(caller)) return outside
  const zoneId = zoneOf({ zone }).id
  const { personId } = caller
  const [departments, departmentIdOf, person, absent] = await Promise.all([
    listDepartments(db, zoneId),
    departmentIdsByAuthority(db, zoneId),
    personId === null ? undefined : findPerson(db, zoneId, personId),
    personId === null ? [] : peopleActedFor(db, { zoneId, personId, day: legalDayOf(now) }),
  ])
  const names = new Map(departments.map(({ id, name }) => [id, name]))
  const hats = new Set([...absent, ...(personId === null ? [] : [personId])])
  const own = person?.departmentId ?? null
  return {
    departments: names,
    departmentIdOf,
    own: own === null ? null : { id: own, name: names.get(own) ?? '' },
    headed: new Set(departments.filter(({ headId }) => headId !== null && hats.has(headId)).map(({ id }) => id)),
    headsZone: caller.permissions.has('cases.head'),
    actsFor: await accountsOf(db, zoneId, absent),
  }
}

async function accountsOf(db: Database, zoneId: string, people: readonly string[]): Promise<ReadonlySet<string>> {
  const accounts = new Set<string>()
  for (const personId of people) {
    const found = await findReachable(db, zoneId, { personId })
    if (found) accounts.add(found.accountId)
  }
  return accounts
}

/** The department that has the case: where it was transferred, else the one that answers for its authority; null: the zone has not said. */
export function leadOf(house: House, department: string, { office }: Pick<CaseFacts, 'office'>): Named | null {
  const id = office?.id ?? house.departmentIdOf.get(department)
  if (id === undefined) return null
  return { id, name: house.departments.get(id) ?? office?.name ?? department }
}

export function relationOf(house: House, department: string, facts: Pick<CaseFacts, 'office'>): Relation {
  if (house === outside) return stranger
  const lead = leadOf(house, department, facts)
  return {
    departmentId: house.own?.id ?? null,
    headsDepartment: lead !== null && house.headed.has(lead.id),
    headsZone: house.headsZone,
  }
}

/** The absent handler for whom the caller acts; null otherwise. */
export function behalfOf(house: House, { handler }: Pick<CaseFacts, 'handler'>): Named | null {
  return handler !== null && house.actsFor.has(handler.id) ? handler : null
}
