import type { AnnualItem, AnnualSource } from '../contract/items.ts'

/** Which source counts before which, from a day on (rules of the installation, `data/annuals/rules.json`). */
export interface CountingRule {
  readonly validFrom: string
  readonly validUntil: string | null
  readonly source: string
  readonly confidence: string
  readonly order: readonly AnnualSource[]
  readonly items: Partial<Readonly<Record<AnnualItem, readonly AnnualSource[]>>>
}

/** A value as one source says it. */
export interface Saying {
  readonly id: string
  readonly item: AnnualItem
  readonly source: AnnualSource
  readonly value: number
  readonly confidence: 'V' | 'P' | 'M' | 'E'
}

/** The rule of a day; of several the one that came last. */
export function ruleOn(rules: readonly CountingRule[], day: string): CountingRule | undefined {
  return rules
    .filter(({ validFrom, validUntil }) => validFrom <= day && (validUntil === null || day < validUntil))
    .sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0]
}

/**
 * The sayings of one item of one year, the one that counts first: by the order of sources of the item, sources that it does not name
 * last; then the better confidence; then the later entry (ids grow with time).
 */
export function inOrder<S extends Saying>(rule: CountingRule, sayings: readonly S[]): readonly S[] {
  const place = ({ item, source }: Saying) => {
    const found = (rule.items[item] ?? rule.order).indexOf(source)
    return found < 0 ? rule.order.length : found
  }
  const trust = ({ confidence }: Saying) => 'VPME'.indexOf(confidence)
  return [...sayings].sort((a, b) => place(a) - place(b) || trust(a) - trust(b) || (a.id < b.id ? 1 : -1))
}

/** How far the sources lie apart, as a share of the one that counts (the first); null with one source, or when that is 0. */
export function spreadOf(sayings: readonly Pick<Saying, 'value'>[]): number | null {
  const [first] = sayings
  if (first === undefined || sayings.length < 2 || first.value === 0) return null
  const values = sayings.map(({ value }) => value)
  return (Math.max(...values) - Math.min(...values)) / Math.abs(first.value)
}
