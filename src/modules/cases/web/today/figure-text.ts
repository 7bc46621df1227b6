import type { Language } from '../../../../kernel/label.ts'
import type { FigureValue } from '../../../../platform/figures/contract.ts'
import { formatNumber, formatYuan } from '../../../../web/kit/format.ts'

/** The number as it is read: a share in per cent, money short, everything else with its unit; a dash where there is nothing to count. */
export function figureText(
  { value, op, unit }: Pick<FigureValue, 'value' | 'op' | 'unit'>,
  language: Language,
): string {
  if (value === null) return '—'
  if (typeof value === 'string') return formatYuan(value, language)
  if (op === 'share') return `${formatNumber(value * 100, language, 1)}%`
  return `${formatNumber(value, language)} ${language === 'en' ? counted(unit.en, value) : unit.zh}`
}

/** `1 project`, `7 projects`; what is no plain noun (mu, m², %) stays. */
function counted(unit: string, value: number): string {
  return value !== 1 && /^[a-z]{3,}$/.test(unit) && !unit.endsWith('s') ? `${unit}s` : unit
}
