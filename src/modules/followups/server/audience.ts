import { legalDayOf } from '../../../kernel/legal-day.ts'
import { findReachable } from '../../../platform/access/reachable.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import type { Recipient } from '../../../platform/outbox/channel.ts'
import { activeDelegate, departmentForMatter, findPerson, listStaff } from '../../organisation/server/api.ts'
import type {} from '../../projects/server/table.ts'
import type { Audience } from '../contract/escalation.ts'

/** Of what is escalated: who handles it, which authority or department it belongs to, which project. */
export interface Belonging {
  readonly handlerId: string | null
  readonly personId: string | null
  readonly authority: string | null
  readonly departmentId: string | null
  readonly projectId: string | null
}

/** Whom a rule tells today. Who is away is stood in for by the delegate; who is nobody is left out, and the others are told. */
export async function recipientsOf(
  db: Database,
  context: RequestContext,
  { audience, of }: { readonly audience: readonly Audience[]; readonly of: Belonging },
): Promise<Recipient[]> {
  const found = await Promise.all(audience.map((one) => each[one](db, context, of)))
  return found.flat()
}

type Finder = (db: Database, context: RequestContext, of: Belonging) => Promise<Recipient[]>

const each: Readonly<Record<Audience, Finder>> = {
  officer: async (db, context, { handlerId, personId }) => {
    if (personId !== null) return [await actingFor(db, context, personId)]
    if (handlerId === null) return []
    const handler = await findReachable(db, zoneOf(context).id, { accountId: handlerId })
    if (!handler) return []
    return [handler.personId === null ? { accountId: handlerId } : await actingFor(db, context, handler.personId)]
  },
  head: async (db, context, of) => {
    const head = await headOf(db, context, of)
    return head === null ? [] : [await actingFor(db, context, head)]
  },
  liaison: async (db, context, { projectId }) => {
    if (projectId === null) return []
    const rows = await db
      .selectFrom('projects.liaisons')
      .select('person_id')
      .where('zone_id', '=', zoneOf(context).id)
      .where('project_id', '=', projectId)
      .where('role', '=', 'leader')
      .where('archived_at', 'is', null)
      .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>=', legalDayOf(context.now))]))
      .execute()
    return Promise.all(rows.map(({ person_id }) => actingFor(db, context, person_id)))
  },
  leader: async () => [{ role: 'leader' }],
  supervisor: async () => [{ role: 'supervisor' }],
}

async function actingFor(db: Database, context: RequestContext, personId: string): Promise<Recipient> {
  const zoneId = zoneOf(context).id
  const acting = await activeDelegate(db, { zoneId, personId, day: legalDayOf(context.now) })
  return { personId: acting ?? personId }
}

/** Head of the department that answers for it; of a person's own department when it names a person. */
async function headOf(db: Database, context: RequestContext, of: Belonging): Promise<string | null> {
  const department = await departmentOf(db, context, of)
  if (department === null) return null
  const { departments } = await listStaff(db, zoneOf(context).id)
  return departments.find(({ id }) => id === department)?.headId ?? null
}

export async function departmentOf(
  db: Database,
  context: RequestContext,
  { departmentId, personId, authority }: Belonging,
): Promise<string | null> {
  const zoneId = zoneOf(context).id
  if (departmentId !== null) return departmentId
  if (personId !== null) return (await findPerson(db, zoneId, personId))?.departmentId ?? null
  if (authority === null) return null
  return (await departmentForMatter(db, zoneId, authority))?.department.id ?? null
}
