import { legalDayOf } from '../../../kernel/legal-day.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { listStaff } from '../../organisation/server/api.ts'
import { projectNames } from '../../projects/server/api.ts'
import type { Guarantee } from '../contract.ts'
import { type Entry, standingOf } from '../domain/guarantee.ts'
import type { Stored } from './store.ts'
import type { EntryRow } from './table.ts'

export const entryOf = ({ kind, quantity, due_on }: EntryRow): Entry => ({
  ...{ kind, quantity: Number(quantity), dueOn: due_on },
})

/** As they stand today; those of archived projects are left out. */
export async function viewsOf(db: Database, context: RequestContext, stored: readonly Stored[]): Promise<Guarantee[]> {
  const zoneId = zoneOf(context).id
  const today = legalDayOf(context.now)
  const projects = await projectNames(
    db,
    zoneId,
    stored.map(({ row }) => row.project_id),
  )
  const departments = new Map((await listStaff(db, zoneId)).departments.map(({ id, name }) => [id, name]))
  return stored.flatMap(({ row, entries }): Guarantee[] => {
    const project = projects.get(row.project_id)
    if (project === undefined) return []
    const need = { quantity: Number(row.quantity), neededOn: row.needed_on }
    return [
      {
        ...{ id: row.id, project: { id: row.project_id, name: project }, title: row.title, element: row.element },
        ...{ unit: row.unit, needed: need.quantity, neededOn: row.needed_on, sample: row.sample },
        ...standingOf(need, entries.map(entryOf), today),
        entries: entries.map((entry) => ({
          ...{ kind: entry.kind, quantity: Number(entry.quantity), on: entry.happened_on, dueOn: entry.due_on },
          ...{ department: departments.get(entry.department_id) ?? '', document: entry.document, by: entry.actor_name },
        })),
      },
    ]
  })
}
