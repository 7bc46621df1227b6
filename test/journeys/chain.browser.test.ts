import { expect } from 'vitest'
import { phone } from '../setup/chromium.ts'
import { journey } from '../setup/journey.ts'
import { axeFindings, overflow } from './steps.ts'
import { sitDown, worker } from './zone.ts'

const idOf = (answer: Record<string, unknown>) => (answer.record as { id: string }).id
const drawing = {
  chain: { name: '果品加工', kind: 'key', position: 1 },
  nodes: [
    { name: '种植', lane: 'upstream', products: '苹果' },
    { name: '榨汁', lane: 'midstream', products: '浓缩果汁', industryCode: 'C1523' },
    { name: '灌装', lane: 'downstream', products: '果汁饮料' },
  ],
  links: [
    { from: '种植', to: '榨汁', product: '原料果' },
    { from: '榨汁', to: '灌装', product: '浓缩汁' },
  ],
}

journey(
  'a promoter finds a gap of a chain, sees who could fill it and why, and makes a lead of the one that stands on the node from then on',
  { timeout: 240_000 },
  async ({ address, db, deskPage: page, visit }) => {
    const place = { address, db }
    const [officer, promoter] = [await worker(place, 'officer'), await worker(place, 'promoter')]
    const maker = { name: '示例甲果汁有限公司', status: 'operating', industryCode: 'C1523' }
    const enterpriseId = idOf(await officer.post('/enterprises', maker))
    await officer.post('/postings', { enterpriseId, side: 'supply', product: '浓缩果汁' })
    await officer.post('/enterprises', { name: '示例乙机床有限公司', status: 'operating', industryCode: 'C3421' })
    await promoter.post('/promotion-channels', { name: '产业链招商', kind: 'chain' })
    await promoter.post('/chain-drawings', drawing)
    page.setDefaultTimeout(45_000)
    await sitDown(page, place, promoter)
    await page.goto('/chains?zone=linyi&view=gaps')
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('link', { name: '榨汁', exact: true }).click()

    await page.getByRole('heading', { name: '补链候选' }).waitFor()
    const candidate = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: '示例甲果汁有限公司' }) })
    await candidate.getByText('行业 C1523 与本环节 C1523 相同或相近').waitFor()
    expect(await page.getByRole('link', { name: '示例乙机床有限公司' }).count()).toBe(0)
    await candidate.getByRole('button', { name: /登记为线索/ }).click()
    await page.getByRole('form', { name: '为这个环节登记线索' }).getByRole('combobox').fill('产业链')
    await page.getByRole('option', { name: '产业链招商' }).click()
    await page.getByRole('button', { name: '登记并放到环节上' }).click()
    await page.getByRole('heading', { name: '谁在这个环节 1' }).waitFor()
    await page.getByRole('link', { name: '榨汁补链项目' }).first().waitFor()
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: '关闭' }).click()

    // The picture and its twin say the same.
    await page.getByRole('group', { name: '果品加工的环节' }).getByText('榨汁').first().waitFor()
    await page.getByRole('tab', { name: '表', exact: true }).click()
    const nodes = page.getByRole('table', { name: '环节' }).first()
    await expect.poll(() => nodes.getByRole('row').count()).toBe(4)
    await nodes.getByRole('row').filter({ hasText: '榨汁' }).getByText('缺失').waitFor()
    expect(await axeFindings(page)).toEqual([])

    const small = await visit(phone)
    await sitDown(small, place, promoter)
    await small.goto('/chains?zone=linyi&view=gaps')
    await small.getByRole('link', { name: '榨汁补链项目' }).waitFor()
    expect(await overflow(small)).toBe(0)
    expect(await axeFindings(small)).toEqual([])
  },
)
