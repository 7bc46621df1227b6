import type { Database } from '../../../platform/module.ts'
import { absentDays as daysAway } from './absent-days.ts'
import type {} from './table.ts'

export const absentDays = daysAway

export interface PersonRef {
  readonly id: string
  readonly name: string
  readonly title: string | null
  readonly departmentId: string | null
}

export interface DepartmentRef {
  readonly id: string
  readonly name: string
}

/** A person of the zone who is not archived. Needs the zone's context. */
export async function findPerson(db: Database, zoneId: string, id: string): Promise<PersonRef | undefined> {
  const row = await db
    .selectFrom('organisation.people')
    .select(['id', 'name', 'title', 'department_id'])
    .where('zone_id', '=', zoneId)
    .where('id', '=', id)
    .where('archived_at', 'is', null)
    .executeTakeFirst()
  return row && { id: row.id, name: row.name, title: row.title, departmentId: row.department_id }
}

export interface Responsible {
  readonly department: DepartmentRef
  /** Who handles it by default; null when the department decides itself. */
  readonly personId: string | null
}

/**
 * Which department of the zone answers for matters of this authority, as the catalogue writes it (`自然资源主管部门`);
 * undefined when the zone has not said so: then somebody must choose. Needs the zone's context.
 */
export async function departmentForMatter(
  db: Database,
  zoneId: string,
  authority: string,
): Promise<Responsible | undefined> {
  const row = await db
    .selectFrom('organisation.duties as duty')
    .innerJoin('organisation.departments as department', (join) =>
      join.onRef('department.zone_id', '=', 'duty.zone_id').onRef('department.id', '=', 'duty.department_id'),
    )
    .select(['department.id', 'department.name', 'duty.person_id'])
    .where('duty.zone_id', '=', zoneId)
    .where('department.zone_id', '=', zoneId)
    .where('duty.authority', '=', authority)
    .where('duty.archived_at', 'is', null)
    .where('department.archived_at', 'is', null)
    .executeTakeFirst()
  return row && { department: { id: row.id, name: row.name }, personId: row.person_id }
}

/** So many delegates of delegates are followed; a longer chain is nobody's intention. */
const longestChain = 8

/**
 * Who acts for this person on a day (`YYYY-MM-DD`): the person when present; otherwise the delegate, or the delegate's delegate.
 * Null when somebody in the chain is away and has named nobody, or the chain comes back to its start. Needs the zone's context.
 */
export async function activeDelegate(
  db: Database,
  { zoneId, personId, day }: { readonly zoneId: string; readonly personId: string; readonly day: string },
): Promise<string | null> {
  const seen = new Set<string>()
  let current = personId
  while (!seen.has(current) && seen.size < longestChain) {
    seen.add(current)
    const absence = await findAbsence(db, { zoneId, personId: current, day })
    if (!absence) return current
    if (absence.delegate_id === null) return null
    current = absence.delegate_id
  }
  return null
}

/** Of several absences on one day the one that was recorded last. */
async function findAbsence(db: Database, { zoneId, personId, day }: { zoneId: string; personId: string; day: string }) {
  return db
    .selectFrom('organisation.absences')
    .select('delegate_id')
    .where('zone_id', '=', zoneId)
    .where('person_id', '=', personId)
    .where('from_on', '<=', day)
    .where('to_on', '>=', day)
    .where('archived_at', 'is', null)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export interface DepartmentWithHead extends DepartmentRef {
  /** The person who heads it; null when nobody was named. */
  readonly headId: string | null
}

/** All departments of the zone that are not archived. Needs the zone's context. */
export async function listDepartments(db: Database, zoneId: string): Promise<DepartmentWithHead[]> {
  const rows = await db
    .selectFrom('organisation.departments')
    .select(['id', 'name', 'head_id'])
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .orderBy('name')
    .execute()
  return rows.map(({ id, name, head_id: headId }) => ({ id, name, headId }))
}

/** Which department answers for which authority of the catalogue, by department id. Needs the zone's context. */
export async function departmentIdsByAuthority(db: Database, zoneId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('organisation.duties')
    .select(['authority', 'department_id'])
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .execute()
  return new Map(rows.map((row) => [row.authority, row.department_id]))
}

/** Ids of the people of a department. Needs the zone's context. */
export async function peopleOf(db: Database, zoneId: string, departmentId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('organisation.people')
    .select('id')
    .where('zone_id', '=', zoneId)
    .where('department_id', '=', departmentId)
    .where('archived_at', 'is', null)
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** The people who are away on a day and for whom this person acts, through the whole chain. Needs the zone's context. */
export async function peopleActedFor(
  db: Database,
  { zoneId, personId, day }: { readonly zoneId: string; readonly personId: string; readonly day: string },
): Promise<string[]> {
  const away = await db
    .selectFrom('organisation.absences')
    .select('person_id')
    .distinct()
    .where('zone_id', '=', zoneId)
    .where('from_on', '<=', day)
    .where('to_on', '>=', day)
    .where('delegate_id', 'is not', null)
    .where('archived_at', 'is', null)
    .execute()
  const acted: string[] = []
  for (const { person_id: absent } of away) {
    if (absent !== personId && (await activeDelegate(db, { zoneId, personId: absent, day })) === personId)
      acted.push(absent)
  }
  return acted
}

export interface Desk extends DepartmentRef {
  /** People who work there and are not archived. */
  readonly officers: number
  /** The authorities of the catalogue that it answers for. */
  readonly authorities: readonly string[]
}

/** Every department of the zone that answers for some authority, in the order of names. Needs the zone's context. */
export async function listDesks(db: Database, zoneId: string): Promise<readonly Desk[]> {
  const people = await db
    .selectFrom('organisation.people')
    .select(['department_id', (eb) => eb.fn.countAll<string>().as('officers')])
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .groupBy('department_id')
    .execute()
  const officersOf = new Map(people.map(({ department_id, officers }) => [department_id, Number(officers)]))
  const duties = await db
    .selectFrom('organisation.duties as duty')
    .innerJoin('organisation.departments as department', (join) =>
      join.onRef('department.zone_id', '=', 'duty.zone_id').onRef('department.id', '=', 'duty.department_id'),
    )
    .select(['department.id', 'department.name', 'duty.authority'])
    .where('duty.zone_id', '=', zoneId)
    .where('department.zone_id', '=', zoneId)
    .where('duty.archived_at', 'is', null)
    .where('department.archived_at', 'is', null)
    .orderBy('department.name')
    .orderBy('department.id')
    .orderBy('duty.authority')
    .execute()
  return [...Map.groupBy(duties, ({ id }) => id)].map(([id, rows]) => ({
    id,
    name: rows[0]?.name ?? '',
    officers: officersOf.get(id) ?? 0,
    authorities: rows.map(({ authority }) => authority),
  }))
}

export async function departmentNames(
  db: Database,
  zoneId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('organisation.departments')
    .select(['id', 'name'])
    .where('zone_id', '=', zoneId)
    .where('id', 'in', [...ids])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

export interface StaffDepartment extends DepartmentWithHead {
  readonly shortName: string | null
}

/** Everybody and every department of the zone, archived ones left out. Needs the zone's context. */
export async function listStaff(
  db: Database,
  zoneId: string,
): Promise<{ readonly people: readonly PersonRef[]; readonly departments: readonly StaffDepartment[] }> {
  const people = await db
    .selectFrom('organisation.people')
    .select(['id', 'name', 'title', 'department_id as departmentId'])
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute()
  const departments = await db
    .selectFrom('organisation.departments')
    .select(['id', 'name', 'short_name as shortName', 'head_id as headId'])
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .orderBy('name')
    .orderBy('id')
    .execute()
  return { people, departments }
}
