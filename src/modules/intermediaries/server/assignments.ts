import type { Selectable } from 'kysely'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import { Problem } from '../../../kernel/problem.ts'
import { isOutsider, notFound } from '../../../platform/access/caller.ts'
import { publish } from '../../../platform/events/publish.ts'
import { attachFiles } from '../../../platform/files/store.ts'
import { newId } from '../../../platform/ids.ts'
import { actorOf, changesOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { send } from '../../../platform/outbox/send.ts'
import { findEnterprise } from '../../enterprises/server/api.ts'
import { holdPaper } from '../../papers/server/api.ts'
import { getProject } from '../../projects/server/api.ts'
import { type Assignment, type AssignmentVerb, assignmentLabels } from '../contract.ts'
import { refuseUntil, type Side, stateAfter, stepsOf } from '../domain/assignment.ts'
import { type Need, needsOf } from './plan-needs.ts'
import type { AssignmentRow } from './table.ts'

export type Stored = Selectable<AssignmentRow>

/** Outsiders see what is asked of them, or what they have asked for; nothing else. */
export function assignmentsIn(db: Database, { caller, zone }: Pick<RequestContext, 'caller' | 'zone'>) {
  const all = db
    .selectFrom('intermediaries.assignments')
    .selectAll()
    .where('zone_id', '=', zoneOf({ zone }).id)
    .where('archived_at', 'is', null)
  if (!isOutsider(caller)) return all
  const own = caller.enterpriseId
  return all.where(({ or, eb }) => or([eb('intermediary_id', '=', own), eb('enterprise_id', '=', own)]))
}

function sideOf(row: Stored, { caller }: RequestContext): Side {
  if (!isOutsider(caller)) return caller.permissions.has('intermediaries.assign') ? 'client' : 'other'
  if (caller.enterpriseId === row.intermediary_id) return 'intermediary'
  return caller.enterpriseId === row.enterprise_id ? 'client' : 'other'
}

export async function viewsOf(db: Database, context: RequestContext, rows: readonly Stored[]): Promise<Assignment[]> {
  const zone = zoneOf(context)
  const needs = new Map<string, ReadonlyMap<string, Need>>()
  const names = await namesOf(db, zone.id, rows)
  for (const projectId of new Set(rows.map((row) => row.project_id))) {
    needs.set(projectId, await needsOf(db, zone, { projectId, now: context.now }))
  }
  const today = legalDayOf(context.now)
  return rows.map((row) => {
    const need = needs.get(row.project_id)?.get(row.ref)
    const steps = stepsOf(row.state, sideOf(row, context))
    const neededOn = need?.neededOn ?? null
    return {
      ...{ id: row.id, version: row.version, ref: row.ref, paper: { zh: row.name_zh, en: row.name_en } },
      project: { id: row.project_id, name: names.projects.get(row.project_id) ?? '' },
      client: names.enterprises.get(row.enterprise_id) ?? '',
      intermediary: names.enterprises.get(row.intermediary_id) ?? '',
      ...{ state: row.state, since: row.assigned_on, untilOn: row.until_on, note: row.note },
      ...{ neededOn, neededBy: need?.neededBy ?? null, slack: need?.slack ?? null },
      late: neededOn !== null && neededOn < today && (row.state === 'assigned' || row.state === 'working'),
      ...{ steps, sample: row.sample },
    }
  })
}

async function namesOf(db: Database, zoneId: string, rows: readonly Stored[]) {
  const projects = new Set(rows.map((row) => row.project_id))
  const enterprises = new Set(rows.flatMap((row) => [row.enterprise_id, row.intermediary_id]))
  const read = async (table: 'projects.projects' | 'enterprises.enterprises', ids: ReadonlySet<string>) => {
    if (ids.size === 0) return new Map<string, string>()
    const found = await db
      .selectFrom(table)
      .select(['id', 'name'])
      .where('zone_id', '=', zoneId)
      .where('id', 'in', [...ids])
      .execute()
    return new Map(found.map(({ id, name }) => [id, name]))
  }
  return {
    projects: await read('projects.projects', projects),
    enterprises: await read('enterprises.enterprises', enterprises),
  }
}

async function viewOf(db: Database, context: RequestContext, row: Stored): Promise<Assignment> {
  const [view] = await viewsOf(db, context, [row])
  if (view) return view
  throw notFound()
}

/** The project whose papers the caller may assign: an enterprise's own, any for the zone's agents. */
export async function clientsProject(db: Database, context: RequestContext, projectId: string) {
  const project = await getProject(db, zoneOf(context).id, projectId)
  const { caller } = context
  if (isOutsider(caller) && (project.enterpriseId === null || project.enterpriseId !== caller.enterpriseId)) {
    throw notFound()
  }
  return project
}

interface NewAssignment {
  readonly project: string
  readonly ref: string
  readonly intermediary: string
  readonly note: string | null
}

/** Asks an intermediary for a paper that the plan has an intermediary prepare; one at a time for a paper. */
export async function assign(db: Database, context: RequestContext, input: NewAssignment): Promise<Assignment> {
  const zone = zoneOf(context)
  const { now } = context
  const project = await clientsProject(db, context, input.project)
  const need = (await needsOf(db, zone, { projectId: project.id, now })).get(input.ref)
  if (project.enterpriseId === null || !need) throw notInPlan()
  if (!(await findEnterprise(db, zone.id, input.intermediary))) throw notFound()
  const by = actorOf(context)
  const row = await db
    .insertInto('intermediaries.assignments')
    .values({
      ...{ zone_id: zone.id, id: newId(now), version: 1, created_at: now, created_by: by, updated_at: now },
      ...{ updated_by: by, archived_at: null, sample: context.sample ?? project.sample, project_id: project.id },
      ...{ enterprise_id: project.enterpriseId, intermediary_id: input.intermediary, ref: need.ref },
      ...{ name_zh: need.name.zh, name_en: need.name.en, state: 'assigned', assigned_on: legalDayOf(now) },
      ...{ until_on: null, note: input.note, held_id: null },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst()
  if (!row) throw assignedAlready()
  await tell(db, context, { row, action: 'assign', before: null })
  return viewOf(db, context, row)
}

export interface StepInput {
  readonly id: string
  readonly version: number
  readonly untilOn?: string
  readonly reason?: string
  readonly fileId?: string
  readonly validUntil?: string | null
}

/** One step on an assignment: of the intermediary, or of whoever asked. */
export async function takeStep(
  db: Database,
  context: RequestContext,
  { verb, input }: { readonly verb: AssignmentVerb; readonly input: StepInput },
): Promise<Assignment> {
  const row = await assignmentsIn(db, context).where('id', '=', input.id).forUpdate().executeTakeFirst()
  if (!row) throw notFound()
  if (row.version !== input.version) throw changedMeanwhile()
  const state = stateAfter(row.state, verb, sideOf(row, context))
  if (input.untilOn !== undefined) refuseUntil(input.untilOn, legalDayOf(context.now))
  const heldId = verb === 'deliver' && input.fileId !== undefined ? await deliver(db, context, row, input) : row.held_id
  const saved = await db
    .updateTable('intermediaries.assignments')
    .set({
      ...{ state, held_id: heldId, until_on: input.untilOn ?? row.until_on, note: input.reason ?? row.note },
      ...{ version: row.version + 1, updated_at: context.now, updated_by: actorOf(context) },
    })
    .where('zone_id', '=', row.zone_id)
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await tell(db, context, { row: saved, action: verb, before: row })
  return viewOf(db, context, saved)
}

/** The file lies on the project's shelf from now on, and is offered to every case that asks for this paper. */
async function deliver(
  db: Database,
  context: RequestContext,
  row: Stored,
  { fileId = '', validUntil = null }: StepInput,
): Promise<string> {
  const project = { id: row.project_id, enterpriseId: row.enterprise_id, sample: row.sample }
  const name = { zh: row.name_zh, en: row.name_en }
  await attachFiles(db, context, {
    ids: [fileId],
    subject: { subjectKind: 'intermediaries.assignment', subjectId: row.id },
  })
  return holdPaper(db, context, { project, ref: row.ref, name, fileId, source: 'intermediary', validUntil })
}

interface Told {
  readonly row: Stored
  readonly action: AssignmentVerb | 'assign'
  readonly before: Stored | null
}

async function tell(db: Database, context: RequestContext, { row, action, before }: Told): Promise<void> {
  const subject = { subjectKind: 'intermediaries.assignment', subjectId: row.id }
  const valuesOf = ({ state, until_on, held_id }: Stored) => ({ state, untilOn: until_on, heldId: held_id })
  await record(db, context, {
    ...{ ...subject, threadId: row.project_id, action, note: row.note },
    ...changesOf(before ? valuesOf(before) : {}, valuesOf(row)),
  })
  const toIntermediary = action === 'assign' || action === 'withdraw'
  const enterpriseId = toIntermediary ? row.intermediary_id : row.enterprise_id
  await publish(db, context, {
    ...{ topic: 'intermediaries.changed', ...subject, audience: { enterpriseId } },
    payload: { projectId: row.project_id, ref: row.ref, state: row.state },
  })
  const now = assignmentLabels[row.state]
  await send(db, context, {
    ...{ channel: 'app', key: `intermediaries:${row.id}:${row.version}`, ...subject, to: [{ enterpriseId }] },
    text: {
      zh: `材料“${row.name_zh}”的中介委托：${now.zh}。`,
      en: `The paper ${row.name_en} that is asked of an intermediary: ${now.en}.`,
    },
    link: toIntermediary ? '/assignments' : `/projects/${row.project_id}`,
  })
}

function notInPlan(): Problem {
  return new Problem('rule_violated', 'intermediaries.not_in_plan', {
    zh: '项目方案中没有这份要由中介准备的材料；请先填写项目要素或选别的材料。',
    en: 'The plan has no such paper of an intermediary: set the facts of the project, or choose another paper.',
  })
}

function assignedAlready(): Problem {
  return new Problem('conflict', 'intermediaries.assigned_already', {
    zh: '这份材料已经委托了中介；如要换，请先撤回。',
    en: 'This paper is assigned already: withdraw that first to choose another.',
  })
}

function changedMeanwhile(): Problem {
  return new Problem('conflict', 'intermediaries.changed_meanwhile', {
    zh: '这份委托刚刚有了变化，请刷新后再办。',
    en: 'The assignment has just changed: reload before you go on.',
  })
}
