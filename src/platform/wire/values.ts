/** A value as PostgreSQL reads it: bytes as they are, everything else as text; null where there is none. */
export function textOf(value: unknown): Buffer | string | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'string') return value
  if (typeof value !== 'object') return String(value)
  if (Buffer.isBuffer(value)) return value
  if (ArrayBuffer.isView(value)) return Buffer.from(value.buffer, value.byteOffset, value.byteLength)
  if (value instanceof Date) return moment(value)
  return Array.isArray(value) ? arrayText(value) : JSON.stringify(value)
}

/** In UTC, whatever the machine's zone; a year beyond four digits without the sign that ISO puts before it, one before our era as PostgreSQL says it. */
function moment(date: Date): string {
  if (Number.isNaN(date.getTime())) return 'no moment'
  const text = date.toISOString()
  if (text.startsWith('+')) return text.slice(1)
  if (!text.startsWith('-')) return text
  return `${String(1 - date.getUTCFullYear()).padStart(4, '0')}${text.slice(7)} BC`
}

function arrayText(values: readonly unknown[]): string {
  return `{${values.map(elementText).join(',')}}`
}

function elementText(value: unknown): string {
  if (value === null || value === undefined) return 'NULL'
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return arrayText(value)
  const text = textOf(value)
  if (Buffer.isBuffer(text)) return `"\\\\x${text.toString('hex')}"`
  return `"${(text ?? '').replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}
