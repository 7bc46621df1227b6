import { z } from 'zod'
import { Problem } from '../../../kernel/problem.ts'
import { readDataFile } from '../../../platform/data-files.ts'
import { newId } from '../../../platform/ids.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { audiences, causes, Escalation } from '../contract/escalation.ts'

const Shipped = z.array(
  z.strictObject({
    name: z.string(),
    cause: z.enum(causes),
    days: z.int(),
    audience: z.array(z.enum(audiences)),
    everyDays: z.int().optional(),
    replyDays: z.int().optional(),
    urgent: z.boolean().default(false),
    source: z.string(),
  }),
)

export function rulesIn(db: Database, zoneId: string) {
  return db
    .selectFrom('followups.escalations')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
}

/** Takes the shipped rules over as the zone's own, to be changed from then on; a zone that has rules keeps them. */
export async function adoptRules(db: Database, context: RequestContext): Promise<{ adopted: number }> {
  const zoneId = zoneOf(context).id
  const { now } = context
  const by = actorOf(context)
  if ((await rulesIn(db, zoneId).limit(1).executeTakeFirst()) !== undefined) {
    throw new Problem('rule_violated', 'followups.rules_there', {
      zh: '本区已有升级规则，请在清单里修改、启用或停用。',
      en: 'The zone has rules already: change them in the list, or turn them on and off.',
    })
  }
  const rules = Shipped.parse(readDataFile('escalation/rules.json'))
  for (const { everyDays = null, replyDays = null, ...rule } of rules) {
    const id = newId(now)
    await db
      .insertInto('followups.escalations')
      .values({
        ...{ zone_id: zoneId, id, version: 1, archived_at: null, sample: context.sample ?? false },
        ...{ created_at: now, created_by: by, updated_at: now, updated_by: by },
        ...{ every_days: everyDays, reply_days: replyDays, channels: null, enabled: true, ...rule },
      })
      .execute()
    await record(db, context, {
      ...{ subjectKind: Escalation.name, subjectId: id, action: 'create' },
      after: { everyDays, replyDays, enabled: true, ...rule },
    })
  }
  return { adopted: rules.length }
}
