import { folded, issue, type ReadValue } from './texts.ts'

const dayMs = 86_400_000
/** Day 0 of Excel's count; its false 29 February 1900 lies before every serial taken here. */
const epoch = Date.UTC(1899, 11, 30)
const [earliest, latest] = [1_000, 110_000]
const chinaMs = 8 * 3_600_000

/** A day from a date cell, Excel's serial number, 20260302, 2026-3-2, 2026/3/2, 2026.3.2 or 2026年3月2日. */
export function readDay(cell: string | number | Date): ReadValue {
  if (cell instanceof Date) return { value: cell.toISOString().slice(0, 10) }
  if (typeof cell === 'number') return isSerial(cell) ? ofSerial(cell) : readDay(String(cell))
  const text = folded(cell)
  const parts =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ t]00?:00(?::00)?)?$/.exec(text) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  const day = parts && dayOf(parts)
  if (day) return { value: day }
  return /^\d{4,6}$/.test(text) && isSerial(Number(text)) ? ofSerial(Number(text)) : noDay(cell)
}

/** A moment in Chinese time, unless it says its offset. */
export function readInstant(cell: string | number | Date): ReadValue {
  if (cell instanceof Date) return { value: new Date(cell.getTime() - chinaMs).toISOString() }
  if (typeof cell === 'number')
    return isSerial(cell) ? readInstant(new Date(epoch + Math.round(cell * 86_400) * 1_000)) : noMoment(String(cell))
  const text = cell.normalize('NFKC').trim()
  if (/^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(text)) return { value: text }
  const [, date = '', hours = '', minutes = '', seconds = '00'] =
    /^(\S+?)(?:[ T]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/.exec(text) ?? []
  const day = readDay(date)
  if (!('value' in day) || Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return noMoment(cell)
  const time = hours === '' ? '00:00:00' : `${hours.padStart(2, '0')}:${minutes}:${seconds}`
  return { value: `${String(day.value)}T${time}+08:00` }
}

function isSerial(value: number): boolean {
  return value >= earliest && value <= latest
}

function ofSerial(serial: number): ReadValue {
  return { value: new Date(epoch + Math.floor(serial) * dayMs).toISOString().slice(0, 10) }
}

function dayOf([, year = '', month = '', day = '']: RegExpExecArray): string | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const time = Date.parse(`${text}T00:00:00Z`)
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text ? null : text
}

function noDay(cell: string): ReadValue {
  return issue(`“${cell}”不是日期，请写成 2026-03-02。`, `"${cell}" is no date: write 2026-03-02.`)
}

function noMoment(cell: string): ReadValue {
  return issue(`“${cell}”不是时间，请写成 2026-03-02 09:00。`, `"${cell}" is no time: write 2026-03-02 09:00.`)
}
