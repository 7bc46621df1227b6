import { Problem } from '../../kernel/problem.ts'
import { readWholeAside } from './whole-aside.ts'
import { scanWorkbook } from './xlsx/scan-workbook.ts'

export type ReadCell = string | number | Date | null

export type Sheets = ReadonlyMap<string, readonly (readonly ReadCell[])[]>

/**
 * Every sheet of a workbook as rows of plain values, by sheet name; a cell that is none of text, number, date reads as its text. What the scan
 * does not know (a prefix before every element, parts at unusual places) is read by the library, which builds the whole workbook, in a thread.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Sheets> {
  try {
    return await scanWorkbook(bytes)
  } catch (error) {
    if (error instanceof Problem) throw error
    return readWholeAside(bytes)
  }
}
