const integerOid = 23
const headBytes = 20
const elementBytes = 8

/**
 * Integers as PostgreSQL takes an `integer[]` in its binary form: as text a hundred thousand of them cost more to read than to store.
 * Give it as a parameter with `::integer[]` behind it.
 */
export function intArray(values: readonly number[]): Buffer {
  const bytes = Buffer.allocUnsafe(headBytes + values.length * elementBytes)
  // One dimension, no nulls, type, length, counted from 1.
  bytes.writeInt32BE(values.length === 0 ? 0 : 1, 0)
  bytes.writeInt32BE(0, 4)
  bytes.writeInt32BE(integerOid, 8)
  if (values.length === 0) return bytes.subarray(0, 12)
  bytes.writeInt32BE(values.length, 12)
  bytes.writeInt32BE(1, 16)
  let at = headBytes
  for (const value of values) {
    bytes.writeInt32BE(4, at)
    bytes.writeInt32BE(value, at + 4)
    at += elementBytes
  }
  return bytes
}
