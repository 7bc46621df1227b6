import { type BindingIndicator, indicatorLabels } from '../../../parcels/contract/indicator.ts'
import type { AgreedIndicator } from '../../contract/indicator.ts'

/** Codes of the usual indicators (standard-land 3) by their names; another name is its own code. */
const codes: Readonly<Record<string, string>> = {
  固定资产投资强度: 'invest-intensity',
  投资强度: 'invest-intensity',
  亩均税收: 'tax-per-mu',
  容积率: 'plot-ratio',
  建筑系数: 'building-factor',
  绿地率: 'green-ratio',
  亩均产值: 'output-per-mu',
  单位能耗增加值: 'energy-value',
  单位排放增加值: 'emission-value',
}

const shape = /^(.+?)\s*(≥|>=|≤|<=)\s*(\d+(?:\.\d+)?)\s*(.*?)\s*(竣工|达产)$/

/** What binds the parcel, by the line that it is offered as. What is met or not met, or hangs on an unknown industry, is no line of a notice. */
export function offeredLines(binding: readonly BindingIndicator[]): ReadonlyMap<string, AgreedIndicator> {
  return new Map(
    binding.flatMap(({ code, direction, threshold, unit, phase, source, reason }) => {
      if (threshold === null || direction === null || direction === 'eq') return []
      if (phase !== 'completion' && phase !== 'output') return []
      const name = indicatorLabels[code].zh
      const line = `${name} ${direction === 'gte' ? '≥' : '≤'} ${threshold} ${unit ?? ''} ${phase === 'completion' ? '竣工' : '达产'}`
      const indicator: AgreedIndicator = {
        ...{ code, name, op: direction, value: threshold, unit: unit ?? '', phase, capPercent: null },
        source: reason === null ? source : `${source}：${reason}`,
      }
      return [[line.replace(/ +/g, ' '), indicator] as const]
    }),
  )
}

/** `亩均税收 ≥ 15 万元/亩·年 达产` a line; an offered one keeps where it comes from. What cannot be read comes back as it was written. */
export function readIndicators(text: string, notice: string, offered: ReadonlyMap<string, AgreedIndicator>) {
  const indicators: AgreedIndicator[] = []
  const faults: string[] = []
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '') continue
    const known = offered.get(line)
    const [, name, op, value, unit, phase] = shape.exec(line) ?? []
    if (known) indicators.push(known)
    else if (name === undefined || value === undefined) faults.push(line)
    else {
      indicators.push({
        ...{ code: codes[name] ?? name, name, op: op === '≥' || op === '>=' ? 'gte' : 'lte', value: Number(value) },
        ...{ unit: unit ?? '', phase: phase === '竣工' ? 'completion' : 'output', capPercent: null },
        source: notice.trim() === '' ? '出让公告' : `出让公告 ${notice.trim()}`,
      })
    }
  }
  return { indicators, faults }
}
