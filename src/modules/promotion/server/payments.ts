import type { InputOf } from '../../../kernel/endpoint.ts'
import { beginningOf, legalDayOf } from '../../../kernel/legal-day.ts'
import { notFound } from '../../../platform/access/caller.ts'
import { attachFiles } from '../../../platform/files/store.ts'
import { newId } from '../../../platform/ids.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import type { counterPayment, enterPayment, LedgerLine } from '../contract/ledger.ts'
import { refusalOfCounter, yuanOf } from '../domain/payment.ts'
import { readLedger } from './ledger.ts'
import { getAgreementRow } from './store.ts'
import type { PaymentRow } from './table.ts'

/** Money that has come in, with its proof. */
export async function addPayment(
  db: Database,
  context: RequestContext,
  input: InputOf<typeof enterPayment>,
): Promise<LedgerLine> {
  const agreement = await getAgreementRow(db, zoneOf(context).id, input.agreement, true)
  const { happenedOn, basis, currency, amount, document, fileId, note } = input
  const today = legalDayOf(context.now)
  const { yuan, rate } = yuanOf({ state: agreement.state, currency, amount, rate: input.rate, happenedOn, today })
  const id = newId(context.now)
  const values = { happened_on: happenedOn, basis, currency, amount, rate, yuan, document, file_id: fileId, note }
  await insert(db, context, { id, agreement, values: { ...values, counter_of: null } })
  if (fileId !== null) {
    const subject = { subjectKind: 'promotion.payment', subjectId: id }
    await attachFiles(db, context, { ids: [fileId], subject })
  }
  await record(db, context, {
    ...{ subjectKind: 'promotion.payment', subjectId: id, action: 'enter', after: values, note },
    ...(happenedOn < today && { happenedAt: beginningOf(happenedOn) }),
    threadId: agreement.lead_id,
  })
  return lineOf(db, context, agreement.id)
}

/** The same amount below zero, on the day of the correction; what was entered stays to be read. */
export async function takeBack(
  db: Database,
  context: RequestContext,
  { id: of, reason }: InputOf<typeof counterPayment>,
): Promise<LedgerLine> {
  const zoneId = zoneOf(context).id
  const entry = await findPayment(db, zoneId, of)
  if (!entry) throw notFound()
  const agreement = await getAgreementRow(db, zoneId, entry.agreement_id, true)
  const countered = await db
    .selectFrom('promotion.payments')
    .select('id')
    .where('zone_id', '=', zoneId)
    .where('counter_of', '=', of)
    .executeTakeFirst()
  const refusal = refusalOfCounter({ counterOf: entry.counter_of, countered: countered !== undefined })
  if (refusal) throw refusal
  const id = newId(context.now)
  const { basis, currency, rate, document } = entry
  const values = {
    ...{ basis, currency, rate, document, file_id: null, note: reason, happened_on: legalDayOf(context.now) },
    ...{ amount: `-${entry.amount}`, yuan: `-${entry.yuan}`, counter_of: of },
  }
  await insert(db, context, { id, agreement, values })
  await record(db, context, {
    ...{ subjectKind: 'promotion.payment', subjectId: id, action: 'counter', after: values, note: reason },
    threadId: agreement.lead_id,
  })
  return lineOf(db, context, agreement.id)
}

type Values = Omit<
  PaymentRow,
  'zone_id' | 'id' | 'created_at' | 'created_by' | 'sample' | 'agreement_id' | 'entered_by'
>

async function insert(
  db: Database,
  context: RequestContext,
  row: {
    readonly id: string
    readonly agreement: Awaited<ReturnType<typeof getAgreementRow>>
    readonly values: Values
  },
): Promise<void> {
  const { id, agreement, values } = row
  await db
    .insertInto('promotion.payments')
    .values({
      ...{ zone_id: agreement.zone_id, id, created_at: context.now, created_by: actorOf(context) },
      ...{
        sample: context.sample ?? agreement.sample,
        agreement_id: agreement.id,
        entered_by: context.caller.name,
        ...values,
      },
    })
    .execute()
}

export function findPayment(db: Database, zoneId: string, id: string) {
  return db
    .selectFrom('promotion.payments')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('id', '=', id)
    .executeTakeFirst()
}

async function lineOf(db: Database, context: RequestContext, agreement: string): Promise<LedgerLine> {
  const [line] = (await readLedger(db, context, { agreement })).lines
  if (line) return line
  throw notFound()
}
