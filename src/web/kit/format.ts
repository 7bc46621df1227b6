import type { Language } from '../../kernel/label.ts'

const locales: Record<Language, string> = { zh: 'zh-CN', en: 'en-GB' }

export function formatNumber(value: number, language: Language, decimals = 2): string {
  return new Intl.NumberFormat(locales[language], { maximumFractionDigits: decimals }).format(value)
}

/** Yuan as a decimal string, told in 万元 and 亿元 in Chinese, in thousands and millions in English. */
export function formatYuan(yuan: string, language: Language): string {
  const value = Number(yuan)
  if (language === 'en') return formatEnglishYuan(value)
  if (Math.abs(value) >= 1e8) return `${formatNumber(value / 1e8, 'zh')} 亿元`
  if (Math.abs(value) >= 1e4) return `${formatNumber(value / 1e4, 'zh')} 万元`
  return `${formatNumber(value, 'zh')} 元`
}

function formatEnglishYuan(value: number): string {
  if (Math.abs(value) >= 1e6) return `CNY ${formatNumber(value / 1e6, 'en')} million`
  return `CNY ${formatNumber(value, 'en')}`
}

/** A legal day for reading: 2026年3月2日, 2 Mar 2026. */
export function formatDay(day: string, language: Language): string {
  const options = { year: 'numeric', month: language === 'zh' ? 'long' : 'short', day: 'numeric' } as const
  return new Intl.DateTimeFormat(locales[language], { ...options, timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )
}
