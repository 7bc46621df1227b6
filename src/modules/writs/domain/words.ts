import type { Limit } from './subject.ts'

/** `2026-03-02` → 2026年3月2日, as GB/T 9704-2012 (7.3.5.4) writes the day of a document: Arabic figures without leading zeros. */
export function chineseDay(day: string | null): string | null {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day ?? '') ?? []
  return year === undefined ? null : `${year}年${Number(month)}月${Number(date)}日`
}

export function limitWords({ days, unit }: Limit): string {
  return `${days}个${unit === 'workday' ? '工作日' : '自然日'}`
}

const statuses: Readonly<Record<string, string>> = {
  given: '已提交',
  accepted: '已提交',
  needed: '未提交',
  returned: '退回补正',
  owed: '容缺后补',
  replaced: '以承诺或区域评估替代',
}

export function statusWords(status: string): string {
  return statuses[status] ?? status
}

/** `decision`, `matter:CODE`, `workdays:N` of the catalogue in words, where no day is known. */
export function supplyWords(supplyBy: string | null): string | null {
  const days = /^workdays:(\d+)$/.exec(supplyBy ?? '')?.[1]
  if (days !== undefined) return `受理后${days}个工作日内`
  return supplyBy === 'decision' ? '作出决定前' : supplyBy === null ? null : '有关事项办理前'
}

/** 〔2026〕12号 with the office's prefix and the sign of the series (GB/T 9704-2012, 7.2.5: year in full within 〔〕, number without 第 and leading zeros). */
export function numberWords(given: { prefix: string; series: string; year: number; ordinal: number }): string {
  return `${given.prefix}${given.series}〔${given.year}〕${given.ordinal}号`
}

/** The name of a company as a stranger may see it: enough to recognise it by who knows it. */
export function maskedName(name: string): string {
  const signs = [...name]
  if (signs.length <= 4) return `${signs[0] ?? ''}***`
  const tail = /(有限公司|有限责任公司|公司|厂|中心|合作社)$/.exec(name)?.[0] ?? signs.slice(-1).join('')
  return `${signs.slice(0, 2).join('')}***${tail}`
}
