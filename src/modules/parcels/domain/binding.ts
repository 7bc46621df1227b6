import { type Dated, holdingOn } from '../../../kernel/dated.ts'
import { type BindingIndicator, type IndicatorCode, indicatorCodes } from '../contract/indicator.ts'
import { isOfClass } from './codes.ts'

/*
 * Which thresholds bind (standard-land 3): keyed by zone × GB/T 4754 class, the most specific class wins; a one-off decision (一事一议)
 * with its reason goes before the table. An industry that nobody has entered is unknown, never "no threshold".
 */

export interface Threshold extends Dated {
  readonly code: IndicatorCode
  /** GB/T 4754 prefix; null: every industry. */
  readonly industry: string | null
  readonly direction: 'gte' | 'lte' | 'eq'
  readonly threshold: number
  readonly unit: string
  readonly phase: 'completion' | 'output' | 'acceptance'
  readonly owner: string
  readonly source: string
}

export interface Exception {
  readonly code: IndicatorCode
  readonly threshold: number
  readonly decidedOn: string
  readonly decidedBy: string
  readonly document: string
  readonly reason: string
}

export interface BindingAsked {
  readonly thresholds: readonly Threshold[]
  readonly exceptions: readonly Exception[]
  readonly industry: string | null
  readonly day: string
}

export function bindingOn({ thresholds, exceptions, industry, day }: BindingAsked): BindingIndicator[] {
  const holding = holdingOn(thresholds, day)
  return indicatorCodes.flatMap((code) => {
    const own = holding.filter((one) => one.code === code)
    const found = mostSpecific(own, industry)
    const exception = exceptions
      .filter((one) => one.code === code && one.decidedOn <= day)
      .toSorted((a, b) => a.decidedOn.localeCompare(b.decidedOn))
      .at(-1)
    if (exception) return [excepted(exception, found === 'unknown' ? own[0] : (found ?? own[0]))]
    if (found === 'unknown') return [unknown(code)]
    return found ? [bound(found)] : []
  })
}

/** The longest class that holds the industry, of equal ones the latest; unknown when the answer hangs on an industry that is not known. */
function mostSpecific(own: readonly Threshold[], industry: string | null): Threshold | 'unknown' | undefined {
  if (industry === null && own.some((one) => one.industry !== null)) return 'unknown'
  return own
    .filter((one) => one.industry === null || (industry !== null && isOfClass(industry, one.industry)))
    .toSorted((a, b) => depth(b) - depth(a) || b.validFrom.localeCompare(a.validFrom))[0]
}

/** Nothing, a section letter, then two to four digits. */
function depth({ industry }: Threshold): number {
  if (industry === null) return 0
  return /^[A-T]$/.test(industry) ? 1 : industry.replace(/^[A-T]/, '').length
}

function bound(one: Threshold): BindingIndicator {
  const { code, direction, threshold, unit, phase, owner, industry, validFrom, source } = one
  return { code, state: 'binding', direction, threshold, unit, phase, owner, industry, validFrom, source, reason: null }
}

function excepted(
  { code, threshold, decidedOn, decidedBy, document, reason }: Exception,
  table?: Threshold,
): BindingIndicator {
  return {
    ...{ code, state: 'exception', direction: table?.direction ?? null, threshold, unit: table?.unit ?? null },
    ...{ phase: table?.phase ?? null, owner: table?.owner ?? null, industry: table?.industry ?? null },
    ...{ validFrom: decidedOn, source: document, reason: `${reason}（${decidedBy}）` },
  }
}

const unknown = (code: IndicatorCode): BindingIndicator => ({
  ...{ code, state: 'unknown', direction: null, threshold: null, unit: null, phase: null, owner: null },
  ...{ industry: null, validFrom: null, source: '', reason: null },
})
