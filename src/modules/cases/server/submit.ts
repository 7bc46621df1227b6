import { legalDayOf } from '../../../kernel/legal-day.ts'
import { newId } from '../../../platform/ids.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import type { CasePaper, GivenPaper } from '../contract/paper.ts'
import { passedStates, undecidedStates } from '../contract/state.ts'
import { limitsOf } from '../domain/application.ts'
import { legalDay } from '../domain/decide-step.ts'
import { type Action, type CaseFacts, plainAction } from '../domain/facts.ts'
import { applyAction } from '../domain/fold.ts'
import { getPaper } from '../domain/papers.ts'
import { refuse } from '../domain/refuse.ts'
import { type Application, type Asked, askedFor } from './asked.ts'
import type { StoredCase } from './rows.ts'
import { columnsOf, saveChange, stampOf } from './save.ts'
import { noteThere } from './shelve.ts'
import { journalise } from './step.ts'

interface Submission extends Application {
  readonly papers: readonly GivenPaper[]
  readonly happenedOn?: string | undefined
  /** The joint application that it is part of. */
  readonly bundleId?: string
  /** Generated for a demonstration. */
  readonly sample?: boolean
}

/** Opens a case: one at a time for a matter of a project. */
export async function submitCase(db: Database, context: RequestContext, submission: Submission): Promise<StoredCase> {
  const zone = zoneOf(context)
  const asked = await askedFor(db, context, submission)
  await refuseSecond(db, zone.id, submission)
  const actor = { id: context.caller.accountId, name: context.caller.name }
  const on = legalDay(submission.happenedOn, null, legalDayOf(context.now))
  const opening = { limits: limitsOf(asked.matter), papers: handedIn(asked.papers, submission.papers) }
  const action: Action = { ...plainAction('submit', on, actor), opening }
  const facts = applyAction(null, action)
  const sample = submission.sample ?? asked.project.sample
  const row = await insertCase(db, context, { asked, facts, sample, bundleId: submission.bundleId ?? null })
  if (!row) throw submittedAlready({ on: legalDayOf(context.now) })
  await noteThere(db, context, { caseId: row.id, papers: asked.papers, sample })
  await saveChange(db, context, { zoneId: zone.id, caseId: row.id, before: null, after: facts, action, ordinal: 1 })
  await journalise(db, context, { row, before: null, after: facts, action })
  return { row, facts }
}

function handedIn(papers: readonly CasePaper[], given: readonly GivenPaper[]): CasePaper[] {
  for (const { ref } of given) getPaper(papers, ref)
  return papers.map((paper) => {
    const found = given.find(({ ref }) => ref === paper.ref)
    return found ? { ...paper, status: 'given', fileId: found.fileId, note: found.note } : paper
  })
}

/** Undefined when another request has just opened the same one: the index lets one in. */
async function insertCase(
  db: Database,
  context: RequestContext,
  { asked, facts, sample, bundleId }: { asked: Asked; facts: CaseFacts; sample: boolean; bundleId: string | null },
) {
  const { matter, project } = asked
  const { statutory, promised } = facts.limits
  return db
    .insertInto('cases.cases')
    .values({
      zone_id: zoneOf(context).id,
      id: newId(context.now),
      version: 1,
      ...stampOf(context),
      sample,
      project_id: project.id,
      enterprise_id: project.enterpriseId,
      catalogue_version_id: asked.catalogueVersionId,
      matter: matter.code,
      matter_name_zh: matter.name_zh,
      matter_name_en: matter.name_en,
      department: matter.authority,
      statutory_days: statutory.days,
      statutory_unit: statutory.unit,
      promised_days: promised.days,
      promised_unit: promised.unit,
      ...columnsOf(facts),
      bundle_id: bundleId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst()
}

/** One matter of a project is in handling once at a time; after a pass only when that was taken back or revoked. */
async function refuseSecond(db: Database, zoneId: string, { project, matter }: Application): Promise<void> {
  const row = await db
    .selectFrom('cases.cases')
    .select(['id', 'state', 'received_on'])
    .where('zone_id', '=', zoneId)
    .where('project_id', '=', project)
    .where('matter', '=', matter)
    .where('state', 'in', [...undecidedStates, ...passedStates])
    .where('archived_at', 'is', null)
    .executeTakeFirst()
  if (row) throw submittedAlready({ on: row.received_on, id: row.id })
}

function submittedAlready({ on, id }: { readonly on: string; readonly id?: string }) {
  return refuse(
    'already_submitted',
    {
      zh: `本项目已于 ${on} 提交过这个事项，不能重复申请。`,
      en: `This project applied for this matter on ${on}: it cannot be asked for twice.`,
    },
    { case: id ?? null },
  )
}
