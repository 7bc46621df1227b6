import { Workbook } from '@cj-tech-master/excelts'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ReadCell } from '../read.ts'
import { readWhole } from '../read-whole.ts'
import { writeWorkbook } from '../workbook.ts'
import { scanSheet } from './scan.ts'
import { scanWorkbook } from './scan-workbook.ts'

type Sheets = ReadonlyMap<string, readonly (readonly ReadCell[])[]>

/** Without the empty ends, which one reader fills up and the other leaves out. */
function cellsOf(sheets: Sheets) {
  const bare = <T>(list: readonly T[], empty: (one: T) => boolean) =>
    list.slice(0, list.findLastIndex((one) => !empty(one)) + 1)
  return [...sheets].map(([name, rows]) => [
    name,
    bare(
      rows.map((row) => bare(row, (cell) => cell === null)),
      (row) => row.length === 0,
    ),
  ])
}

async function expectAlike(bytes: Uint8Array): Promise<Sheets> {
  const scanned = await scanWorkbook(bytes)
  expect(cellsOf(scanned)).toEqual(cellsOf(await readWhole(bytes)))
  return scanned
}

it('reads every sort of cell as the whole reader does', async () => {
  const book = new Workbook()
  const sheet = book.addWorksheet('企业 & <表>')
  sheet.getCell('A1').value = '名称 & “引号” <尖括号>'
  sheet.getCell('C1').value = 12.5
  sheet.getCell('D2').value = new Date('2026-03-02T00:00:00Z')
  sheet.getCell('D2').numFmt = 'yyyy"年"m"月"d"日"'
  sheet.getCell('A3').value = { richText: [{ text: '一', font: { bold: true } }, { text: '二 ' }] }
  sheet.getCell('B3').value = true
  sheet.getCell('C3').value = { formula: 'C1*2', result: 25 }
  sheet.getCell('D3').value = { formula: 'A1&"x"', result: '名称x' }
  sheet.getCell('E3').value = { error: '#N/A' }
  sheet.getCell('F3').value = { text: '链接', hyperlink: 'https://example.cn/' }
  sheet.getCell('A5').value = '合并'
  sheet.mergeCells('A5:C6')
  sheet.getCell('A8').value = '第一行\n第二行'
  sheet.getCell('B8').value = '_x000D_'
  sheet.getCell('C8').value = 0
  sheet.getCell('D8').numFmt = '0.00'
  sheet.getCell('AB9').value = '远处'
  sheet.getColumn(2).numFmt = '@'
  book.addWorksheet('空表')
  book.addWorksheet('藏着', { state: 'veryHidden' }).getCell('B2').value = '选项'
  const scanned = await expectAlike(await book.xlsx.writeBuffer())
  expect([...scanned.keys()]).toEqual(['企业 & <表>', '空表', '藏着'])
  expect(scanned.get('企业 & <表>')?.[1]?.[3]).toEqual(new Date('2026-03-02T00:00:00Z'))
})

it('reads what the program writes itself, whatever the texts', { timeout: 60_000 }, async () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 30 })
  const cell = fc.oneof(text, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(null))
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { maxLength: 20 }), async (rows) => {
      const columns = ['甲', '乙', '丙'].map((title) => ({ title, width: 10 }))
      const sheets = [{ name: '表', columns, rows, notes: ['说明'] }]
      await expectAlike(await writeWorkbook({ title: '表', author: '落地', createdAt: new Date(0), sheets }))
    }),
    { numRuns: 6 },
  )
})

it('ends on a sheet that is cut off in the middle of a row or a cell', async () => {
  const body = (text: string) => ({ name: 'x', method: 0, body: Buffer.from(`<worksheet><sheetData>${text}`) })
  const book = { strings: [], dates: new Set<number>(), date1904: false, made: { cells: 0 }, days: new Map() }
  for (const text of ['<row r="1"><c</row>', '<row r="1"><c r="A1"><v>1</v></row>', '<row</row>']) {
    await expect(scanSheet(body(text), book)).rejects.toThrow()
  }
})

it('gives up on what is no workbook, so that another reader may try', async () => {
  await expect(scanWorkbook(new TextEncoder().encode('PK nothing'))).rejects.toThrow()
  await expect(scanWorkbook(new Uint8Array())).rejects.toThrow()
})
