import type { Label, Language } from '../../../../kernel/label.ts'
import { formatDay, formatNumber } from '../../../../web/kit/format.ts'
import type { Told } from '../../contract.ts'

export const milestoneNames = {
  permit: { zh: '施工许可', en: 'Construction permit' },
  production: { zh: '投产', en: 'Production' },
} as const

const promisedBy: Readonly<Record<Told['promised']['from'], Label>> = {
  agreement: { zh: '约定', en: 'agreed' },
  plan: { zh: '原方案', en: 'first plan' },
  asked: { zh: '您填的', en: 'your date' },
}

/** The promised day and where it comes from. */
export function promisedText({ promised: { on, from } }: Told, language: Language): Label {
  if (on === null) return { zh: '没有', en: 'none' }
  const day = formatDay(on, language)
  return { zh: `${day}（${promisedBy[from].zh}）`, en: `${day} (${promisedBy[from].en})` }
}

/** A share of runs in whole per cent; what is nearly certain is not told as certain. */
export function chanceText(chance: number | null): string {
  if (chance === null) return '—'
  if (chance > 0.99 && chance < 1) return '> 99 %'
  if (chance > 0 && chance < 0.01) return '< 1 %'
  return `${Math.round(100 * chance)} %`
}

/** In place of dates where a milestone is not to come. */
export function stateText({ state, doneOn }: Told, language: Language): Label | null {
  if (state === 'done') {
    const day = doneOn === null ? '' : formatDay(doneOn, language)
    return { zh: `已取得，${day}`, en: `there since ${day}` }
  }
  if (state === 'none') return { zh: '方案中没有', en: 'not in the plan' }
  if (state === 'undated') return { zh: '工期未填，无法推算', en: 'length of works unknown' }
  return null
}

export function daysText(days: number, language: Language): string {
  return formatNumber(days, language, 1)
}
