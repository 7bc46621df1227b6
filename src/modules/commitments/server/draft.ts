import { legalDayOf } from '../../../kernel/legal-day.ts'
import { Problem } from '../../../kernel/problem.ts'
import { newId } from '../../../platform/ids.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import type { CompiledCatalogue } from '../../matters/contract/compiled.ts'
import { pinnedCatalogue } from '../../matters/server/api.ts'
import type { PlannedCommitment } from '../../plans/contract/plan.ts'
import { planOnBasis } from '../../plans/server/api.ts'
import { getProject } from '../../projects/server/api.ts'
import { daysOfCheck } from '../domain/decide.ts'
import type { StoredCommitment } from './store.ts'
import { ownWords } from './words.ts'

interface Drafting {
  readonly project: { readonly id: string; readonly enterpriseId: string; readonly sample: boolean }
  readonly compiled: CompiledCatalogue
}

/**
 * Drafts every commitment that the project's plan asks for and that is not there yet: the zone's own words or the catalogue's, signer
 * and check from the pinned catalogue, under the reforms of the zone. Answers the new ones; a second time there are none.
 */
export async function draftFor(db: Database, context: RequestContext, projectId: string): Promise<StoredCommitment[]> {
  const zone = zoneOf(context)
  const { enterpriseId, basis, sample } = await getProject(db, zone.id, projectId)
  if (enterpriseId === null || basis === null) throw notReady()
  const { compiled } = await pinnedCatalogue(db, basis.catalogueVersionId)
  const { commitments } = await planOnBasis(db, zone, { basis })
  const drafting = { project: { id: projectId, enterpriseId, sample }, compiled }
  const made: StoredCommitment[] = []
  for (const planned of commitments) {
    const row = await insertDraft(db, context, { ...drafting, planned })
    if (row) made.push(row)
  }
  return made
}

/** Undefined when it is there already. */
async function insertDraft(
  db: Database,
  context: RequestContext,
  { project, compiled, planned }: Drafting & { readonly planned: PlannedCommitment },
): Promise<StoredCommitment | undefined> {
  const { now } = context
  const by = actorOf(context)
  const matter = compiled.matters[compiled.indexOf.get(planned.matter) ?? -1]?.matter
  const words = await ownWords(db, zoneOf(context).id, {
    ...{ matter: planned.matter, ref: planned.ref, day: legalDayOf(now) },
  })
  const row = await db
    .insertInto('commitments.commitments')
    .values({
      zone_id: zoneOf(context).id,
      id: newId(now),
      version: 1,
      created_at: now,
      created_by: by,
      updated_at: now,
      updated_by: by,
      archived_at: null,
      sample: project.sample,
      project_id: project.id,
      enterprise_id: project.enterpriseId,
      matter: planned.matter,
      matter_name_zh: matter?.name_zh ?? planned.matter,
      matter_name_en: matter?.name_en ?? planned.matter,
      ref: planned.ref,
      text_zh: words?.zh ?? planned.text.zh,
      text_en: words?.en ?? planned.text.en,
      text_id: words?.id ?? null,
      text_version: words?.version ?? null,
      template_zh: words?.zh ?? null,
      template_en: words?.en ?? null,
      signer: planned.signer,
      check_when: planned.check,
      days: daysOfCheck(planned.check),
      state: 'drafted',
    })
    .onConflict((conflict) => conflict.columns(['zone_id', 'project_id', 'matter', 'ref']).doNothing())
    .returningAll()
    .executeTakeFirst()
  if (row) {
    await record(db, context, {
      subjectKind: 'commitments.commitment',
      subjectId: row.id,
      threadId: project.id,
      action: 'draft',
      after: { state: 'drafted', matter: planned.matter, ref: planned.ref, signer: planned.signer },
    })
  }
  return row
}

function notReady(): Problem {
  return new Problem('rule_violated', 'commitments.project_not_ready', {
    zh: '项目还没有关联企业或填写项目要素，算不出方案。',
    en: 'The project has no enterprise or no facts yet, so that it has no plan.',
  })
}
