import { digestsOf } from '../../../platform/journal/digest.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { type ActionVerb, actionLabel, actionVerbs } from '../../cases/contract/action-verbs.ts'
import { caseDossier } from '../../cases/server/api.ts'
import { getProject } from '../../projects/server/api.ts'
import type { CaseReceipt } from '../contract/receipt.ts'

const eventsAtMost = 500

/** The steps of a case as the journal holds them, each with the digest of its event; whoever sees the case may take it. */
export async function readReceipt(db: Database, context: RequestContext, id: string): Promise<CaseReceipt> {
  const zone = zoneOf(context)
  const { row } = await caseDossier(db, context, id)
  const project = await getProject(db, zone.id, row.project_id)
  const events = await db
    .selectFrom('journal.events')
    .selectAll()
    .where('zone_id', '=', zone.id)
    .where('subject_id', '=', id)
    .where('subject_kind', '=', 'cases.case')
    .orderBy('id')
    .limit(eventsAtMost)
    .execute()
  const digests = await digestsOf(db, { zoneId: zone.id, subjectId: id })
  return {
    case: id,
    matter: row.matter_name_zh,
    project: project.name,
    at: context.now.toISOString(),
    algorithm: 'SHA-256',
    events: events.map((event) => ({
      id: event.id,
      at: event.created_at.toISOString(),
      happenedAt: event.happened_at.toISOString(),
      action: event.action,
      label: isVerb(event.action) ? actionLabel(event.action) : { zh: event.action, en: event.action },
      digest: digests.get(event.id) ?? '',
    })),
  }
}

function isVerb(action: string): action is ActionVerb {
  return (actionVerbs as readonly string[]).includes(action)
}
