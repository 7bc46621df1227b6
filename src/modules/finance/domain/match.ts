import { Decimal } from 'decimal.js'
import type { Day } from '../../../kernel/calendar.ts'
import type { Label } from '../../../kernel/label.ts'
import { honourLabels } from '../../enterprises/contract/honour.ts'
import { purposes, scaleLabels, securities } from '../contract/words.ts'
import type { Condition } from '../contract.ts'

type Named<T> = readonly (keyof T & string)[]

export interface NeedFacts {
  readonly purpose: keyof typeof purposes
  readonly amountYuan: string
  readonly months: number
  /** Empty: the enterprise did not say. */
  readonly securities: Named<typeof securities>
}

/** Null: unknown. */
export interface FirmFacts {
  readonly scale: keyof typeof scaleLabels | null
  readonly aboveScale: boolean | null
  readonly registeredOn: Day | null
  readonly industryCode: string | null
  /** Valid today. */
  readonly honours: Named<typeof honourLabels>
}

/** Null or empty: the product asks nothing of it. */
export interface ProductFacts {
  readonly purposes: Named<typeof purposes>
  readonly minYuan: string | null
  readonly maxYuan: string | null
  readonly maxMonths: number | null
  readonly securities: Named<typeof securities>
  readonly scales: Named<typeof scaleLabels>
  readonly aboveScale: boolean
  readonly honours: Named<typeof honourLabels>
  readonly minAgeMonths: number | null
  readonly industries: readonly string[]
}

export interface Asked {
  readonly need: NeedFacts
  readonly firm: FirmFacts
  readonly product: ProductFacts
  readonly today: Day
}

/** Every stated condition of a product with its outcome and the reason in words; what is not known is unknown, not missed. */
export function conditionsOf(asked: Asked): readonly Condition[] {
  return [...ofNeed(asked), ...ofFirm(asked)]
}

export function fitOf(conditions: readonly Condition[]): 'fits' | 'maybe' | 'misses' {
  if (conditions.some(({ outcome }) => outcome === 'missed')) return 'misses'
  return conditions.some(({ outcome }) => outcome === 'unknown') ? 'maybe' : 'fits'
}

/** Better first: what fits before what may, fewer misses before more. */
export function better(a: readonly Condition[], b: readonly Condition[]): number {
  const count = (all: readonly Condition[], outcome: Condition['outcome']) =>
    all.filter((one) => one.outcome === outcome).length
  return count(a, 'missed') - count(b, 'missed') || count(a, 'unknown') - count(b, 'unknown')
}

function ofNeed({ need, product }: Asked): Condition[] {
  const amount = new Decimal(need.amountYuan)
  const found: Condition[] = [
    condition(product.purposes.includes(need.purpose), {
      zh: `用途：${namesOf(purposes, product.purposes).zh}`,
      en: `For: ${namesOf(purposes, product.purposes).en}`,
    }),
  ]
  if (product.minYuan !== null) {
    found.push(condition(amount.gte(product.minYuan), yuanText('额度不低于', 'At least', product.minYuan)))
  }
  if (product.maxYuan !== null) {
    found.push(condition(amount.lte(product.maxYuan), yuanText('额度不高于', 'At most', product.maxYuan)))
  }
  if (product.maxMonths !== null) {
    const { maxMonths } = product
    found.push(
      condition(need.months <= maxMonths, { zh: `期限不超过 ${maxMonths} 个月`, en: `At most ${maxMonths} months` }),
    )
  }
  if (product.securities.length > 0) {
    const given =
      product.securities.includes('credit') || need.securities.some((one) => product.securities.includes(one))
    const { zh, en } = namesOf(securities, product.securities)
    const said = product.securities.includes('credit') || need.securities.length > 0
    found.push(condition(said ? given : null, { zh: `担保：${zh}`, en: `Security: ${en}` }))
  }
  return found
}

function ofFirm({ firm, product, today }: Asked): Condition[] {
  const found: Condition[] = []
  if (product.scales.length > 0) {
    const { zh, en } = namesOf(scaleLabels, product.scales)
    const known = firm.scale === null ? null : product.scales.includes(firm.scale)
    found.push(condition(known, { zh: `企业规模：${zh}`, en: `Size: ${en}` }))
  }
  if (product.aboveScale) {
    found.push(condition(firm.aboveScale, { zh: '规模以上企业', en: 'Above designated size' }))
  }
  if (product.honours.length > 0) {
    const { zh, en } = namesOf(honourLabels, product.honours)
    const held = firm.honours.some((one) => product.honours.includes(one))
    found.push(condition(held, { zh: `有效资质：${zh}`, en: `Valid honour: ${en}` }))
  }
  if (product.minAgeMonths !== null) {
    const { minAgeMonths } = product
    const known = firm.registeredOn === null ? null : monthsBetween(firm.registeredOn, today) >= minAgeMonths
    found.push(
      condition(known, { zh: `成立满 ${minAgeMonths} 个月`, en: `Registered for ${minAgeMonths} months at least` }),
    )
  }
  if (product.industries.length > 0) {
    const { industryCode } = firm
    const known = industryCode === null ? null : product.industries.some((start) => industryCode.startsWith(start))
    const codes = product.industries.join(', ')
    found.push(condition(known, { zh: `行业：${codes}`, en: `Industry: ${codes}` }))
  }
  return found
}

function condition(met: boolean | null, text: Label): Condition {
  return { outcome: met === null ? 'unknown' : met ? 'met' : 'missed', text }
}

function yuanText(zh: string, en: string, yuan: string): Label {
  const wan = new Decimal(yuan).div(10_000).toFixed()
  return { zh: `${zh} ${wan} 万元`, en: `${en} CNY ${new Decimal(yuan).toNumber().toLocaleString('en-GB')}` }
}

function namesOf<K extends string>(labels: Readonly<Record<K, Label>>, names: readonly K[]): Label {
  return {
    zh: names.map((name) => labels[name].zh).join('、'),
    en: names.map((name) => labels[name].en).join(', '),
  }
}

/** Whole months from one day to another. */
function monthsBetween(from: Day, to: Day): number {
  const [y1 = 0, m1 = 0, d1 = 0] = from.split('-').map(Number)
  const [y2 = 0, m2 = 0, d2 = 0] = to.split('-').map(Number)
  return (y2 - y1) * 12 + (m2 - m1) - (d2 < d1 ? 1 : 0)
}
