import { checkFacts } from '../../../kernel/facts.ts'
import type { Label } from '../../../kernel/label.ts'
import { publish } from '../../../platform/events/publish.ts'
import { actorOf, changesOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { pinnedCatalogue } from '../../matters/server/api.ts'
import { findBasis, getVisible } from './store.ts'

export interface FactsTaken {
  readonly projectId: string
  readonly facts: Readonly<Record<string, string | number | boolean>>
  /** Where they come from, for the journal and the history of the plan. */
  readonly because: Label
}

/**
 * Takes facts that another record says (the parcel that the project stands on) into the basis of its plan. Facts that the pinned catalogue
 * does not declare are left out. Answers whether anything changed; nothing is written when not, or when no basis was set yet.
 */
export async function mergeFacts(db: Database, context: RequestContext, taken: FactsTaken): Promise<boolean> {
  const zoneId = zoneOf(context).id
  const { projectId, because } = taken
  await getVisible(db, { zoneId, caller: context.caller }, projectId, true)
  const old = await findBasis(db, zoneId, projectId)
  if (!old) return false
  const { factTypes } = (await pinnedCatalogue(db, old.catalogue_version_id)).compiled
  const known = Object.entries(taken.facts).filter(([code, value]) => factTypes.has(code) && old.facts[code] !== value)
  if (known.length === 0) return false
  const facts = { ...old.facts, ...checkFacts(Object.fromEntries(known), factTypes) }
  await db
    .updateTable('projects.bases')
    .set({
      ...{ facts: JSON.stringify(facts), version: old.version + 1 },
      ...{ updated_at: context.now, updated_by: actorOf(context) },
    })
    .where('zone_id', '=', zoneId)
    .where('id', '=', projectId)
    .execute()
  const subject = { subjectKind: 'projects.project', subjectId: projectId }
  await record(db, context, {
    ...{ ...subject, action: 'takeFacts', note: because.zh },
    ...changesOf({ ...old.facts }, facts),
  })
  await publish(db, context, { topic: 'projects.changed', ...subject, payload: { because } })
  return true
}
