import type { OutputOf } from '../../../kernel/endpoint.ts'
import { reachablePeople } from '../../../platform/access/reachable.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { findPerson, listDepartments } from '../../organisation/server/api.ts'
import type { getHands } from '../contract/hands.ts'
import { grants } from './grants.ts'

/** Departments of the zone, and whoever in them may accept a case. */
export async function listHands(db: Database, context: RequestContext): Promise<OutputOf<typeof getHands>> {
  const { id: zoneId } = zoneOf(context)
  const departments = (await listDepartments(db, zoneId)).map(({ id, name }) => ({ id, name }))
  const names = new Map(departments.map(({ id, name }) => [id, name]))
  const able = await reachablePeople(db, zoneId, grants['cases.accept'] ?? [])
  const people = []
  for (const personId of new Set(able.map((one) => one.personId))) {
    const person = await findPerson(db, zoneId, personId)
    if (!person) continue
    const { id, name, title, departmentId } = person
    people.push({ id, name, title, department: departmentId === null ? null : (names.get(departmentId) ?? null) })
  }
  return { departments, people }
}
