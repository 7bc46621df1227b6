import { sql } from 'kysely'
import { dayNumber } from '../../../kernel/calendar.ts'
import type { Database } from '../../../platform/module.ts'
import type { LeadLine } from '../contract/leads.ts'
import type { LeadStage } from '../contract/words.ts'

interface Narrow {
  readonly ids?: readonly string[]
  readonly stages?: readonly LeadStage[]
  readonly ownerId?: string
}

/** Leads with the latest contact, in the order of the next one: what is late first, what has none last. */
export async function listLines(
  db: Database,
  { zoneId, day }: { readonly zoneId: string; readonly day: string },
  narrow: Narrow,
): Promise<LeadLine[]> {
  if (narrow.ids?.length === 0) return []
  let query = db
    .selectFrom('promotion.leads as lead')
    .innerJoin('promotion.channels as channel', (join) =>
      join.onRef('channel.zone_id', '=', 'lead.zone_id').onRef('channel.id', '=', 'lead.channel_id'),
    )
    .leftJoin('organisation.people as owner', (join) =>
      join.onRef('owner.zone_id', '=', 'lead.zone_id').onRef('owner.id', '=', 'lead.owner_id'),
    )
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('promotion.visits as visit')
          .select(['visit.happened_on', 'visit.next_on', 'visit.next_step'])
          .where('visit.zone_id', '=', zoneId)
          .whereRef('visit.lead_id', '=', 'lead.id')
          .where('visit.archived_at', 'is', null)
          .orderBy('visit.happened_on', 'desc')
          .orderBy('visit.id', 'desc')
          .limit(1)
          .as('last'),
      (join) => join.onTrue(),
    )
    .select(['lead.id', 'lead.version', 'lead.name', 'lead.company', 'lead.stage', 'lead.investment_yuan'])
    .select(['lead.found_on', 'lead.sample', 'channel.id as channel_id', 'channel.name as channel', 'channel.kind'])
    .select(['owner.name as owner', 'last.happened_on', 'last.next_on', 'last.next_step'])
    .where('lead.zone_id', '=', zoneId)
    .where('channel.zone_id', '=', zoneId)
    .where('lead.archived_at', 'is', null)
    .orderBy(sql`last.next_on nulls last`)
    .orderBy('lead.found_on', 'desc')
    .orderBy('lead.id')
  if (narrow.ids) query = query.where('lead.id', 'in', [...narrow.ids])
  if (narrow.stages) query = query.where('lead.stage', 'in', [...narrow.stages])
  if (narrow.ownerId !== undefined) query = query.where('lead.owner_id', '=', narrow.ownerId)
  const rows = await query.execute()
  return rows.map((row) => ({
    ...{ id: row.id, version: row.version, name: row.name, company: row.company, stage: row.stage },
    channel: { id: row.channel_id, name: row.channel, kind: row.kind },
    ...{ owner: row.owner, investmentYuan: row.investment_yuan, foundOn: row.found_on, lastOn: row.happened_on },
    ...{ nextOn: row.next_on, nextStep: row.next_step, sample: row.sample },
    daysLate: row.next_on === null ? null : dayNumber(day) - dayNumber(row.next_on),
  }))
}
