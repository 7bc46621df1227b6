import { legalDayOf } from '../../../kernel/legal-day.ts'
import { Problem } from '../../../kernel/problem.ts'
import { newId } from '../../../platform/ids.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, DomainEvent, RequestContext } from '../../../platform/module.ts'
import { pinnedCatalogue } from '../../matters/server/api.ts'
import type { FeeLine } from '../../plans/contract/plan.ts'
import { planOnBasis } from '../../plans/server/api.ts'
import { getProject, type ProjectRef } from '../../projects/server/api.ts'
import type { LineFacts } from '../domain/decide.ts'
import { drawUpBill } from '../domain/draw-up.ts'
import { saveLine, tell } from './decide.ts'
import { columnsOf, factsOf, linesOfZone } from './store.ts'

/** The bill of a project brought in line with its plan. */
export async function drawUpFor(db: Database, context: RequestContext, projectId: string): Promise<void> {
  const zone = zoneOf(context)
  const project = await getProject(db, zone.id, projectId)
  const { enterpriseId, basis } = project
  if (enterpriseId === null || basis === null) throw notReady()
  const rows = await linesOfZone(db, zone.id).where('project_id', '=', projectId).orderBy('id').forUpdate().execute()
  const { compiled } = await pinnedCatalogue(db, basis.catalogueVersionId)
  const { fees } = await planOnBasis(db, zone, { basis })
  const existing = rows.map((row) => ({ code: row.code, facts: factsOf(row) }))
  const { made, changed } = drawUpBill(existing, fees.lines, legalDayOf(context.now))
  for (const { fee, facts } of made) {
    const matter = compiled.matters[compiled.indexOf.get(fee.matter) ?? -1]?.matter
    const name = { zh: matter?.name_zh ?? fee.matter, en: matter?.name_en ?? fee.matter }
    await insert(db, context, { project: { ...project, enterpriseId }, fee, facts, name })
  }
  for (const row of rows) {
    const after = changed.get(row.code)
    if (after) await saveLine(db, context, { row, after, action: 'drawUp' })
  }
  if (made.length + changed.size > 0) await tell(db, context, { projectId, enterpriseId })
}

/**
 * A project has other facts, or another catalogue: the bill that it has follows. A bill begins when somebody draws it up, so that
 * nobody is told of fees who has not asked.
 */
export async function hearProject(db: Database, event: DomainEvent, context: RequestContext): Promise<void> {
  const zoneId = zoneOf(context).id
  const line = await linesOfZone(db, zoneId).where('project_id', '=', event.subjectId).limit(1).executeTakeFirst()
  if (!line) return
  const { enterpriseId, basis } = await getProject(db, zoneId, event.subjectId)
  if (enterpriseId !== null && basis !== null) await drawUpFor(db, context, event.subjectId)
}

interface NewLine {
  readonly project: ProjectRef & { readonly enterpriseId: string }
  readonly fee: FeeLine
  readonly facts: LineFacts
  readonly name: { readonly zh: string; readonly en: string }
}

/** Once: of two who draw up at the same moment one makes the line. */
async function insert(db: Database, context: RequestContext, { project, fee, facts, name }: NewLine): Promise<void> {
  const { now, caller } = context
  const by = actorOf(context)
  const row = await db
    .insertInto('bills.lines')
    .values({
      ...{ zone_id: zoneOf(context).id, id: newId(now), version: 1, created_at: now, created_by: by, updated_at: now },
      ...{ updated_by: by, archived_at: null, sample: project.sample, project_id: project.id },
      ...{ enterprise_id: project.enterpriseId, code: fee.code, matter: fee.matter, matter_zh: name.zh },
      ...{ matter_en: name.en, name_zh: fee.name.zh, name_en: fee.name.en, kind: fee.kind, basis: fee.basis },
      ...{ confidence: fee.confidence, ...columnsOf(facts), last_by: caller.name },
    })
    .onConflict((conflict) => conflict.columns(['zone_id', 'project_id', 'code']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!row) return
  await record(db, context, {
    ...{ subjectKind: 'bills.line', subjectId: row.id, threadId: project.id, action: 'drawUp' },
    after: { code: fee.code, state: facts.state, amount: facts.amount },
  })
}

function notReady(): Problem {
  return new Problem('rule_violated', 'bills.project_not_ready', {
    zh: '项目还没有关联企业或填写项目要素，算不出费用；请先补充。',
    en: 'The project has no enterprise or no facts yet, so that its fees are not known: complete it first.',
  })
}
