import { publish } from '../../../platform/events/publish.ts'
import { newId } from '../../../platform/ids.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import type { Progress } from '../../projects/contract/progress.ts'
import { type CaseState, passedStates, undecidedStates } from '../contract/state.ts'
import { anyOf } from './any-of.ts'
import type {} from './table.ts'

/** A case that another platform handles and tells of: nobody keys it here a second time. */
export interface ToldCase {
  readonly projectId: string
  readonly matter: string
  readonly instance: string
  readonly state: CaseState
  readonly receivedOn: string
  readonly decidedOn: string | null
  /** When its state began there, ISO. */
  readonly at: string
}

export function externalCasesIn(db: Database, zoneId: string) {
  return db
    .selectFrom('cases.external_cases')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
}

/** Makes or moves external cases to what was told; those that say the same stay untouched. Answers how many changed. */
export async function saveExternalCases(
  db: Database,
  context: RequestContext,
  told: readonly ToldCase[],
): Promise<number> {
  const zoneId = zoneOf(context).id
  const rows = await externalCasesIn(db, zoneId).execute()
  const known = new Map(rows.map((row) => [`${row.project_id} ${row.matter}`, row]))
  let changed = 0
  for (const one of told) {
    const old = known.get(`${one.projectId} ${one.matter}`)
    const same = old?.state === one.state && old.instance === one.instance && old.told_at.toISOString() === one.at
    if (same) continue
    changed++
    const values = {
      ...{ instance: one.instance, state: one.state, received_on: one.receivedOn, decided_on: one.decidedOn },
      ...{ told_at: new Date(one.at), updated_at: context.now, updated_by: actorOf(context) },
    }
    const id = old?.id ?? newId(context.now)
    if (old) {
      await db
        .updateTable('cases.external_cases')
        .set({ ...values, version: old.version + 1 })
        .where('zone_id', '=', zoneId)
        .where('id', '=', old.id)
        .execute()
    } else {
      const own = { zone_id: zoneId, id, version: 1, archived_at: null, project_id: one.projectId, matter: one.matter }
      const made = { created_at: context.now, created_by: actorOf(context) }
      await db
        .insertInto('cases.external_cases')
        .values({ ...own, ...made, ...values })
        .execute()
    }
    await tell(db, context, { id, one, before: old?.state ?? null })
  }
  return changed
}

async function tell(
  db: Database,
  context: RequestContext,
  { id, one, before }: { readonly id: string; readonly one: ToldCase; readonly before: CaseState | null },
): Promise<void> {
  const subject = { subjectKind: 'cases.externalCase', subjectId: id }
  await record(db, context, {
    ...subject,
    threadId: one.projectId,
    action: before === null ? 'take' : 'move',
    before: before === null ? null : { state: before },
    after: { state: one.state, matter: one.matter, decidedOn: one.decidedOn },
  })
  const payload = { projectId: one.projectId, matter: one.matter, state: one.state, verb: 'record' }
  await publish(db, context, { topic: 'cases.changed', ...subject, payload })
}

/** What external cases say to the plans of these projects: filed, and ended when it passed. Those that came to nothing say nothing. */
export async function externalProgress(db: Database, zoneId: string, projectIds: readonly string[]) {
  const rows = await externalCasesIn(db, zoneId).where('project_id', '=', anyOf(projectIds)).execute()
  const told = new Map(
    projectIds.map((id) => [id, { matters: {} as Progress['matters'], marks: {} as Record<string, string> }]),
  )
  for (const { id, version, project_id, matter, state, received_on: filed, decided_on } of rows) {
    const { matters, marks } = told.get(project_id) ?? { matters: {}, marks: {} }
    marks[matter] = `${id}/${version};`
    const passed = (passedStates as readonly CaseState[]).includes(state)
    if (passed && decided_on !== null) matters[matter] = { filed, finished: decided_on }
    else if (passed || (undecidedStates as readonly CaseState[]).includes(state)) matters[matter] = { filed }
  }
  return told
}
