import { Workbook } from '@cj-tech-master/excelts'
import { beforeAll, expect, it } from 'vitest'
import { signedInAs } from '../../../test/support/accounts.ts'
import { startTestApp } from '../../../test/support/server.ts'
import { type SheetClient, sheetClient } from '../../../test/support/sheet-client.ts'
import { readWorkbook } from './read.ts'

const app = startTestApp()
let officer: SheetClient
let headers: { cookie: string }

beforeAll(async () => {
  headers = (await signedInAs(app().db, { zone: 'linyi', roles: ['officer'] })).headers
  officer = sheetClient(app, 'linyi', headers)
})

const csv = `企业名称,统一社会信用代码,状态,规模以上,成立日期,备注列
甲食品有限公司,91350100M000100Y43,在产,是,2026年3月2日,x
乙机械有限公司,,Building,no,2026-3-2,
,,,,,
丙建材有限公司,,不知道,,46083,
甲食品有限公司二,91350100M000100Y43,在产,,,
`

it('compares a CSV cell by cell, takes the good rows in and gives the bad ones back in a workbook', async () => {
  const view = await officer.upload('enterprises', '企业.csv', csv)
  expect(view).toMatchObject({ state: 'compared', again: false, ignored: ['备注列'] })
  expect(view.counts).toMatchObject({ new: 2, bad: 2, changed: 0 })
  const bad = await officer.rows(view, 'bad')
  expect(bad.map(({ number }) => number)).toEqual([5, 6])
  expect(bad[0]?.issues).toMatchObject([{ field: 'status' }])
  expect(bad[1]?.issues[0]?.zh).toBe('统一社会信用代码与第 2 行相同。')
  const [first] = await officer.rows(view, 'new')
  expect(first?.cells.find(({ field }) => field === 'registeredOn')?.after?.zh).toBe('2026-03-02')

  const done = await officer.confirm(view)
  expect(done).toMatchObject({ state: 'done', counts: { created: 2, new: 0, bad: 2, refused: 0 } })
  expect((await officer.confirm(view)).counts.created).toBe(2)
  const list = await app().get('/api/zones/linyi/enterprises?sort=name', headers)
  expect((list.body as { rows: unknown[] }).rows).toHaveLength(2)

  const marked = await officer.marked(view)
  const [rows = []] = [...(await readWorkbook(marked)).values()]
  expect(rows[0]?.slice(0, 9)).toEqual([
    ...['企业名称', '统一社会信用代码', '状态', '规模以上', '成立日期', '备注列'],
    ...['编号（勿改）', '版本（勿改）', '错误说明'],
  ])
  expect(rows[1]?.[8]).toBe('已导入')
  expect(String(rows[4]?.[8])).toMatch(/^状态：“不知道”不在选项之内/)
  const book = new Workbook()
  await book.xlsx.load(marked)
  expect(book.worksheets[0]?.getCell('C5')).toMatchObject({ fill: { fgColor: { argb: 'FFF8C7C4' } } })
  expect(book.worksheets[0]?.getCell('C5').note).toBeDefined()
  expect(book.worksheets[0]?.getRow(2).hidden).toBe(true)

  // Corrected and sent again: the rows that are in carry their ids, so nothing is doubled.
  const sheet = book.worksheets[0]
  if (sheet) {
    sheet.getCell('C5').value = '拟入区'
    sheet.getCell('B6').value = null
  }
  const again = await officer.upload('enterprises', '企业-标错.xlsx', await book.xlsx.writeBuffer())
  expect(again.counts, JSON.stringify(await officer.rows(again))).toMatchObject({ new: 2, same: 2, bad: 0 })
  expect(await officer.confirm(again)).toMatchObject({ counts: { created: 2, same: 2 } })
})

it('answers the very same file with what came of it', async () => {
  const view = await officer.upload('enterprises', 'twice.csv', csv)
  expect(view).toMatchObject({ again: true, state: 'done', fileName: '企业.csv' })
})

it('reads GBK, and finds what exists by its unique code; empty cells then change nothing', async () => {
  const gbk = Buffer.from(
    'c6f3d2b5c3fbb3c62cd7b4ccac2ccdb3d2bbc9e7bbe1d0c5d3c3b4fac2eb0d0abcd7cab3c6b7d0c2c3fb2c2c39313335303130304d3030303130305934330d0a',
    'hex',
  )
  const view = await officer.upload('enterprises', 'gbk.csv', gbk)
  expect(view.counts).toMatchObject({ changed: 1, bad: 0 })
  const [row] = await officer.rows(view)
  expect(row?.cells).toEqual([
    {
      field: 'name',
      before: { zh: '甲食品有限公司', en: '甲食品有限公司' },
      after: { zh: '甲食品新名', en: '甲食品新名' },
    },
  ])
  expect(await officer.confirm(view)).toMatchObject({ counts: { updated: 1 } })
})

it('exports what is seen, and the export changes nothing when it is imported', async () => {
  for (const [name, path] of [
    ['a.xlsx', '/enterprises/sheet/export?sort=name&columns=name,uscc,status,registeredOn,aboveScale'],
    ['b.csv', '/enterprises/sheet/export-csv?sort=name&lang=en'],
  ] as const) {
    const view = await officer.upload('enterprises', name, await officer.file(path))
    expect(view.counts, JSON.stringify(await officer.rows(view))).toMatchObject({ same: 4, new: 0, changed: 0, bad: 0 })
  }
})

it('skips the example of a template, and takes one that was written over', async () => {
  const template = await officer.file('/enterprises/sheet/template')
  expect(await officer.refusal('enterprises', 't.xlsx', template)).toBe('sheets.no_rows')
  const book = new Workbook()
  await book.xlsx.load(template)
  const sheet = book.worksheets[0]
  if (sheet) {
    sheet.getCell('A2').value = '丁纺织有限公司'
    sheet.getCell('B2').value = null
  }
  const view = await officer.upload('enterprises', 't2.xlsx', await book.xlsx.writeBuffer())
  expect(view.counts, JSON.stringify(await officer.rows(view))).toMatchObject({ new: 1, bad: 0 })
})

it('refuses what is no table of the kind, and tells another account nothing of an import', async () => {
  expect(await officer.refusal('enterprises', 'x.csv', 'a,b\n1,2\n')).toBe('sheets.no_head')
  expect(await officer.refusal('enterprises', 'x.csv', '企业名称\n1\n')).toBe('sheets.columns_missing')
  const view = await officer.upload('enterprises', 'mine.csv', '企业名称,状态\n戊,在产\n')
  const other = await signedInAs(app().db, { zone: 'linyi', roles: ['officer'] })
  const answer = await app().get(`/api/zones/linyi/sheet-imports/${view.id}`, other.headers)
  expect(answer.status).toBe(404)
})
