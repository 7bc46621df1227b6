import { inflateRawSync } from 'node:zlib'
import { type Entry, entriesOf, isStored } from './xlsx/zip.ts'

/**
 * How many bytes a ZIP file really unpacks to, counted no further than `most`: its directory may lie. Null when it unpacks to more, or is no
 * ZIP file that can be read.
 */
export function unpackedSize(bytes: Uint8Array, most: number): number | null {
  const entries = entriesOf(bytes)
  if (entries === null) return null
  let size = 0
  for (const entry of entries) {
    const own = sizeOf(entry, most - size)
    if (own === null) return null
    size += own
  }
  return size
}

function sizeOf(entry: Entry, most: number): number | null {
  const { body } = entry
  if (isStored(entry)) return body.length <= most ? body.length : null
  try {
    return inflateRawSync(body, { maxOutputLength: Math.max(1, most) }).length
  } catch {
    return null
  }
}
