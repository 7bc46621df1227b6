import type { Label } from '../../../../kernel/label.ts'
import type { PlanRequest } from '../../contract/request.ts'
import type { PlanNames } from '../../domain/lists/names.ts'

/** Working days of a move in words, with an arrow so that no colour is needed. */
export function shiftText(days: number): Label {
  const size = Math.abs(days)
  return days < 0
    ? { zh: `▲ 早 ${size} 天`, en: `▲ ${size} d earlier` }
    : { zh: `▼ 晚 ${size} 天`, en: `▼ ${size} d later` }
}

const reasons: Readonly<Record<string, Label>> = {
  applies: { zh: '现在适用', en: 'it applies now' },
  undecided: { zh: '暂时无法判断', en: 'undecided now' },
  'does-not-apply': { zh: '现在不适用', en: 'it no longer applies' },
  new: { zh: '目录新增', en: 'new in the catalogue' },
  gone: { zh: '目录已删除', en: 'gone from the catalogue' },
  prior: { zh: '由开发区提前办', en: 'done ahead by the zone' },
  'no-longer-prior': { zh: '不再由开发区提前办', en: 'no longer done ahead by the zone' },
  slipped: { zh: '因为推迟了它的开始', en: 'because its own start was moved' },
  own: { zh: '本身的时间变了', en: 'its own time changed' },
}

/** The reason codes of a comparison in words; `held-by:CODE` names the matter. */
export function reasonText(why: string, names: PlanNames): Label {
  const holder = /^held-by:(.+)$/.exec(why)?.[1]
  if (holder === undefined) return reasons[why] ?? { zh: why, en: why }
  const name = names.matter(holder)
  return { zh: `因为等“${name.zh}”`, en: `because it waits for ${name.en}` }
}

/** The comparison knows two plans, not what was asked for: a matter that was itself slipped moved for that reason. */
export function slippedBetween(code: string, before: PlanRequest, after: PlanRequest): boolean {
  return (before.changes?.slips[code] ?? 0) !== (after.changes?.slips[code] ?? 0)
}
