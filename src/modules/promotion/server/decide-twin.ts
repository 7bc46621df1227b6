import type { Selectable } from 'kysely'
import type { InputOf } from '../../../kernel/endpoint.ts'
import { Problem } from '../../../kernel/problem.ts'
import { publish } from '../../../platform/events/publish.ts'
import { newId } from '../../../platform/ids.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import type { decideTwin } from '../contract/twins.ts'
import { filledFrom } from '../domain/merge.ts'
import { getLeadRow, refuseStale } from './store.ts'
import type { LeadRow } from './table.ts'

type Row = Selectable<LeadRow>

/** A person says what two leads are. Nothing is merged but by this, and what is merged stays to be read. */
export async function decideOnTwins(db: Database, context: RequestContext, input: InputOf<typeof decideTwin>) {
  const zoneId = zoneOf(context).id
  const { decision, reason } = input
  if (input.keep.id === input.other.id) throw oneLead()
  // In one order always, so that two who decide at once wait instead of locking one another out.
  const rows = new Map<string, Row>()
  for (const side of [input.keep, input.other].toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const row = await getLeadRow(db, zoneId, side.id, true)
    refuseStale(row, side.version)
    rows.set(side.id, row)
  }
  const [keep, other] = [rows.get(input.keep.id), rows.get(input.other.id)]
  if (!keep || !other) throw oneLead()
  await addDecision(db, context, { keep, other, decision, reason })
  const filled = decision === 'merge' ? await merge(db, context, { keep, other, reason }) : []
  await publish(db, context, { topic: 'promotion.changed', subjectKind: 'promotion.lead', subjectId: keep.id })
  return { keep: keep.id, decision, filled }
}

interface Sides {
  readonly keep: Row
  readonly other: Row
  readonly reason: string
}

async function addDecision(
  db: Database,
  context: RequestContext,
  { keep, other, decision, reason }: Sides & Pick<InputOf<typeof decideTwin>, 'decision'>,
): Promise<void> {
  const [a, b] = [keep.id, other.id].toSorted() as [string, string]
  await db
    .insertInto('promotion.twin_decisions')
    .values({
      ...{ zone_id: zoneOf(context).id, id: newId(context.now), created_at: context.now, created_by: actorOf(context) },
      ...{ sample: context.sample ?? keep.sample, a_id: a, b_id: b, decision, reason },
    })
    .execute()
  await record(db, context, {
    ...{ subjectKind: 'promotion.lead', subjectId: keep.id, action: 'decideTwin', note: reason },
    after: { decision, other: other.id },
  })
}

/** The other ends in the one that is kept; what the kept one does not know is taken over, and the journal says what. */
async function merge(db: Database, context: RequestContext, { keep, other, reason }: Sides): Promise<string[]> {
  await refuseMerge(db, { keep, other })
  const zoneId = zoneOf(context).id
  const stamps = { updated_at: context.now, updated_by: actorOf(context) }
  const filled = filledFrom(keep, other)
  await db
    .updateTable('promotion.leads')
    .set({ ...filled, ...stamps, version: keep.version + 1 })
    .where('zone_id', '=', zoneId)
    .where('id', '=', keep.id)
    .execute()
  await db
    .updateTable('promotion.leads')
    .set({ ...stamps, stage: 'merged', merged_into_id: keep.id, close_cause: null, version: other.version + 1 })
    .where('zone_id', '=', zoneId)
    .where('id', '=', other.id)
    .execute()
  const after = { ...filled, version: keep.version + 1 }
  await record(db, context, {
    subjectKind: 'promotion.lead',
    subjectId: keep.id,
    action: 'takeOver',
    after,
    note: reason,
  })
  await record(db, context, {
    ...{ subjectKind: 'promotion.lead', subjectId: other.id, action: 'merge', note: reason },
    before: { stage: other.stage, merged_into_id: null },
    after: { stage: 'merged', merged_into_id: keep.id, version: other.version + 1 },
  })
  return Object.keys(filled)
}

async function refuseMerge(db: Database, { keep, other }: Pick<Sides, 'keep' | 'other'>): Promise<void> {
  if (keep.stage === 'merged' || other.stage === 'merged') {
    throw new Problem('rule_violated', 'promotion.merged_already', {
      zh: '其中一条已经并入别的线索，请打开并入的那条再判。',
      en: 'One of them was merged already: open the lead that it went into.',
    })
  }
  const signed = await db
    .selectFrom('promotion.agreements')
    .select('title')
    .where('zone_id', '=', other.zone_id)
    .where('lead_id', '=', other.id)
    .where('state', '=', 'signed')
    .where('archived_at', 'is', null)
    .executeTakeFirst()
  if (other.stage !== 'signed' && other.stage !== 'handed' && !signed) return
  throw new Problem('rule_violated', 'promotion.other_is_signed', {
    zh: '要并入的那条已经签约或移交，请保留已签约的一条；两条都签了约的，先终止其中一份协议。',
    en: 'The lead that would end is signed or handed over: keep the signed one, or end one of the two agreements first.',
  })
}

function oneLead(): Problem {
  return new Problem('invalid_input', 'promotion.one_lead', {
    zh: '请选两条不同的线索。',
    en: 'Choose two different leads.',
  })
}
