const shape = /^(-?)(\d*)(?:\.(\d*))?(万|亿)?$/
const zeros: Readonly<Record<string, number>> = { 万: 4, 亿: 8 }

/**
 * A number as people type it — full-width digits, separators, ¥ and 元, 万 and 亿 — as a plain decimal text, exactly: no float is in between.
 * Null when it is none.
 */
export function plainNumber(typed: string): string | null {
  const text = typed.normalize('NFKC').replace(/[\s,，¥￥元]/g, '')
  const parts = shape.exec(text)
  if (parts === null || ((parts[2] ?? '') === '' && (parts[3] ?? '') === '')) return null
  const [, sign = '', whole = '', fraction = '', scale = ''] = parts
  const shift = zeros[scale] ?? 0
  const digits = fraction.padEnd(shift, '0')
  const moved = `${whole}${digits.slice(0, shift)}`.replace(/^0+(?=\d)/, '') || '0'
  const rest = digits.slice(shift).replace(/0+$/, '')
  return `${sign}${moved}${rest === '' ? '' : `.${rest}`}`
}
