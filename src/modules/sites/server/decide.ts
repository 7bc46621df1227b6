import { legalDayOf } from '../../../kernel/legal-day.ts'
import { Problem } from '../../../kernel/problem.ts'
import { notFound } from '../../../platform/access/caller.ts'
import { newId } from '../../../platform/ids.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { getProject } from '../../projects/server/api.ts'
import { findLead } from '../../promotion/server/api.ts'
import type { SiteKind } from '../contract/find.ts'
import type { Needs } from '../contract/needs.ts'
import { nextPick, type PickVerb } from '../domain/pick.ts'
import { rankSites } from '../domain/rank.ts'
import { reasonsOf } from './find.ts'
import { listOffers } from './offer.ts'
import { listRows, readPicks, type Subject } from './picks.ts'
import { matchRules } from './rules.ts'

const subjectKind = 'sites.pick'

interface Keeping extends Subject {
  readonly kind: SiteKind
  readonly siteId: string
  readonly needs: Needs
}

/** 列入备选: the site with the reasons as they stand today, so that nobody has to remember why. */
export async function keepSite(db: Database, context: RequestContext, asked: Keeping) {
  const zoneId = zoneOf(context).id
  const { of, subject, kind, siteId } = asked
  // Holds the lead, so that two who keep the same site at once do it one after the other.
  const { sample: ofSubject } =
    of === 'lead' ? await findLead(db, zoneId, subject, true) : await getProject(db, zoneId, subject)
  const { mayKeep } = await readPicks(db, context, asked)
  if (!mayKeep) throw refuse('closed', closed)
  const [offer] = await listOffers(db, {
    ...{ zone: zoneOf(context), day: legalDayOf(context.now), industry: asked.needs.industryCode },
    only: { kind, id: siteId },
  })
  if (!offer) throw notFound()
  const rows = await listRows(db, zoneId, asked)
  if (rows.some((row) => row.site_kind === kind && row.site_id === siteId)) throw refuse('kept', already)
  const [ranked] = rankSites({ ...asked.needs, kind: null }, [offer.site], matchRules())
  if (!ranked) throw notFound()
  const { now, sample } = context
  const [id, by] = [newId(now), actorOf(context)]
  const { standing, score } = ranked
  await db
    .insertInto('sites.picks')
    .values({
      ...{ zone_id: zoneId, id, version: 1, created_at: now, created_by: by, updated_at: now, updated_by: by },
      ...{ archived_at: null, sample: sample ?? ofSubject, site_kind: kind, site_id: siteId, name: offer.site.name },
      ...{ lead_id: of === 'lead' ? subject : null, project_id: of === 'project' ? subject : null },
      ...{ state: 'kept', standing, score, kept_on: legalDayOf(now), note: null },
      ...{ needs: JSON.stringify(asked.needs), reasons: JSON.stringify(reasonsOf(ranked)) },
    })
    .execute()
  const after = { site: siteId, name: offer.site.name, standing, score }
  await record(db, context, { subjectKind, subjectId: id, action: 'keep', after, threadId: subject })
  return readPicks(db, context, asked)
}

interface Step {
  readonly id: string
  readonly version: number
  readonly note: string
}

/** 选定 or 放弃, with the reason. */
export async function decidePick(db: Database, context: RequestContext, { id, version, note }: Step, verb: PickVerb) {
  const zoneId = zoneOf(context).id
  const row = await db
    .selectFrom('sites.picks')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('id', '=', id)
    .where('archived_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound()
  if (row.version !== version) throw stale()
  const state = nextPick(row.state, verb)
  await db
    .updateTable('sites.picks')
    .set({ state, note, version: row.version + 1, updated_at: context.now, updated_by: actorOf(context) })
    .where('zone_id', '=', zoneId)
    .where('id', '=', id)
    .execute()
  const threadId = row.project_id ?? row.lead_id ?? id
  const change = { before: { state: row.state }, after: { state }, note }
  await record(db, context, { subjectKind, subjectId: id, action: verb, threadId, ...change })
  return readPicks(
    db,
    context,
    row.lead_id === null ? { of: 'project', subject: row.project_id ?? id } : { of: 'lead', subject: row.lead_id },
  )
}

const already = {
  zh: '这块地已经在备选里了，可以在备选里选定。',
  en: 'This site is on the short list already: choose it there.',
}
const closed = {
  zh: '这条线索或项目已经移交、关闭或退出，不能再加备选。',
  en: 'This lead or project is handed over, closed or withdrawn: nothing can be kept on it.',
}

function refuse(code: string, text: { readonly zh: string; readonly en: string }): Problem {
  return new Problem('rule_violated', `sites.${code}`, text)
}

function stale(): Problem {
  return new Problem('conflict', 'sites.stale', {
    zh: '刚被他人改动，请刷新后再办。',
    en: 'Somebody has just changed it: reload, then decide.',
  })
}
