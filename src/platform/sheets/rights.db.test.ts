import { Workbook } from '@cj-tech-master/excelts'
import { beforeAll, expect, it } from 'vitest'
import { signedInAs } from '../../../test/support/accounts.ts'
import { startTestApp } from '../../../test/support/server.ts'
import { type SheetClient, sheetClient } from '../../../test/support/sheet-client.ts'

const app = startTestApp()
const zone = 'linyi'
let officer: SheetClient
let headers: { cookie: string }
const firms: Record<string, string> = {}

beforeAll(async () => {
  headers = (await signedInAs(app().db, { zone, roles: ['officer'] })).headers
  officer = sheetClient(app, zone, headers)
  const view = await officer.upload('enterprises', 'firms.csv', '企业名称,状态\n甲厂,在产\n乙厂,在产\n')
  await officer.confirm(view)
  for (const { title, id } of await officer.rows(view)) firms[title] = id ?? ''
})

async function edited(bytes: Buffer, cells: Readonly<Record<string, string | number | null>>): Promise<Uint8Array> {
  const book = new Workbook()
  await book.xlsx.load(bytes)
  for (const [address, value] of Object.entries(cells)) {
    const cell = book.worksheets[0]?.getCell(address)
    if (cell) cell.value = value
  }
  return book.xlsx.writeBuffer()
}

const columns = 'columns=name,phone,post,enterpriseId'

it('personal values leave masked, come back without effect, and are taken in full only', async () => {
  const csv = '姓名,手机,职务,企业,主要联系人\n王小明,13800000001,经理,甲厂,是\n李大为,13900000002,,乙厂,否\n'
  const view = await officer.upload('contacts', 'people.csv', csv)
  expect(view.counts, JSON.stringify(await officer.rows(view))).toMatchObject({ new: 2, bad: 0 })
  await officer.confirm(view)

  const exported = await officer.file(`/contacts/sheet/export?${columns}&sort=createdAt`)
  const book = new Workbook()
  await book.xlsx.load(exported)
  expect(book.worksheets[0]?.getCell('B2').value).toBe('138****0001')
  const same = await officer.upload('contacts', 'same.xlsx', exported)
  expect(same.counts).toMatchObject({ same: 2, changed: 0, bad: 0 })

  const changed = await edited(exported, { B2: '13800000009', B3: '139****0003', C3: '厂长' })
  const compared = await officer.upload('contacts', 'changed.xlsx', changed)
  expect(compared.counts, JSON.stringify(await officer.rows(compared))).toMatchObject({ changed: 1, bad: 1 })
  const [bad] = await officer.rows(compared, 'bad')
  expect(bad?.issues).toMatchObject([{ field: 'phone', zh: expect.stringContaining('打码') }])
  const [row] = await officer.rows(compared, 'changed')
  expect(row?.cells).toMatchObject([{ field: 'phone', before: { zh: '138****0001' } }])
  expect((await officer.confirm(compared)).counts).toMatchObject({ updated: 1 })
})

it('what was changed after the export is not overwritten', async () => {
  const exported = await officer.file('/enterprises/sheet/export?columns=name,status,scale&q=甲厂')
  const at = `/api/zones/${zone}/enterprises/${firms.甲厂}`
  const init = { method: 'PATCH', headers: { ...headers, 'content-type': 'application/json' } }
  await app().send(at, { ...init, body: JSON.stringify({ version: 1, scale: 'large' }) })
  const view = await officer.upload('enterprises', 'late.xlsx', await edited(exported, { B2: '停产' }))
  const [row] = await officer.rows(view)
  expect(row).toMatchObject({
    state: 'bad',
    issues: expect.arrayContaining([{ field: null, zh: expect.stringContaining('导出以后'), en: expect.any(String) }]),
  })
})

it('between comparison and confirmation somebody was faster: that row is refused, the other goes in', async () => {
  const codes = ['91350100M000100Y43', '91350211M000100Y46']
  const csv = `企业名称,状态,统一社会信用代码\n丙厂,在产,${codes[0]}\n丁厂,在产,\n`
  const view = await officer.upload('enterprises', 'race.csv', csv)
  expect(view.counts, JSON.stringify(await officer.rows(view))).toMatchObject({ new: 2 })
  await app().post(`/api/zones/${zone}/enterprises`, { name: '抢先的厂', status: 'operating', uscc: codes[0] }, headers)
  const done = await officer.confirm(view)
  expect(done).toMatchObject({ state: 'done', counts: { created: 1, refused: 1, new: 0 } })
  const [refused] = await officer.rows(done, 'refused')
  expect(refused?.issues[0]).toMatchObject({ field: 'uscc', zh: expect.stringContaining('相同') })
})

it('an enterprise brings in contacts of its own only, and nobody without the right brings in any', async () => {
  const own = await signedInAs(app().db, { zone, roles: ['enterprise'], enterpriseId: firms.甲厂 ?? '' })
  const firm = sheetClient(app, zone, own.headers)
  const view = await firm.upload('contacts', 'own.csv', '姓名,企业,主要联系人\n赵一,甲厂,否\n钱二,乙厂,否\n')
  const [bad] = await firm.rows(view, 'bad')
  expect(view.counts, JSON.stringify(await firm.rows(view))).toMatchObject({ new: 1, bad: 1 })
  expect(bad?.number).toBe(3)
  await firm.confirm(view)
  const exported = await firm.upload('contacts', 'mine.csv', await firm.file('/contacts/sheet/export-csv'))
  expect(exported.counts).toMatchObject({ same: 2, bad: 0 })

  const auditor = await signedInAs(app().db, { zone, roles: ['audit'] })
  const code = await sheetClient(app, zone, auditor.headers).refusal('enterprises', 'x.csv', '企业名称,状态\n戊,在产\n')
  expect(code).toBe('access.not_allowed')
})
