import { Decimal } from 'decimal.js'
import { sumMoney } from '../../../kernel/money.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import type { LedgerEntry, LedgerLine } from '../contract/ledger.ts'
import { type PaymentBasis, paymentBases } from '../contract/words.ts'
import type {} from './table.ts'

/** Signed against paid in, one line an agreement that was signed; `agreement` narrows it to one. */
export async function readLedger(
  db: Database,
  context: RequestContext,
  asked: { readonly agreement?: string | undefined },
) {
  const zoneId = zoneOf(context).id
  let query = db
    .selectFrom('promotion.agreements as agreement')
    .innerJoin('promotion.leads as lead', (join) =>
      join.onRef('lead.zone_id', '=', 'agreement.zone_id').onRef('lead.id', '=', 'agreement.lead_id'),
    )
    .select([
      'agreement.id',
      'agreement.title',
      'agreement.signed_on',
      'agreement.invest_until',
      'agreement.amount_yuan',
    ])
    .select(['agreement.kind', 'agreement.state', 'lead.id as lead_id', 'lead.company'])
    .where('agreement.zone_id', '=', zoneId)
    .where('lead.zone_id', '=', zoneId)
    .where('agreement.state', '!=', 'draft')
    .where('agreement.archived_at', 'is', null)
    .orderBy('agreement.signed_on', 'desc')
    .orderBy('agreement.id')
  if (asked.agreement !== undefined) query = query.where('agreement.id', '=', asked.agreement)
  const agreements = await query.execute()
  const entries = await entriesOf(
    db,
    zoneId,
    agreements.map(({ id }) => id),
  )
  const lines = agreements.map((row): LedgerLine => {
    const own = entries.get(row.id) ?? []
    const paid = paidBy(own)
    const signedYuan = row.amount_yuan
    return {
      agreement: { id: row.id, title: row.title, signedOn: row.signed_on, investUntil: row.invest_until },
      lead: { id: row.lead_id, company: row.company },
      ...{ signedYuan, paid, entries: own },
      share: new Decimal(signedYuan).isZero()
        ? null
        : new Decimal(paid.receipt).div(signedYuan).toDecimalPlaces(4).toNumber(),
    }
  })
  // A framework is an intention, and what has ended binds nobody.
  const binding = agreements.filter(({ kind, state }) => kind !== 'framework' && state === 'signed')
  const signedYuan = sumMoney(binding.map(({ amount_yuan }) => amount_yuan))
  return { lines, signedYuan, paid: paidBy(lines.flatMap((line) => line.entries)) }
}

/** By basis; they are three counts of the same money and never added. */
function paidBy(entries: readonly LedgerEntry[]): Record<PaymentBasis, string> {
  const sum = (basis: PaymentBasis) => sumMoney(entries.filter((one) => one.basis === basis).map(({ yuan }) => yuan))
  return Object.fromEntries(paymentBases.map((basis) => [basis, sum(basis)])) as Record<PaymentBasis, string>
}

async function entriesOf(
  db: Database,
  zoneId: string,
  agreementIds: readonly string[],
): Promise<ReadonlyMap<string, LedgerEntry[]>> {
  if (agreementIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('promotion.payments as payment')
    .leftJoin('files.files as file', (join) =>
      join.onRef('file.zone_id', '=', 'payment.zone_id').onRef('file.id', '=', 'payment.file_id'),
    )
    .selectAll('payment')
    .select('file.name as file_name')
    .where('payment.zone_id', '=', zoneId)
    .where('payment.agreement_id', 'in', [...agreementIds])
    .orderBy('payment.happened_on')
    .orderBy('payment.id')
    .execute()
  const counters = new Map(
    rows.flatMap(({ id, counter_of }) => (counter_of === null ? [] : [[counter_of, id] as const])),
  )
  const grouped = Map.groupBy(rows, ({ agreement_id }) => agreement_id)
  return new Map(
    [...grouped].map(([agreement, own]) => [
      agreement,
      own.map((row) => ({
        ...{ id: row.id, happenedOn: row.happened_on, basis: row.basis, currency: row.currency, amount: row.amount },
        ...{ rate: row.rate, yuan: row.yuan, document: row.document, fileId: row.file_id, fileName: row.file_name },
        ...{ counterOf: row.counter_of, counteredBy: counters.get(row.id) ?? null, note: row.note, by: row.entered_by },
      })),
    ]),
  )
}
