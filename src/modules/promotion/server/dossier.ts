import { legalDayOf } from '../../../kernel/legal-day.ts'
import { notFound } from '../../../platform/access/caller.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { maskedValue } from '../../../platform/records/personal.ts'
import { findEnterprise } from '../../enterprises/server/api.ts'
import { projectNames } from '../../projects/server/api.ts'
import { LeadContact } from '../contract/lead-contact.ts'
import type { LeadDossier } from '../contract/leads.ts'
import { stepsFrom } from '../domain/lead-steps.ts'
import { evaluationOf } from './evaluation.ts'
import { listLines } from './lines.ts'
import { twinsOf } from './look-alikes.ts'
import { paidOf } from './paid.ts'
import { getLeadRow, mergedInto } from './store.ts'

/** A lead on one page, with what came from leads that were merged into it. */
export async function readLead(db: Database, context: RequestContext, id: string): Promise<LeadDossier> {
  const zoneId = zoneOf(context).id
  const row = await getLeadRow(db, zoneId, id)
  const [line] = await listLines(db, { zoneId, day: legalDayOf(context.now) }, { ids: [id] })
  if (!line) throw notFound()
  const merged = await mergedInto(db, zoneId, id)
  const ids = [id, ...merged]
  const enterprise = row.enterprise_id === null ? undefined : await findEnterprise(db, zoneId, row.enterprise_id)
  const mayDecide = context.caller.permissions.has('promotion.decide')
  return {
    ...line,
    ...{
      uscc: row.uscc,
      industryCode: row.industry_code,
      region: row.region,
      parcel: row.parcel,
      summary: row.summary,
    },
    landMu: row.land_mu === null ? null : Number(row.land_mu),
    contacts: await contactsOf(db, zoneId, ids),
    visits: await visitsOf(db, zoneId, { id, ids }),
    talks: await talksOf(db, zoneId, ids),
    evaluation: await evaluationOf(db, context, id),
    agreements: await agreementsOf(db, zoneId, ids),
    twins: await twinsOf(db, context, id),
    mergedInto: row.merged_into_id === null ? null : await namedLead(db, zoneId, row.merged_into_id),
    project: await namedProject(db, zoneId, row.project_id),
    enterprise: enterprise ? { id: enterprise.id, name: enterprise.name } : null,
    may: mayDecide ? stepsFrom(row.stage) : [],
  }
}

async function contactsOf(db: Database, zoneId: string, ids: readonly string[]): Promise<LeadDossier['contacts']> {
  const rows = await db
    .selectFrom('promotion.lead_contacts as contact')
    .leftJoin('journal.person_keys as person', (join) =>
      join.onRef('person.zone_id', '=', 'contact.zone_id').onRef('person.id', '=', 'contact.id'),
    )
    .select(['contact.id', 'contact.post', 'contact.name', 'person.key'])
    .where('contact.zone_id', '=', zoneId)
    .where('contact.lead_id', 'in', [...ids])
    .where('contact.archived_at', 'is', null)
    .orderBy('contact.id')
    .execute()
  return rows.map(({ id, post, name, key }) => ({
    ...{ id, post },
    name: maskedValue({ kind: LeadContact, id, key }, 'name', name.toString('base64')),
  }))
}

async function visitsOf(
  db: Database,
  zoneId: string,
  { id: own, ids }: { readonly id: string; readonly ids: readonly string[] },
): Promise<LeadDossier['visits']> {
  const rows = await db
    .selectFrom('promotion.visits as visit')
    .leftJoin('access.accounts as account', (join) =>
      join.on((eb) => eb(eb.cast('account.id', 'text'), '=', eb.ref('visit.created_by'))),
    )
    .select(['visit.id', 'visit.kind', 'visit.happened_on', 'visit.note', 'visit.next_on', 'visit.next_step'])
    .select(['visit.lead_id', 'account.name as by'])
    .where('visit.zone_id', '=', zoneId)
    .where('visit.lead_id', 'in', [...ids])
    .where('visit.archived_at', 'is', null)
    .orderBy('visit.happened_on', 'desc')
    .orderBy('visit.id', 'desc')
    .execute()
  return rows.map(({ id, kind, note, by, happened_on: happenedOn, next_on: nextOn, next_step: nextStep, lead_id }) => ({
    ...{ id, kind, note, by, happenedOn, nextOn, nextStep, fromMerged: lead_id !== own },
  }))
}

async function talksOf(db: Database, zoneId: string, ids: readonly string[]): Promise<LeadDossier['talks']> {
  const rows = await db
    .selectFrom('promotion.talks')
    .select(['id', 'round', 'held_on as heldOn', 'topic', 'agreed', 'open'])
    .where('zone_id', '=', zoneId)
    .where('lead_id', 'in', [...ids])
    .where('archived_at', 'is', null)
    .orderBy('held_on', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows
}

async function agreementsOf(db: Database, zoneId: string, ids: readonly string[]): Promise<LeadDossier['agreements']> {
  const rows = await db
    .selectFrom('promotion.agreements')
    .select(['id', 'title', 'state', 'amount_yuan as amountYuan', 'signed_on as signedOn'])
    .where('zone_id', '=', zoneId)
    .where('lead_id', 'in', [...ids])
    .where('archived_at', 'is', null)
    .orderBy('id')
    .execute()
  const paid = await paidOf(db, zoneId, 'receipt')
  return rows.map((row) => ({ ...row, paidYuan: paid.get(row.id) ?? '0.00' }))
}

async function namedLead(db: Database, zoneId: string, id: string) {
  const row = await db
    .selectFrom('promotion.leads')
    .select(['id', 'name'])
    .where('zone_id', '=', zoneId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

async function namedProject(db: Database, zoneId: string, id: string | null) {
  const name = id === null ? undefined : (await projectNames(db, zoneId, [id])).get(id)
  return id === null || name === undefined ? null : { id, name }
}
