import type { SiteCard } from '../../contract/card.ts'
import type { Block } from '../../contract/layout.ts'

/** A study as it is being laid out; numbers as they are typed, empty: not said. */
export interface StudyDraft {
  /** Null: not saved yet. */
  readonly id: string | null
  readonly version: number
  readonly name: string
  readonly industryCode: string
  readonly blocks: readonly Block[]
  readonly greenSqm: string
  readonly investmentWan: string
  readonly taxWan: string
  readonly setbackM: string
}

export const promiseFields = {
  greenSqm: { zh: '绿地面积（m²）', en: 'Green (m²)' },
  investmentWan: { zh: '固定资产投资（万元）', en: 'Fixed investment (10k CNY)' },
  taxWan: { zh: '年税收（万元）', en: 'Tax a year (10k CNY)' },
  setbackM: { zh: '退让边界（米）', en: 'Setback (m)' },
} as const
export type PromiseField = keyof typeof promiseFields

/** The number that was typed; null: nothing, or no number. */
export function numberOf(text: string): number | null {
  const value = Number(text)
  return text.trim() === '' || !Number.isFinite(value) || value < 0 ? null : value
}

export function emptyDraft({ rings }: SiteCard, industry: string | undefined): StudyDraft {
  return {
    ...{ id: null, version: 0, name: '', industryCode: industry ?? '', blocks: [newBlock([], rings)] },
    ...{ greenSqm: '', investmentWan: '', taxWan: '', setbackM: '' },
  }
}

/** A hall in the middle of the parcel, beside those that stand. */
export function newBlock(blocks: readonly Block[], rings: SiteCard['rings']): Block {
  const points = rings.flat()
  const middle = (axis: 0 | 1) => {
    const along = points.map((point) => point[axis])
    return along.length === 0 ? 100 : Math.round((Math.min(...along) + Math.max(...along)) / 2)
  }
  const shift = blocks.length * 10
  return {
    ...{ name: `厂房${blocks.length + 1}`, use: 'production', width: 60, depth: 40, storeys: 1, storeyHeight: 9 },
    ...{ x: middle(0) + shift, y: middle(1) + shift, turn: 0 },
  }
}
