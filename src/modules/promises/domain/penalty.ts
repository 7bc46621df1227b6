/**
 * 国有建设用地使用权出让合同示范文本 Art. 35–38 (as Tianjin fills it in [P]): intensity, plot ratio or density below what was agreed costs the price
 * times the shortfall's share; a late start or completion some thousandths of the price a day. The numbers are the contract's own. A promise
 * of tax has a cap, because courts do not like a firm to pay "missing tax" [M].
 */
import { Decimal } from 'decimal.js'
import { type Money, money } from '../../../kernel/money.ts'

export interface Agreed {
  readonly op: 'gte' | 'lte'
  readonly value: number
}

/** Whether a value keeps what was agreed; null where nobody has measured it. */
export function keeps({ op, value }: Agreed, actual: number | null): boolean | null {
  if (actual === null) return null
  return op === 'gte' ? actual >= value : actual <= value
}

/** How far below (above, for `lte`) what was agreed, as a share of it, 0 to 1 and six places; null for what cannot be told. */
function shortfallOf({ op, value }: Agreed, actual: number | null): string | null {
  if (actual === null || value === 0) return null
  const gap = op === 'gte' ? new Decimal(value).minus(actual) : new Decimal(actual).minus(value)
  return Decimal.min(1, Decimal.max(0, gap.div(value)))
    .toDecimalPlaces(6, Decimal.ROUND_HALF_UP)
    .toString()
}

/** An amount with the way to it, as it is shown: `1,000,000.00 × 0.2`. */
export interface Penalty {
  readonly amountYuan: Money
  readonly arithmetic: string
  readonly capped: boolean
}

function capped(
  amount: Decimal,
  priceYuan: Money,
  { arithmetic, capPercent }: { arithmetic: string; capPercent: number | null },
): Penalty {
  const cap = capPercent === null ? null : new Decimal(priceYuan).times(capPercent).div(100)
  if (cap === null || amount.lte(cap)) return { amountYuan: money(amount.toString()), arithmetic, capped: false }
  return {
    amountYuan: money(cap.toString()),
    arithmetic: `min(${arithmetic}, ${priceYuan} × ${capPercent}%)`,
    capped: true,
  }
}

/** penalty = price × max(0, (agreed − actual) ÷ agreed); null when nothing was measured. */
export function shortfallPenalty(
  agreed: Agreed,
  actual: number | null,
  { priceYuan, capPercent }: { readonly priceYuan: Money; readonly capPercent: number | null },
): Penalty | null {
  const share = shortfallOf(agreed, actual)
  if (share === null) return null
  const { value } = agreed
  const gap = agreed.op === 'gte' ? `(${value} − ${actual}) ÷ ${value}` : `(${actual} − ${value}) ÷ ${value}`
  return capped(new Decimal(priceYuan).times(share), priceYuan, { arithmetic: `${priceYuan} × ${gap}`, capPercent })
}

/** penalty = price × ‰ × days. */
export function latePenalty(
  days: number,
  {
    priceYuan,
    permille,
    capPercent,
  }: { readonly priceYuan: Money; readonly permille: number; readonly capPercent: number | null },
): Penalty {
  const late = Math.max(0, days)
  const amount = new Decimal(priceYuan).times(permille).div(1000).times(late)
  return capped(amount, priceYuan, { arithmetic: `${priceYuan} × ${permille}‰ × ${late}`, capPercent })
}
