import { isWorkbook } from './grid.ts'
import { unpackedSize } from './unpacked.ts'

/** What takes longer to be read than a request should take: of a workbook what it unpacks to counts. */
const [largeText, largeWorkbook] = [1_500_000, 8_000_000]

export function isLarge(bytes: Uint8Array): boolean {
  return isWorkbook(bytes) ? unpackedSize(bytes, largeWorkbook) === null : bytes.length > largeText
}
