import { expect } from 'vitest'
import { desk, phone } from '../setup/chromium.ts'
import { journey } from '../setup/journey.ts'
import { axeFindings, overflow, quiet } from './steps.ts'
import { openAt } from './within.ts'
import { sitDown, worker } from './zone.ts'

const idOf = (answer: Record<string, unknown>) => (answer.record as { id: string }).id
/** About 273 m by 333 m: 91,000 m². */
const points = ['110.7, 35.1', '110.703, 35.1', '110.703, 35.103', '110.7, 35.103']

journey(
  'a parcel is drawn by its points, its papers change, it is split by a line and merged again; an assessment is published and withdrawn',
  { timeout: 180_000 },
  async ({ visit, address, db }) => {
    const place = { address, db }
    const officer = await worker(place, 'officer')
    const land = { landUse: 'industrial', landKind: 'standard', serviceLevel: 'seven' }
    const id = idOf(
      await officer.post('/parcels', { ...land, code: 'D-1', name: '示例地块 D-1', registeredAreaSqm: 80_000 }),
    )
    const assessed = { title: '示例地灾评估', kind: 'geohazard', approvedOn: '2025-01-01', document: '评〔2025〕1号' }
    const found = { authority: '自然资源局', effect: 'not-repeated', finding: 'absent' }
    const assessment = idOf(await officer.post('/regional-assessments', { ...assessed, ...found }))
    const page = await visit(desk)
    await sitDown(page, place, officer)

    await page.goto(`/parcels/${id}?zone=linyi`)
    await page.getByRole('button', { name: '录入图形' }).click()
    await page.getByLabel(/^界址点/).fill(points.join('\n'))
    await page.getByRole('img', { name: /所填界址点的轮廓/ }).waitFor()
    await page.getByLabel('图形来源').fill('示例勘测')
    await page.getByRole('button', { name: '保存图形' }).click()
    await page.getByText(/图形面积与登记面积相差/).waitFor()
    await page.getByRole('button', { name: /^变更登记面积/ }).click()
    await page.getByLabel('登记面积（m²）').fill('91000')
    await page.getByLabel('依据文号').fill('临自然资登〔2026〕3号')
    await page.getByRole('button', { name: '变更', exact: true }).click()
    await page.getByText('136.50 亩（91000 m²）').first().waitFor()
    expect(await page.getByText(/图形面积与登记面积相差/).count()).toBe(0)

    await quiet(page)
    await page.getByLabel(/^分割线的两点/).fill('110.701, 35.09\n110.701, 35.11')
    await page.getByRole('button', { name: '沿这条线分割' }).click()
    expect(await page.getByLabel('第 1 块登记面积').inputValue()).toMatch(/^30\d{3}|^60\d{3}/)
    await page.getByLabel('登记文号或决定').fill('临自然资登〔2026〕8号')
    await page.getByLabel('理由').fill('两个项目分用')
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: '分割成 2 块' }).click()
    await page.getByText('分割自').waitFor()

    await page.getByRole('tab', { name: '合并' }).click()
    await page.getByRole('checkbox', { name: /D-1-2/ }).check()
    await page.getByText('合并后 136.50 亩（91000 m²）').waitFor()
    await page.getByLabel('登记文号或决定').fill('临自然资登〔2026〕9号')
    await page.getByLabel('理由').fill('一个项目合用')
    await page.getByRole('button', { name: '合并 2 块' }).click()
    await page.getByText('合并自').waitFor()

    await openAt(page, `/records/regional-assessments?zone=linyi&record=${assessment}`)
    await page.getByRole('button', { name: '公布', exact: true }).click()
    await page.getByRole('button', { name: '撤回', exact: true }).click()
    await page.getByLabel('撤回原因').fill('重新评估')
    await page.getByRole('button', { name: '确认撤回' }).click()
    await page.getByRole('button', { name: '确认撤回' }).waitFor({ state: 'detached' })
    await page.getByText('已撤回').first().waitFor()

    const small = await visit(phone)
    await sitDown(small, place, officer)
    await small.goto(`/parcels/${id}?zone=linyi`)
    await small.getByText('已分割为').waitFor()
    await small.getByRole('heading', { name: '示例地块 D-1', exact: true }).waitFor()
    await small.getByText(/因分割或合并注销/).waitFor()
    expect(await overflow(small)).toBe(0)
    expect(await axeFindings(small)).toEqual([])
  },
)
