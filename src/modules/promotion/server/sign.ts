import type { InputOf } from '../../../kernel/endpoint.ts'
import { beginningOf, legalDayOf } from '../../../kernel/legal-day.ts'
import { Problem } from '../../../kernel/problem.ts'
import { publish } from '../../../platform/events/publish.ts'
import { record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import type { AgreementView, endAgreement, signAgreement } from '../contract/agreements.ts'
import { refusalOfSigning, type Signing } from '../domain/sign.ts'
import { clausesOf, readAgreement } from './agreement-view.ts'
import { nextVersion } from './clauses.ts'
import { twinsOf } from './look-alikes.ts'
import { saveStep } from './steps.ts'
import { getAgreementRow, getLeadRow, mergedInto, refuseStale } from './store.ts'

type Lead = Awaited<ReturnType<typeof getLeadRow>>

/** Records a signing: no flag is open, and the project has not been signed before, here or under a like name. */
export async function sign(
  db: Database,
  context: RequestContext,
  input: InputOf<typeof signAgreement>,
): Promise<AgreementView> {
  const zoneId = zoneOf(context).id
  const row = await getAgreementRow(db, zoneId, input.id, true)
  refuseStale(row, input.version)
  const lead = await getLeadRow(db, zoneId, row.lead_id, true)
  const today = legalDayOf(context.now)
  const clauses = await clausesOf(db, zoneId, { id: row.id, day: input.signedOn })
  const refusal = refusalOfSigning({
    ...{
      state: row.state,
      kind: row.kind,
      leadStage: lead.stage,
      clauses: clauses.length,
      signedOn: input.signedOn,
      today,
    },
    signedBefore: await signedBefore(db, context, { lead, agreementId: row.id }),
    flags: clauses.flatMap(({ heading, flags }) =>
      flags.map(({ title, review }) => ({ heading, title: title.zh, outcome: review?.outcome ?? null })),
    ),
  })
  if (refusal) throw refusal
  const version = await nextVersion(db, context, row, { state: 'signed', signed_on: input.signedOn })
  await record(db, context, {
    ...{ subjectKind: 'promotion.agreement', subjectId: row.id, action: 'sign', threadId: lead.id },
    before: { state: row.state },
    after: { state: 'signed', signedOn: input.signedOn, amountYuan: row.amount_yuan, version },
    ...(input.signedOn < today && { happenedAt: beginningOf(input.signedOn) }),
  })
  // A framework binds nobody to a project: only an investment agreement moves the lead.
  if (row.kind === 'investment' && lead.stage === 'talks') {
    await saveStep(db, context, { row: lead, set: { stage: 'signed' }, action: 'signed', note: row.title })
  }
  await publish(db, context, { topic: 'promotion.signed', subjectKind: 'promotion.agreement', subjectId: row.id })
  return readAgreement(db, context, row.id)
}

/** A signed investment agreement of this lead, of one that was merged into it, or of one that looks the same and was not decided on. */
async function signedBefore(
  db: Database,
  context: RequestContext,
  { lead, agreementId }: { readonly lead: Lead; readonly agreementId: string },
): Promise<Signing['signedBefore']> {
  const own = [lead.id, ...(await mergedInto(db, lead.zone_id, lead.id))]
  const twins = (await twinsOf(db, context, lead.id))
    .filter(({ verdict, decision }) => verdict === 'same' && (decision === null || decision === 'merge'))
    .map(({ id }) => id)
  const found = await db
    .selectFrom('promotion.agreements as agreement')
    .innerJoin('promotion.leads as lead', (join) =>
      join.onRef('lead.zone_id', '=', 'agreement.zone_id').onRef('lead.id', '=', 'agreement.lead_id'),
    )
    .select(['agreement.title', 'lead.company', 'lead.id'])
    .where('agreement.zone_id', '=', lead.zone_id)
    .where('lead.zone_id', '=', lead.zone_id)
    .where('agreement.lead_id', 'in', [...own, ...twins])
    .where('agreement.id', '!=', agreementId)
    .where('agreement.kind', '=', 'investment')
    .where('agreement.state', '=', 'signed')
    .where('agreement.archived_at', 'is', null)
    .orderBy('agreement.id')
    .executeTakeFirst()
  return found ? { title: found.title, company: found.company, own: own.includes(found.id) } : null
}

/** Ends a draft or a signed agreement with its reason. A signed lead without another agreement goes back to talks. */
export async function end(
  db: Database,
  context: RequestContext,
  input: InputOf<typeof endAgreement>,
): Promise<AgreementView> {
  const zoneId = zoneOf(context).id
  const row = await getAgreementRow(db, zoneId, input.id, true)
  refuseStale(row, input.version)
  if (row.state !== 'signed') {
    throw new Problem('rule_violated', 'promotion.not_signed_yet', {
      zh: '只有已签约的协议可以终止；不要的草稿请归档。',
      en: 'Only a signed agreement is ended; a draft that is not wanted is archived.',
    })
  }
  const version = await nextVersion(db, context, row, { state: 'ended' })
  await record(db, context, {
    ...{
      subjectKind: 'promotion.agreement',
      subjectId: row.id,
      action: 'end',
      threadId: row.lead_id,
      note: input.reason,
    },
    ...{ before: { state: row.state }, after: { state: 'ended', version } },
  })
  const lead = await getLeadRow(db, zoneId, row.lead_id, true)
  const other = await signedBefore(db, context, { lead, agreementId: row.id })
  if (lead.stage === 'signed' && row.kind === 'investment' && !other?.own) {
    await saveStep(db, context, { row: lead, set: { stage: 'talks' }, action: 'unsigned', note: input.reason })
  }
  return readAgreement(db, context, row.id)
}
