import { beforeAll, expect, it } from 'vitest'
import { signedInAs } from '../../../../test/support/accounts.ts'
import { startTestApp } from '../../../../test/support/server.ts'
import { type SheetClient, sheetClient } from '../../../../test/support/sheet-client.ts'

const app = startTestApp()
let promoter: SheetClient
let headers: { cookie: string }

beforeAll(async () => {
  headers = (await signedInAs(app().db, { zone: 'linyi', roles: ['promoter'] })).headers
  promoter = sheetClient(app, 'linyi', headers)
  await app().post('/api/zones/linyi/promotion-channels', { name: '食品招商', kind: 'chain' }, headers)
  await promoter.confirm(await promoter.upload('leads', '已有.csv', lead('江苏戊新材料有限公司', '陶瓷滤料生产线项目')))
})

const head = '投资方,项目名称,招商渠道,行业代码,获得日期\n'
const line = (company: string, name: string) => `${company},${name},食品招商,C3073,2026-02-20\n`
const lead = (company: string, name: string) => head + line(company, name)
const takes = (id: string, number: number, words: string, as = headers) =>
  app().post(`/api/zones/linyi/sheet-imports/${id}/lines/${number}/take`, { words }, as)

it('asks about a line like a known lead and one like a line above; each goes in with a word alone', async () => {
  const csv = `${lead('戊新材料', '陶瓷滤料项目')}${line('河南乙机械有限公司', '液压件生产线项目')}${line('河南乙机械', '液压件生产线')}${line('山西丙食品有限公司', '苹果汁项目')}`
  const view = await promoter.upload('leads', '新线索.csv', csv)
  expect(view).toMatchObject({ state: 'compared', counts: { new: 2, bad: 2 } })
  const asked = await promoter.rows(view, 'bad')
  expect(asked.map(({ number, ask }) => [number, ask])).toEqual([
    [2, true],
    [4, true],
  ])
  expect(asked[0]?.issues[0]?.zh).toContain('江苏戊新材料有限公司')
  expect(asked[1]?.issues[0]?.zh).toContain('与第 3 行可能是同一条线索')

  expect((await takes(view.id, 2, ' ')).status).toBe(400)
  expect((await takes(view.id, 99, '看过')).status).toBe(404)
  const other = (await signedInAs(app().db, { zone: 'linyi', roles: ['promoter'] })).headers
  expect((await takes(view.id, 2, '看过', other)).status).toBe(404)
  expect(await takes(view.id, 2, '另一个厂区的项目')).toMatchObject({
    status: 200,
    body: { counts: { new: 3, bad: 1 } },
  })
  expect((await takes(view.id, 2, '再按一次')).body).toMatchObject({ counts: { new: 3, bad: 1 } })

  const done = await promoter.confirm(view)
  expect(done).toMatchObject({ state: 'done', counts: { created: 3, bad: 1 } })
  expect((await takes(view.id, 4, '晚了')).body).toMatchObject({ code: 'sheets.not_to_take' })
})

it('takes no line that is faulty in itself', async () => {
  const csv = `${lead('晋城丁机械有限公司', '齿轮箱项目')}没有渠道的公司,某项目,不存在的渠道,C3073,2026-02-20\n`
  const view = await promoter.upload('leads', '有错.csv', csv)
  expect(view.counts).toMatchObject({ new: 1, bad: 1 })
  expect((await takes(view.id, 3, '看过')).body).toMatchObject({ code: 'sheets.not_asked' })
})
