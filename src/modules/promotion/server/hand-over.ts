import { sqmFromMu } from '../../../kernel/area.ts'
import { Problem } from '../../../kernel/problem.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { openValue } from '../../../platform/records/personal.ts'
import { takeIn } from '../../enterprises/server/api.ts'
import { takeSigned } from '../../projects/server/api.ts'
import { LeadContact } from '../contract/lead-contact.ts'
import { lockForStep, saveStep } from './steps.ts'
import { mergedInto } from './store.ts'

/** 移交: enterprise, contacts, project and its proofs come from what the lead knows; nothing is typed again. */
export async function handOverLead(
  db: Database,
  context: RequestContext,
  asked: { readonly id: string; readonly version: number },
): Promise<void> {
  const { row, after } = await lockForStep(db, context, { ...asked, step: 'handOver' })
  const zoneId = zoneOf(context).id
  const ids = [row.id, ...(await mergedInto(db, zoneId, row.id))]
  const agreement = await signedAgreement(db, zoneId, ids)
  const sample = context.sample ?? row.sample
  const { id: enterpriseId } = await takeIn(db, context, {
    ...{ name: row.company, uscc: row.uscc, industryCode: row.industry_code, sample },
    contacts: await openContacts(db, zoneId, ids),
  })
  const projectId = await takeSigned(db, context, {
    ...{ name: row.name, enterpriseId, industryCode: row.industry_code, summary: row.summary, sample },
    landAreaSqm: row.land_mu === null ? null : Number(sqmFromMu(row.land_mu)),
    ...{ siteWish: row.parcel, investorRegion: row.region },
    ...{ investmentYuan: agreement.amount_yuan, signedOn: agreement.signed_on },
    evidence: [
      ...(await talksHeld(db, zoneId, ids)),
      { kind: 'agreement', title: agreement.title, happenedOn: agreement.signed_on, number: agreement.number },
    ],
  })
  const set = { stage: after, enterprise_id: enterpriseId, project_id: projectId }
  await saveStep(db, context, { row, set, action: 'handOver', note: null, threadId: projectId })
}

async function signedAgreement(db: Database, zoneId: string, ids: readonly string[]) {
  const row = await db
    .selectFrom('promotion.agreements')
    .select(['title', 'number', 'amount_yuan', 'signed_on'])
    .where('zone_id', '=', zoneId)
    .where('lead_id', 'in', [...ids])
    .where('state', '=', 'signed')
    .where('kind', '=', 'investment')
    .where('archived_at', 'is', null)
    .orderBy('signed_on')
    .orderBy('id')
    .executeTakeFirst()
  const signedOn = row?.signed_on ?? null
  if (row && signedOn !== null) return { ...row, signed_on: signedOn }
  throw new Problem('rule_violated', 'promotion.no_agreement', {
    zh: '没有已签约的投资协议，请先登记签约再移交。',
    en: 'There is no signed investment agreement: record the signing before the hand-over.',
  })
}

async function talksHeld(db: Database, zoneId: string, ids: readonly string[]) {
  const rows = await db
    .selectFrom('promotion.talks')
    .select(['topic', 'held_on', 'round'])
    .where('zone_id', '=', zoneId)
    .where('lead_id', 'in', [...ids])
    .where('archived_at', 'is', null)
    .orderBy('held_on')
    .orderBy('id')
    .execute()
  return rows.map(({ topic, held_on: happenedOn, round }) => ({
    ...{ kind: 'negotiation-record' as const, happenedOn, number: null },
    title: `第${round}轮洽谈：${topic}`,
  }))
}

/** In full, to be encrypted anew; whoever was erased stays erased. */
async function openContacts(db: Database, zoneId: string, ids: readonly string[]) {
  const rows = await db
    .selectFrom('promotion.lead_contacts as contact')
    .innerJoin('journal.person_keys as person', (join) =>
      join.onRef('person.zone_id', '=', 'contact.zone_id').onRef('person.id', '=', 'contact.id'),
    )
    .select(['contact.id', 'contact.name', 'contact.phone', 'contact.post', 'person.key'])
    .where('contact.zone_id', '=', zoneId)
    .where('person.zone_id', '=', zoneId)
    .where('contact.lead_id', 'in', [...ids])
    .where('contact.archived_at', 'is', null)
    .orderBy('contact.id')
    .execute()
  return rows.flatMap(({ id, key, name, phone, post }) => {
    const open = (field: string, sealed: Buffer | null) =>
      sealed === null ? null : openValue({ kind: LeadContact, id, key }, field, sealed.toString('base64'))
    const opened = open('name', name)
    return opened === null ? [] : [{ name: opened, post, phone: open('phone', phone) }]
  })
}
