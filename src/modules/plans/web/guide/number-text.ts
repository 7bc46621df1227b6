import type { Label } from '../../../../kernel/label.ts'

/** What a person typed into a number field: a value, nothing (not sure), or one sentence on what is wrong. */
export type ReadNumber = { readonly value: number | null } | { readonly error: Label }

/** Takes full-width digits, thousands separators and 万 as people write them; below zero and above `max` are refused. */
export function readNumber(typed: string, max: number): ReadNumber {
  const text = typed.normalize('NFKC').replace(/[\s,]/g, '')
  if (text === '') return { value: null }
  const parts = /^(-?\d+(?:\.\d+)?|-?\.\d+)(万|亿)?$/.exec(text)
  if (parts === null) {
    return {
      error: { zh: `“${typed.trim()}”不是数字，请只填数字。`, en: `"${typed.trim()}" is not a number: digits only.` },
    }
  }
  const value = Number(parts[1]) * (parts[2] === '万' ? 1e4 : parts[2] === '亿' ? 1e8 : 1)
  if (value < 0) return { error: { zh: '不能小于 0。', en: 'It cannot be less than 0.' } }
  if (value > max) {
    return {
      error: { zh: `大于 ${max}，请检查单位。`, en: `That is more than ${max}: check the unit.` },
    }
  }
  return { value }
}

/** 1 亩 = 1/15 ha; four decimals of a hectare are one square metre. */
export const mu = {
  toHectares: (areaMu: number) => Math.round((areaMu / 15) * 1e4) / 1e4,
  fromHectares: (areaHa: number) => Math.round(areaHa * 15 * 100) / 100,
}
