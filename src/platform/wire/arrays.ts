const oids = { integer: 23, text: 25, bytes: 17 } as const
const headBytes = 20
const lengthBytes = 4
/** UTF-8 needs no more for one of UTF-16's units. */
const mostBytesOfUnit = 3

/*
 * Arrays as PostgreSQL takes them in their binary form: as text, or as JSON, a hundred thousand values cost more to read than to store. Give
 * them as parameters with their type behind (`::integer[]`, `::text[]`, `::bytea[]`).
 */

export function intArray(values: readonly number[]): Buffer {
  if (values.length === 0) return empty(oids.integer)
  const bytes = Buffer.allocUnsafe(headBytes + values.length * 2 * lengthBytes)
  head(bytes, { oid: oids.integer, count: values.length, nulls: false })
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  let at = headBytes
  for (const value of values) {
    view.setInt32(at, 4)
    view.setInt32(at + lengthBytes, value)
    at += 2 * lengthBytes
  }
  return bytes
}

export function textArray(values: readonly (string | null)[]): Buffer {
  if (values.length === 0) return empty(oids.text)
  let [units, nulls] = [0, false]
  for (const value of values) {
    if (value === null) nulls = true
    else units += value.length
  }
  const bytes = Buffer.allocUnsafe(headBytes + values.length * lengthBytes + units * mostBytesOfUnit)
  head(bytes, { oid: oids.text, count: values.length, nulls })
  let at = headBytes
  for (const value of values) {
    const length = value === null ? noValue : bytes.write(value, at + lengthBytes, 'utf8')
    bytes.writeInt32BE(length, at)
    at += lengthBytes + Math.max(length, 0)
  }
  return bytes.subarray(0, at)
}

export function bytesArray(values: readonly Uint8Array[]): Buffer {
  if (values.length === 0) return empty(oids.bytes)
  const total = values.reduce((sum, value) => sum + lengthBytes + value.length, headBytes)
  const bytes = Buffer.allocUnsafe(total)
  head(bytes, { oid: oids.bytes, count: values.length, nulls: false })
  let at = headBytes
  for (const value of values) {
    bytes.writeInt32BE(value.length, at)
    bytes.set(value, at + lengthBytes)
    at += lengthBytes + value.length
  }
  return bytes
}

const noValue = -1

interface Head {
  readonly oid: number
  readonly count: number
  readonly nulls: boolean
}

/** One dimension, whether there are nulls, type, length, counted from 1. */
function head(bytes: Buffer, { oid, count, nulls }: Head): void {
  bytes.writeInt32BE(1, 0)
  bytes.writeInt32BE(nulls ? 1 : 0, 4)
  bytes.writeInt32BE(oid, 8)
  bytes.writeInt32BE(count, 12)
  bytes.writeInt32BE(1, 16)
}

function empty(oid: number): Buffer {
  const bytes = Buffer.alloc(12)
  bytes.writeInt32BE(oid, 8)
  return bytes
}
