// 工业项目建设用地控制指标 (国土资发〔2008〕24号) and the floors of the province: which of them bind a project on a parcel. The numbers are data.
import { holdingOn } from '../../../kernel/dated.ts'
import type { BindingIndicator } from '../../parcels/contract/indicator.ts'
import { type ShippedThreshold, type ThresholdCode, thresholdLabels } from '../contract/threshold.ts'
import type { Threshold } from './site.ts'

interface Of {
  readonly day: string
  /** Of the zone: `provincial`, `national`. */
  readonly level: string
  /** Class of GB/T 4754; null: not known, so that what holds for some industries alone cannot be said to bind. */
  readonly industry: string | null
}

/** One of each code: of those that hold, the one for the narrowest industry, then the latest. */
export function bindingThresholds(all: readonly ShippedThreshold[], { day, level, industry }: Of): Threshold[] {
  const narrowness = ({ industries }: ShippedThreshold) =>
    Math.max(0, ...industries.filter((start) => industry?.startsWith(start)).map((start) => start.length))
  const holding = holdingOn(all, day)
    .filter(({ levels }) => levels.length === 0 || levels.includes(level))
    .filter((one) => one.industries.length === 0 || narrowness(one) > 0)
    .sort((a, b) => narrowness(b) - narrowness(a) || (a.validFrom < b.validFrom ? 1 : -1))
  return (Object.keys(thresholdLabels) as (keyof typeof thresholdLabels)[]).flatMap((code) => {
    const one = holding.find((threshold) => threshold.code === code)
    if (!one) return []
    const { unit, ...label } = thresholdLabels[code]
    const sure = one.confidence === 'V' ? '' : ` ${one.confidence}`
    return [{ code, label, unit, op: one.op, value: one.value, source: `${one.source}${sure}` }]
  })
}

/** What the zone has laid down for the parcel goes before what the installation ships; of what it leaves open the floors of the state remain. */
export function ownFirst(shipped: readonly Threshold[], own: readonly BindingIndicator[]): Threshold[] {
  const said = own.flatMap(({ code, direction, threshold, unit, source }): Threshold[] => {
    if (threshold === null || direction === null || direction === 'eq') return []
    const known = code in thresholdLabels ? thresholdLabels[code as ThresholdCode] : undefined
    if (!known) return []
    const { unit: usual, ...label } = known
    return [
      {
        code,
        label,
        unit: unit === null ? usual : { zh: unit, en: unit === usual.zh ? usual.en : unit },
        op: direction,
        value: threshold,
        source,
      },
    ]
  })
  const codes = new Set(said.map(({ code }) => code))
  return [...said, ...shipped.filter(({ code }) => !codes.has(code))]
}
