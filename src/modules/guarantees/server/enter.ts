import { legalDayOf } from '../../../kernel/legal-day.ts'
import { Problem } from '../../../kernel/problem.ts'
import { newId } from '../../../platform/ids.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { listStaff } from '../../organisation/server/api.ts'
import { getProject } from '../../projects/server/api.ts'
import { need } from '../contract/need.ts'
import type { Guarantee } from '../contract.ts'
import { refuseTooMuch } from '../domain/guarantee.ts'
import { entryOf, viewsOf } from './read.ts'
import { lockStored } from './store.ts'

interface Entering {
  readonly id: string
  readonly kind: 'promise' | 'delivery'
  readonly quantity: number
  readonly department: string
  readonly document: string
  readonly happenedOn: string
  readonly dueOn: string | null
}

/** A promise or a delivery: lock the need, the pure rule, enter, journal. */
export async function enter(db: Database, context: RequestContext, given: Entering): Promise<Guarantee> {
  const { now, caller } = context
  const zoneId = zoneOf(context).id
  const { kind, quantity, department, document, happenedOn, dueOn } = given
  refuseFuture(happenedOn, legalDayOf(now))
  await refuseNowhere(db, zoneId, department)
  const { row, entries } = await lockStored(db, zoneId, given.id)
  // Of an archived project nothing is shown, and nothing goes on.
  await getProject(db, zoneId, row.project_id)
  const bounds = { quantity: Number(row.quantity), neededOn: row.needed_on }
  refuseTooMuch(bounds, entries.map(entryOf), { kind, quantity, dueOn })
  const made = await db
    .insertInto('guarantees.entries')
    .values({
      ...{ zone_id: zoneId, id: newId(now), created_at: now, created_by: actorOf(context), sample: row.sample },
      ...{ need_id: row.id, kind, quantity: String(quantity), happened_on: happenedOn, due_on: dueOn },
      ...{ department_id: department, document, actor_name: caller.name },
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await record(db, context, {
    ...{ subjectKind: need.name, subjectId: row.id, action: kind === 'promise' ? 'promise' : 'deliver' },
    ...{ threadId: row.project_id, note: document },
    after: { quantity, department, ...(dueOn !== null && { dueOn }) },
  })
  const [view] = await viewsOf(db, context, [{ row, entries: [...entries, made] }])
  if (view) return view
  throw new RangeError('one row, one view')
}

function refuseFuture(on: string, today: string): void {
  if (on <= today) return
  throw new Problem('rule_violated', 'guarantees.in_the_future', {
    zh: `${on} 还没有到，不能登记为已到位。`,
    en: `${on} has not come yet: it cannot have been delivered.`,
  })
}

async function refuseNowhere(db: Database, zoneId: string, department: string): Promise<void> {
  const { departments } = await listStaff(db, zoneId)
  if (departments.some(({ id }) => id === department)) return
  throw new Problem('rule_violated', 'guarantees.no_department', {
    zh: '找不到这个部门，请从本区部门中选择。',
    en: 'This department is not there: choose one of the zone.',
  })
}
