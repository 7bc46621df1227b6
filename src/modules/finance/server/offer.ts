import { legalDayOf } from '../../../kernel/legal-day.ts'
import { Problem } from '../../../kernel/problem.ts'
import { isOutsider, notFound } from '../../../platform/access/caller.ts'
import { newId } from '../../../platform/ids.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { send } from '../../../platform/outbox/send.ts'
import { nextOffer, type OfferVerb } from '../domain/offer.ts'
import { getNeed, listOffers, lockOffer, offeredProducts, type StoredOffer } from './store.ts'

const kind = 'finance.offer'

/** The enterprise chooses a product for its need and agrees that its papers go there. */
export async function acceptProduct(
  db: Database,
  context: RequestContext,
  asked: { readonly id: string; readonly product: string },
): Promise<void> {
  const { caller, now, sample } = context
  const zoneId = zoneOf(context).id
  const today = legalDayOf(now)
  const need = await getNeed(db, zoneId, { caller, id: asked.id })
  const products = await offeredProducts(db, zoneId, today)
  if (!products.some(({ id }) => id === asked.product)) throw notFound()
  if (need.open !== 'yes') throw refuse('need_closed', needClosed)
  const offers = await listOffers(db, zoneId, { needId: need.id })
  const running = offers.some(
    ({ product_id, state }) => product_id === asked.product && (state === 'accepted' || state === 'forwarded'),
  )
  if (running) throw refuse('running', already)
  const id = newId(now)
  const by = actorOf(context)
  await db
    .insertInto('finance.offers')
    .values({
      ...{ zone_id: zoneId, id, version: 1, created_at: now, created_by: by, updated_at: now, updated_by: by },
      ...{ archived_at: null, sample: sample ?? false, need_id: need.id, enterprise_id: need.enterprise_id },
      ...{ product_id: asked.product, state: 'accepted', accepted_on: today, forwarded_on: null, decided_on: null },
      ...{ amount_yuan: null, note: null },
    })
    .execute()
  const subject = { subjectKind: kind, subjectId: id }
  await record(db, context, { ...subject, action: 'accept', after: { need: need.id, product: asked.product } })
  await send(db, context, {
    ...{ channel: 'app', key: `finance:${id}:accepted`, ...subject, to: [{ role: 'officer' }] },
    text: { zh: '有企业选定了金融产品，等您转交机构。', en: 'An enterprise has chosen a finance product: forward it.' },
    link: `/enterprise?id=${need.enterprise_id}&part=finance`,
  })
}

interface Step {
  readonly id: string
  readonly version: number
  readonly verb: OfferVerb
  readonly note?: string
  readonly amountYuan?: string | null
}

/** Forwarded, granted, refused or withdrawn. Answers the need. */
export async function moveOffer(db: Database, context: RequestContext, step: Step): Promise<string> {
  const zoneId = zoneOf(context).id
  const { caller } = context
  if (step.verb !== 'withdraw' && isOutsider(caller)) throw notFound()
  const row = await lockOffer(db, zoneId, { caller, id: step.id })
  if (row.version !== step.version) throw changedMeanwhile()
  const state = nextOffer(row.state, step.verb)
  if (step.verb === 'grant' && !(Number(step.amountYuan ?? 0) > 0)) throw refuse('no_amount', noAmount)
  const today = legalDayOf(context.now)
  const after: Partial<StoredOffer> = {
    state,
    ...(step.verb === 'forward' ? { forwarded_on: today } : { decided_on: today }),
    ...(step.note !== undefined && { note: step.note }),
    ...(step.verb === 'grant' && { amount_yuan: step.amountYuan ?? null }),
  }
  await db
    .updateTable('finance.offers')
    .set({ ...after, version: row.version + 1, updated_at: context.now, updated_by: actorOf(context) })
    .where('zone_id', '=', zoneId)
    .where('id', '=', row.id)
    .execute()
  const subject = { subjectKind: kind, subjectId: row.id }
  await record(db, context, {
    ...{ ...subject, action: step.verb, before: { state: row.state }, after, note: step.note ?? null },
  })
  if (step.verb !== 'withdraw') await tell(db, context, { row, verb: step.verb })
  return row.need_id
}

const texts: Readonly<Record<Exclude<OfferVerb, 'withdraw'>, { readonly zh: string; readonly en: string }>> = {
  forward: { zh: '您的融资需求已转交金融机构。', en: 'Your finance need was forwarded to the provider.' },
  grant: { zh: '您的融资申请已获批，金额见企业档案。', en: 'Your finance application was granted: see the amount.' },
  refuse: { zh: '您的融资申请未获批，原因见企业档案。', en: 'Your finance application was refused; see why.' },
}

async function tell(
  db: Database,
  context: RequestContext,
  { row, verb }: { readonly row: StoredOffer; readonly verb: Exclude<OfferVerb, 'withdraw'> },
): Promise<void> {
  await send(db, context, {
    ...{ channel: 'app', key: `finance:${row.id}:${verb}`, subjectKind: kind, subjectId: row.id },
    ...{ to: [{ enterpriseId: row.enterprise_id }], text: texts[verb], link: '/enterprise?part=finance' },
  })
}

const needClosed = {
  zh: '这项需求已标为不再需要；如仍需要，请先把状态改回“在找”。',
  en: 'This need is marked as no longer needed: open it again first.',
}
const already = {
  zh: '这项需求已选过这个产品，正在办理。',
  en: 'This product was chosen for this need already and is under way.',
}
const noAmount = { zh: '获批的请填写金额。', en: 'Give the amount that was granted.' }

function refuse(code: string, text: { readonly zh: string; readonly en: string }): Problem {
  return new Problem('rule_violated', `finance.${code}`, text)
}

function changedMeanwhile(): Problem {
  return new Problem('conflict', 'finance.changed_meanwhile', {
    zh: '这笔对接刚刚有人办过，请刷新后再看。',
    en: 'Somebody else has just dealt with this: reload first.',
  })
}
