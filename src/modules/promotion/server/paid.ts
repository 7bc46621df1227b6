import type { Money } from '../../../kernel/money.ts'
import type { Database } from '../../../platform/module.ts'
import type { PaymentBasis } from '../contract/words.ts'
import type {} from './table.ts'

/** Yuan paid in of each agreement by one basis, counter-entries taken off. */
export async function paidOf(db: Database, zoneId: string, basis: PaymentBasis): Promise<ReadonlyMap<string, Money>> {
  const rows = await db
    .selectFrom('promotion.payments')
    .select(['agreement_id', (eb) => eb.fn.sum<string>('yuan').as('yuan')])
    .where('zone_id', '=', zoneId)
    .where('basis', '=', basis)
    .groupBy('agreement_id')
    .execute()
  return new Map(rows.map(({ agreement_id, yuan }) => [agreement_id, yuan]))
}
