import { sql } from 'kysely'
import { newId } from '../../../platform/ids.ts'
import { type Acting, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, DomainEvent, RequestContext } from '../../../platform/module.ts'
import { openValue } from '../../../platform/records/personal.ts'
import { LeadContact } from '../contract/lead-contact.ts'
import { tokensOf } from '../domain/likeness/tokens.ts'
import { factsOf, keyMark, phoneMark } from './lead-facts.ts'
import type {} from './table.ts'

const atOnce = 400
/** Before every id. */
const first = '00000000-0000-0000-0000-000000000000'

interface StaleLead {
  readonly id: string
  readonly version: number
  readonly stamp: string
  readonly name: string
  readonly company: string
  readonly uscc: string | null
  readonly region: string | null
  readonly industryCode: string | null
  readonly investmentYuan: string | null
  readonly parcel: string | null
}

/**
 * Brings the tokens up to the leads and contacts as they are, however those came: by form, sheet or decision. The tokens are derived and
 * tell nothing new, so that a reading may do it. One at a time in a zone.
 */
export async function freshenTokens(db: Database, context: Acting): Promise<void> {
  const zoneId = zoneOf(context).id
  if ((await staleLeads(db, zoneId, { after: first, limit: 1 })).length === 0) return
  await sql`select pg_advisory_xact_lock(hashtextextended(${`promotion.tokens ${zoneId}`}, 0))`.execute(db)
  for (let after = first; ; ) {
    const stale = await staleLeads(db, zoneId, { after, limit: atOnce })
    const last = stale.at(-1)
    if (!last) return
    await makeTokens(db, context, stale)
    after = last.id
  }
}

interface Cut {
  readonly after: string
  readonly limit: number
}

async function staleLeads(db: Database, zoneId: string, { after, limit }: Cut): Promise<readonly StaleLead[]> {
  const { rows } = await sql<StaleLead>`
    select lead.id, lead.version, stamp.stamp, lead.name, lead.company, lead.uscc, lead.region,
      lead.industry_code as "industryCode", lead.investment_yuan::text as "investmentYuan", lead.parcel
    from promotion.leads lead
    cross join lateral (
      select ${`${keyMark(zoneId)}:`} || count(*) || ':' || coalesce(sum(contact.version), 0) as stamp
      from promotion.lead_contacts contact
      where contact.zone_id = ${zoneId} and contact.lead_id = lead.id and contact.archived_at is null
    ) stamp
    left join promotion.token_states state on state.zone_id = ${zoneId} and state.id = lead.id
    where lead.zone_id = ${zoneId} and lead.id > ${after}
      and (state.id is null or state.lead_version <> lead.version or state.contact_stamp <> stamp.stamp)
    order by lead.id limit ${limit}`.execute(db)
  return rows
}

async function makeTokens(db: Database, context: Acting, leads: readonly StaleLead[]): Promise<void> {
  const zoneId = zoneOf(context).id
  const ids = leads.map(({ id }) => id)
  const phones = await phoneMarks(db, zoneId, ids)
  const stamps = {
    ...{ zone_id: zoneId, version: 1, created_at: context.now, created_by: 'system' },
    ...{ updated_at: context.now, updated_by: 'system', archived_at: null },
  }
  const rows = leads.flatMap((lead) =>
    tokensOf(factsOf(lead, phones.get(lead.id) ?? [])).map((token) => ({ lead_id: lead.id, token })),
  )
  await db.deleteFrom('promotion.tokens').where('zone_id', '=', zoneId).where('lead_id', 'in', ids).execute()
  for (let i = 0; i < rows.length; i += 1000) {
    const some = rows.slice(i, i + 1000).map((row) => ({ ...stamps, ...row, id: newId(context.now) }))
    await db.insertInto('promotion.tokens').values(some).execute()
  }
  await db
    .insertInto('promotion.token_states')
    .values(leads.map(({ id, version, stamp }) => ({ ...stamps, id, lead_version: version, contact_stamp: stamp })))
    .onConflict((conflict) =>
      conflict.columns(['zone_id', 'id']).doUpdateSet((eb) => ({
        lead_version: eb.ref('excluded.lead_version'),
        contact_stamp: eb.ref('excluded.contact_stamp'),
        updated_at: eb.ref('excluded.updated_at'),
      })),
    )
    .execute()
}

/** Marks of the telephones of these leads; whoever was erased has none. */
async function phoneMarks(
  db: Database,
  zoneId: string,
  leadIds: readonly string[],
): Promise<ReadonlyMap<string, string[]>> {
  const rows = await db
    .selectFrom('promotion.lead_contacts as contact')
    .innerJoin('journal.person_keys as person', (join) =>
      join.onRef('person.zone_id', '=', 'contact.zone_id').onRef('person.id', '=', 'contact.id'),
    )
    .select(['contact.id', 'contact.lead_id', 'contact.phone', 'person.key'])
    .where('contact.zone_id', '=', zoneId)
    .where('person.zone_id', '=', zoneId)
    .where('contact.lead_id', 'in', [...leadIds])
    .where('contact.archived_at', 'is', null)
    .execute()
  const marks = new Map<string, string[]>()
  for (const { id, lead_id, phone, key } of rows) {
    const open = phone && openValue({ kind: LeadContact, id, key }, 'phone', phone.toString('base64'))
    const mark = open ? phoneMark(open, zoneId) : null
    if (mark !== null) marks.set(lead_id, [...(marks.get(lead_id) ?? []), mark])
  }
  return marks
}

/** A contact was erased: the mark of the telephone goes at once, not at the next look. */
export async function forgetPhone(db: Database, event: DomainEvent, context: RequestContext): Promise<void> {
  if (event.subjectKind !== LeadContact.name) return
  const zoneId = zoneOf(context).id
  const contact = await db
    .selectFrom('promotion.lead_contacts')
    .select('lead_id')
    .where('zone_id', '=', zoneId)
    .where('id', '=', event.subjectId)
    .executeTakeFirst()
  if (!contact) return
  await db
    .deleteFrom('promotion.tokens')
    .where('zone_id', '=', zoneId)
    .where('lead_id', '=', contact.lead_id)
    .where('token', 'like', 'p:%')
    .execute()
  await db
    .deleteFrom('promotion.token_states')
    .where('zone_id', '=', zoneId)
    .where('id', '=', contact.lead_id)
    .execute()
}
