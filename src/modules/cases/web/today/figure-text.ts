import type { Label, Language } from '../../../../kernel/label.ts'
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
  return `${formatNumber(value, language)} ${(unit satisfies Label)[language]}`
}
