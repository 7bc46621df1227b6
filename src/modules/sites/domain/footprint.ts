// 工业项目建设用地控制指标 (国土资发〔2008〕24号): floor-area ratio, building factor, shares of office and green, investment a land area; a storey of
// more than 8 m counts double in the ratio. The thresholds themselves are data of the zone, not of this file.
import { muFromSqm } from '../../../kernel/area.ts'
import type { Label } from '../../../kernel/label.ts'
import type { Block } from '../contract/layout.ts'
import { cornersOf, crosses, distanceBetween, isWithin, overlaps, type Point } from './plane.ts'
import type { Threshold } from './site.ts'

const doubleAboveM = 8

export interface Promised {
  /** m² of green; null: not said. */
  readonly greenSqm: number | null
  /** 10k CNY, of the whole project; tax a year. */
  readonly investmentWan: number | null
  readonly taxWan: number | null
}

/** What a layout comes to, under the codes of the control indicators. Ratios without unit, shares in per cent, money in 10k CNY a mu; null: not said. */
export type Measures = Readonly<Record<MeasureName, number | null>>
export type MeasureName =
  | 'plot-ratio'
  | 'building-factor'
  | 'office-share'
  | 'green-ratio'
  | 'invest-intensity'
  | 'tax-per-mu'

export interface Measured {
  readonly measures: Measures
  /** m² on the ground, of all floors, and as the ratio counts them. */
  readonly groundSqm: number
  readonly floorSqm: number
  readonly countedSqm: number
  /** Office and living, per cent of all floor area. */
  readonly officeFloorShare: number | null
}

export function measure(blocks: readonly Block[], areaSqm: number, promise: Promised): Measured {
  const sum = (of: (block: Block) => number) => blocks.reduce((total, block) => total + of(block), 0)
  const ground = (block: Block) => block.width * block.depth
  const floor = (block: Block) => (block.use === 'yard' ? 0 : ground(block) * block.storeys)
  const counted = (block: Block) => floor(block) * (block.storeyHeight > doubleAboveM ? 2 : 1)
  const office = (block: Block) => (block.use === 'office' ? 1 : 0)
  const share = (part: number) => rounded((100 * part) / areaSqm)
  const mu = Number(muFromSqm(areaSqm))
  const floorSqm = sum(floor)
  return {
    measures: {
      'plot-ratio': rounded(sum(counted) / areaSqm),
      'building-factor': share(sum(ground)),
      'office-share': share(sum((block) => ground(block) * office(block))),
      'green-ratio': promise.greenSqm === null ? null : share(promise.greenSqm),
      'invest-intensity': promise.investmentWan === null ? null : rounded(promise.investmentWan / mu),
      'tax-per-mu': promise.taxWan === null ? null : rounded(promise.taxWan / mu),
    },
    groundSqm: rounded(sum(ground)),
    floorSqm: rounded(floorSqm),
    countedSqm: rounded(sum(counted)),
    officeFloorShare: floorSqm === 0 ? null : rounded((100 * sum((block) => floor(block) * office(block))) / floorSqm),
  }
}

/** A measure beside the threshold that binds; `unknown`: it was not said. */
export interface Judged {
  readonly threshold: Threshold
  readonly value: number | null
  readonly outcome: 'met' | 'missed' | 'unknown'
}

export function judge(measures: Measures, thresholds: readonly Threshold[]): readonly Judged[] {
  return thresholds.flatMap((threshold): Judged[] => {
    if (!(threshold.code in measures)) return []
    const value = measures[threshold.code as MeasureName]
    if (value === null) return [{ threshold, value, outcome: 'unknown' }]
    const met = threshold.op === 'gte' ? value >= threshold.value : value <= threshold.value
    return [{ threshold, value, outcome: met ? 'met' : 'missed' }]
  })
}

/** What is wrong with where the blocks stand: beyond the boundary, upon one another, too near to the boundary. */
export function findFaults(
  blocks: readonly Block[],
  rings: readonly (readonly Point[])[],
  setbackM: number | null,
): readonly Label[] {
  const faults: Label[] = []
  for (const [i, block] of blocks.entries()) {
    const corners = cornersOf(block)
    const out =
      rings.length > 0 &&
      (corners.some((corner) => !isWithin(corner, rings)) || rings.some((ring) => crosses(corners, ring)))
    if (out) faults.push({ zh: `“${block.name}”超出地块。`, en: `“${block.name}” reaches beyond the parcel.` })
    else if (setbackM !== null && rings.length > 0) {
      const near = Math.min(...rings.map((ring) => distanceBetween(corners, ring)))
      if (near < setbackM - 1e-6)
        faults.push({
          zh: `“${block.name}”离边界 ${rounded(near)} 米，应退让 ${setbackM} 米。`,
          en: `“${block.name}” is ${rounded(near)} m from the boundary; ${setbackM} m are to be kept.`,
        })
    }
    for (const other of blocks.slice(i + 1))
      if (overlaps(corners, cornersOf(other)))
        faults.push({
          zh: `“${block.name}”和“${other.name}”重叠。`,
          en: `“${block.name}” and “${other.name}” overlap.`,
        })
  }
  return faults
}

function rounded(value: number): number {
  return Number(value.toFixed(2))
}
