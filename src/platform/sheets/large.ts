import { isWorkbook } from './grid.ts'
import { unpackedSize } from './unpacked.ts'

/** What takes longer to be read than a request should take: of a workbook what it unpacks to counts. */
const [largeText, largeWorkbook] = [1_500_000, 8_000_000]
const manyLines = 100_000

export function isLarge(bytes: Uint8Array): boolean {
  if (isWorkbook(bytes)) return unpackedSize(bytes, largeWorkbook) === null
  return bytes.length > largeText || hasMoreLines(bytes, manyLines)
}

function hasMoreLines(bytes: Uint8Array, most: number): boolean {
  let at = -1
  for (let lines = 0; lines <= most; lines++) {
    at = bytes.indexOf(0x0a, at + 1)
    if (at < 0) return false
  }
  return true
}
