import { Problem } from '../../../kernel/problem.ts'
import { notFound } from '../../../platform/access/caller.ts'
import { publish } from '../../../platform/events/publish.ts'
import { actorOf, changesOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import type { FactValues } from '../../matters/contract/fact-values.ts'
import { findBasis, findVisible } from './store.ts'

export interface PinMove {
  readonly projectId: string
  /** Of the basis that was read. */
  readonly version: number
  readonly to: string
  /** The facts as the other version of the catalogue declares them. */
  readonly facts: FactValues
  readonly reason: string
}

/** Pins the plan of a project to another version of the catalogue. Whether it fits is the caller's to ask before. */
export async function movePin(db: Database, context: RequestContext, move: PinMove): Promise<void> {
  const zoneId = zoneOf(context).id
  const { projectId, to, facts } = move
  const project = await findVisible(db, { zoneId, caller: context.caller }, projectId, true)
  const old = project && (await findBasis(db, zoneId, projectId))
  if (!old) throw notFound()
  if (old.version !== move.version) throw stale(old.version)
  await db
    .updateTable('projects.bases')
    .set({
      ...{ catalogue_version_id: to, facts: JSON.stringify(facts), version: old.version + 1 },
      ...{ updated_at: context.now, updated_by: actorOf(context) },
    })
    .where('zone_id', '=', zoneId)
    .where('id', '=', projectId)
    .execute()
  const subject = { subjectKind: 'projects.project', subjectId: projectId }
  await record(db, context, {
    ...subject,
    action: 'moveCatalogue',
    ...changesOf({ ...old.facts, catalogueVersionId: old.catalogue_version_id }, { ...facts, catalogueVersionId: to }),
    note: move.reason,
  })
  await publish(db, context, { topic: 'projects.changed', ...subject })
}

function stale(version: number): Problem {
  return new Problem(
    'conflict',
    'projects.stale_basis',
    {
      zh: '项目的方案依据刚被他人改动，请刷新后再办。',
      en: 'Somebody has just changed the basis of the plan: look again, then decide.',
    },
    { version },
  )
}
