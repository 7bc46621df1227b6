import { Decimal } from 'decimal.js'
import { folded, issue, type ReadValue } from './texts.ts'

const plain = /^[-+]?\d+(\.\d+)?$/
const grouped = /^[-+]?\d{1,3}(,\d{3})+(\.\d+)?$/

/** A number as text with thousand separators, full-width digits or a currency sign taken off; null when it is none. */
function digits(cell: string | number | Date): string | null {
  if (cell instanceof Date) return null
  // Binary fractions: 12.300000000000001 was 12.3 when it was typed.
  if (typeof cell === 'number') return Number.isFinite(cell) ? decimalText(Number(cell.toPrecision(15))) : null
  const text = folded(cell).replace(/^[¥￥]\s*/, '')
  if (!plain.test(text) && !grouped.test(text)) return null
  return text.replaceAll(',', '').replace(/^\+/, '')
}

/** Never in powers of ten. */
function decimalText(value: number): string {
  return Math.abs(value) >= 1e21 || (value !== 0 && Math.abs(value) < 1e-6) ? value.toFixed(10) : String(value)
}

export function readNumber(cell: string | number | Date): ReadValue {
  const text = digits(cell)
  if (text !== null) return { value: Number(text) }
  return issue(`“${said(cell)}”不是数字。`, `"${said(cell)}" is no number.`)
}

/** Yuan, or with the unit in the cell: 1.2亿, 350 万元. */
export function readMoney(cell: string | number | Date): ReadValue {
  const [, amount = '', unit = ''] = typeof cell === 'string' ? (/^(.*?)\s*(万|亿)?\s*元?\s*$/s.exec(cell) ?? []) : []
  const number = digits(typeof cell === 'string' ? amount : cell)
  const text = number === null || unit === '' ? number : new Decimal(number).times(unit === '万' ? 1e4 : 1e8).toFixed()
  if (text === null) {
    return issue(
      `“${said(cell)}”不是金额，请以元为单位填数字。`,
      `"${said(cell)}" is no amount: give the number of yuan.`,
    )
  }
  const [whole = '', fen = ''] = text.split('.')
  if (/[1-9]/.test(fen.slice(2))) {
    return issue(`“${said(cell)}”的小数超过两位（分）。`, `"${said(cell)}" has more than two decimals.`)
  }
  const sign = whole.startsWith('-') ? '-' : ''
  return { value: `${sign}${whole.replace(/^-?0*(?=\d)/, '')}.${fen.slice(0, 2).padEnd(2, '0')}` }
}

function said(cell: string | number | Date): string {
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell)
}
