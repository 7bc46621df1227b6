import { legalDayOf } from '../../../kernel/legal-day.ts'
import { newId } from '../../../platform/ids.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'

const reason = '补录表明容缺材料已按期补齐，原逾期记录不计。'

/** A lapse that was entered although the paper had come in time: the entry stays, and counts from no day on. */
export async function strikeLapse(db: Database, context: RequestContext, origin: string): Promise<void> {
  const zoneId = zoneOf(context).id
  const entry = await db
    .selectFrom('credit.entries')
    .select(['id', 'enterprise_id', 'happened_on', 'sample'])
    .where('zone_id', '=', zoneId)
    .where('cause', '=', 'owed_lapsed')
    .where('origin', '=', origin)
    .executeTakeFirst()
  if (!entry) return
  const today = legalDayOf(context.now)
  const by = actorOf(context)
  const id = newId(context.now)
  const decision = { state: 'granted' as const, counts_until: entry.happened_on, decided_on: today, decision: reason }
  await db
    .insertInto('credit.repairs')
    .values({
      ...{ zone_id: zoneId, id, version: 1, created_at: context.now, created_by: by, updated_at: context.now },
      ...{ updated_by: by, archived_at: null, sample: entry.sample, entry_id: entry.id, reason, file_id: null },
      ...{ enterprise_id: entry.enterprise_id, applied_on: today, ...decision },
    })
    .execute()
  await record(db, context, { subjectKind: 'credit.repair', subjectId: id, action: 'strike', after: decision })
}
