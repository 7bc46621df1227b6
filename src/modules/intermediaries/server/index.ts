import { figure } from '../../../kernel/figure.ts'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import { isOutsider } from '../../../platform/access/caller.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import {
  type Database,
  defineModule,
  type FigureSource,
  handle,
  type RequestContext,
} from '../../../platform/module.ts'
import type { AssignmentVerb } from '../contract.ts'
import * as contract from '../contract.ts'
import { assign, assignmentsIn, clientsProject, type StepInput, takeStep, viewsOf } from './assignments.ts'
import { needsOf } from './plan-needs.ts'

/** The longest waiting first; so many at once. */
const shownAtMost = 200

async function list(db: Database, context: RequestContext, project: string | undefined) {
  let query = assignmentsIn(db, context)
  if (project !== undefined) query = query.where('project_id', '=', project)
  const rows = await query.orderBy('assigned_on').orderBy('id').limit(shownAtMost).execute()
  return { assignments: await viewsOf(db, context, rows) }
}

/** Papers of the plan that an intermediary prepares, and the intermediaries that have an account in the zone. */
async function assignable(db: Database, context: RequestContext, projectId: string) {
  const zone = zoneOf(context)
  const project = await clientsProject(db, context, projectId)
  const needs = await needsOf(db, zone, { projectId: project.id, now: context.now })
  const rows = await db
    .selectFrom('access.memberships as member')
    .innerJoin('enterprises.enterprises as enterprise', (join) =>
      join.onRef('enterprise.zone_id', '=', 'member.zone_id').onRef('enterprise.id', '=', 'member.enterprise_id'),
    )
    .select(['enterprise.id', 'enterprise.name', 'member.roles'])
    .where('member.zone_id', '=', zone.id)
    .where('enterprise.zone_id', '=', zone.id)
    .where('member.archived_at', 'is', null)
    .where('enterprise.archived_at', 'is', null)
    .execute()
  const found = new Map(rows.filter(({ roles }) => roles.includes('intermediary')).map(({ id, name }) => [id, name]))
  return {
    papers: [...needs.values()].map(({ ref, name, neededOn }) => ({ ref, name, neededOn })),
    intermediaries: [...found].map(([id, name]) => ({ id, name })),
  }
}

const step = (verb: AssignmentVerb) => (db: Database, input: StepInput, context: RequestContext) =>
  takeStep(db, context, { verb, input })

/** The file of a delivery: for both sides, and for the zone's people. */
async function mayRead(db: Database, id: string, context: RequestContext): Promise<boolean> {
  const { caller } = context
  if (!caller.permissions.has('intermediaries.read') && isOutsider(caller)) return false
  if (!isOutsider(caller)) return caller.permissions.has('papers.read')
  return (await assignmentsIn(db, context).where('id', '=', id).executeTakeFirst()) !== undefined
}

const figures: readonly FigureSource[] = [
  {
    figure: figure({
      key: 'intermediaries.waiting',
      label: { zh: '等中介的材料', en: 'Papers that wait for intermediaries' },
      unit: { zh: '份', en: 'paper' },
      definition: {
        zh: '未归档、已委托中介而尚未提交、不接或撤回的材料',
        en: 'Papers not archived that were assigned to an intermediary and neither delivered, declined nor withdrawn',
      },
      op: 'count',
    }),
    kind: 'intermediaries.assignment',
    table: 'intermediaries.assignments',
    rows: async (db, zoneId, { now }) => {
      const rows = await db
        .selectFrom('intermediaries.assignments')
        .select(['id', 'name_zh', 'assigned_on'])
        .where('zone_id', '=', zoneId)
        .where('state', 'in', ['assigned', 'working'])
        .where('assigned_on', '<=', legalDayOf(now))
        .where('archived_at', 'is', null)
        .orderBy('id')
        .execute()
      return rows.map(({ id, name_zh, assigned_on }) => ({ id, name: `${name_zh} ${assigned_on}`, value: 1 }))
    },
  },
]

export default defineModule({
  name: 'intermediaries',
  figures,
  grants: {
    'intermediaries.read': ['intermediary', 'enterprise', 'agent', 'officer', 'leader'],
    'intermediaries.answer': ['intermediary'],
    'intermediaries.assign': ['enterprise', 'agent'],
  },
  journal: {
    'intermediaries.assignment': {
      label: { zh: '中介委托', en: 'Assignment' },
      actions: {
        assign: { zh: '委托中介', en: 'Assigned' },
        work: { zh: '中介接单', en: 'Taken up' },
        deliver: { zh: '中介提交材料', en: 'Delivered' },
        decline: { zh: '中介不接', en: 'Declined' },
        withdraw: { zh: '撤回委托', en: 'Withdrawn' },
      },
    },
  },
  fileAccess: { 'intermediaries.assignment': mayRead },
  handlers: [
    handle(contract.listAssignments, (db, { project }, context) => list(db, context, project)),
    handle(contract.listAssignable, (db, { project }, context) => assignable(db, context, project)),
    handle(contract.assignPaper, (db, input, context) => assign(db, context, input)),
    handle(contract.workOnPaper, step('work')),
    handle(contract.deliverPaper, step('deliver')),
    handle(contract.declinePaper, step('decline')),
    handle(contract.withdrawAssignment, step('withdraw')),
  ],
})
