import { systemContext } from '../../../platform/access/system-context.ts'
import { afterCommit, inZone } from '../../../platform/database.ts'
import { newId } from '../../../platform/ids.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, Log, RequestContext, ZoneRef } from '../../../platform/module.ts'
import { putOut } from '../../../platform/outbox/put.ts'
import { currentCatalogue, drafting } from '../../matters/server/api.ts'
import type { DraftFinding } from '../contract/draft.ts'
import { compareContent } from '../domain/compare.ts'
import { refusePublishing } from '../domain/publishable.ts'
import { closeDraft, draftMoved } from './draft.ts'
import { refuseOthers } from './keeper.ts'
import { editorsOf, lockOpenDraft, type StoredDraft } from './store.ts'

/** What the checks say of the draft; `fresh` what they do not say of the version in force. */
export async function findingsOf(db: Database, draft: StoredDraft): Promise<DraftFinding[]> {
  const { catalogue, fees } = await currentCatalogue(db)
  const known = new Set(drafting.checkCatalogue(catalogue, fees).findings.map((finding) => JSON.stringify(finding)))
  const { findings } = drafting.checkCatalogue(draft.content.catalogue, draft.content.fees)
  return findings.map((finding) => ({ ...finding, fresh: !known.has(JSON.stringify(finding)) }))
}

export interface PublishRequest {
  readonly draft: string
  readonly version: number
  readonly reason: string
  readonly override: string | null
}

/** The draft becomes the version in force: a decision with who, when and why. Cases and plans stay pinned to the version they began with. */
export async function publishDraft(
  db: Database,
  context: RequestContext,
  request: PublishRequest,
): Promise<{ versionId: string; changes: number }> {
  const { fourEyes } = await refuseOthers(db, context)
  const draft = await lockOpenDraft(db, request.draft)
  if (draft.version !== request.version) throw draftMoved()
  const { version: current, catalogue, fees } = await currentCatalogue(db)
  const changes = compareContent({ catalogue, fees }, draft.content)
  const editors = await editorsOf(db, draft.id)
  refusePublishing({
    changes: changes.length,
    superseded: current.id !== draft.base_version_id,
    findings: await findingsOf(db, draft),
    override: request.override,
    fourEyes,
    editors: editors.map(({ id }) => id),
    publisher: actorOf(context),
  })
  const version = await drafting.publishContent(db, draft.content, context.now)
  await closeDraft(db, draft, { state: 'published', now: context.now })
  await insertPublication(db, context, { draft, versionId: version.id, changes: changes.length, request })
  await record(db, context, {
    subjectKind: 'catalogue.draft',
    subjectId: draft.id,
    action: 'publish',
    before: { inForce: current.id },
    after: { inForce: version.id, changes: changes.length, override: request.override },
    note: request.reason,
  })
  await tellZone(db, context, version.id)
  afterCommit(
    db,
    (pool) =>
      void tellZones(pool, context).catch((error: unknown) =>
        context.log.error({ error }, 'telling zones of a version'),
      ),
  )
  return { versionId: version.id, changes: changes.length }
}

interface Made {
  readonly draft: StoredDraft
  readonly versionId: string
  readonly changes: number
  readonly request: PublishRequest
}

async function insertPublication(db: Database, context: RequestContext, { draft, versionId, changes, request }: Made) {
  await db
    .insertInto('catalogue.publications')
    .values({
      ...{ id: newId(context.now), version_id: versionId, draft_id: draft.id, zone_code: zoneOf(context).code },
      ...{ published_at: context.now, published_by: actorOf(context), publisher_name: context.caller.name },
      ...{ reason: request.reason, override: request.override, change_count: changes },
    })
    .execute()
}

/** `matters.published` in this zone, once for each version: modules hear which version came into force. */
async function tellZone(
  db: Database,
  context: Pick<RequestContext, 'now' | 'requestId' | 'caller' | 'zone'>,
  versionId: string,
) {
  const { caller, now, requestId } = context
  const event = {
    topic: 'matters.published',
    payload: { versionId },
    ...{ at: now.toISOString(), by: { accountId: caller.accountId, name: caller.name }, requestId },
  }
  const subject = { subjectKind: 'matters.version', subjectId: versionId }
  await putOut(db, context, { kind: 'event', key: `matters.published:${versionId}`, ...subject, payload: event })
}

/** Less than the outbox keeps what is done, so that nobody is told twice. */
const toldWithinMs = 6 * 24 * 3_600_000

/**
 * Tells every zone of the version in force that has not heard of it: after a publication, and at every start, so that a process that was
 * killed in between leaves nobody untold. A version that the installation itself brought is nobody's publication.
 */
export async function tellZones(db: Database, { now, log }: { readonly now: Date; readonly log: Log }): Promise<void> {
  const last = await db
    .selectFrom('catalogue.publications')
    .select('version_id')
    .where('published_at', '>', new Date(now.getTime() - toldWithinMs))
    .orderBy('published_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!last) return
  const zones: readonly ZoneRef[] = await db.selectFrom('zones.zones').select(['id', 'code']).orderBy('code').execute()
  for (const zone of zones) {
    const context = systemContext({ name: 'system:catalogue', now, log, zone })
    await inZone(db, zone.id, (zoned) => tellZone(zoned, context, last.version_id))
  }
}
