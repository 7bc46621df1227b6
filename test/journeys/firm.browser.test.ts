import { expect } from 'vitest'
import { dayFromNumber, dayNumber } from '../../src/kernel/calendar.ts'
import { legalDayOf } from '../../src/kernel/legal-day.ts'
import { phone } from '../setup/chromium.ts'
import { journey } from '../setup/journey.ts'
import { axeFindings, overflow } from './steps.ts'
import { sitDown, worker } from './zone.ts'

const inDays = (count: number) => dayFromNumber(dayNumber(legalDayOf(new Date())) + count)
const idOf = (answer: Record<string, unknown>) => (answer.record as { id: string }).id
const questions = ['entry-procedure', 'entry-condition', 'movement', 'tax', 'subsidy', 'factors', 'conduct']

journey(
  'the page of an enterprise says what it is recognised for and until when, what was promised to it, and all that the zone did with it',
  { timeout: 240_000 },
  async ({ address, db, deskPage: page, visit }) => {
    const place = { address, db }
    const [officer, promoter, leader, admin] = [
      await worker(place, 'officer'),
      await worker(place, 'promoter'),
      await worker(place, 'leader'),
      await worker(place, 'admin'),
    ]
    const firm = idOf(await officer.post('/enterprises', { name: '示例果汁有限公司', status: 'operating' }))
    const honour = { enterpriseId: firm, level: 'provincial', issuer: '省工业和信息化厅', issuedOn: inDays(-700) }
    await officer.post('/honours', { ...honour, title: '专精特新中小企业', kind: 'srdi', validUntil: inDays(40) })
    await officer.post('/honours', { ...honour, title: '高新技术企业', kind: 'highTech', validUntil: inDays(400) })
    await officer.post('/honours', { ...honour, title: '绿色工厂', kind: 'greenFactory', validUntil: inDays(-1) })
    const department = idOf(await admin.post('/departments', { name: '经济发展局' }))
    const item = { kind: 'energy', content: '增容用电', departmentId: department, dueOn: inDays(60) }
    const span = { fromOn: inDays(-5), untilOn: inDays(300) }
    const drafted = await promoter.post('/tailored-plans', {
      ...{ enterprise: firm, title: '示例果汁一企一策', ...span, items: [item] },
    })
    page.setDefaultTimeout(45_000)
    await sitDown(page, place, officer)
    await page.goto(`/enterprise?zone=linyi&id=${firm}`)
    await page.getByRole('heading', { level: 1, name: '示例果汁有限公司' }).waitFor()
    await page.getByText('专精特新中小企业（△ 还有 40 天到期）').waitFor()
    await page.getByText('高新技术企业', { exact: true }).waitFor()
    expect(await page.locator('.enterprise-line').getByText('绿色工厂').count()).toBe(0)
    expect(await axeFindings(page)).toEqual([])

    // What it promises takes effect only after its fair-competition review.
    await page.getByRole('tab', { name: '服务与支持' }).click()
    await page.getByRole('tab', { name: '一企一策' }).click()
    await page.getByText('增容用电').waitFor()
    const answers = questions.map((question) => ({ question, answer: 'no' }))
    const asked = { version: drafted.version, answers, opinion: '不涉及' }
    const reviewed = await officer.post(`/tailored-plans/${String(drafted.id)}/review`, asked)
    await sitDown(page, place, leader)
    await page.reload()
    await page.getByRole('button', { name: '确认', exact: true }).click()
    await page.locator('.mark', { hasText: '已确认' }).waitFor()
    expect(reviewed).toMatchObject({ state: 'draft' })
    expect(await axeFindings(page)).toEqual([])

    await page.getByRole('tab', { name: '企业情况' }).click()
    await page.getByRole('tab', { name: '全程记录' }).click()
    for (const said of ['专精特新中小企业', '示例果汁一企一策']) await page.getByText(said).first().waitFor()
    expect(await axeFindings(page)).toEqual([])

    const small = await visit(phone)
    await sitDown(small, place, officer)
    await small.goto(`/enterprise?zone=linyi&id=${firm}&part=honours`)
    await small.getByText('绿色工厂').first().waitFor()
    expect(await overflow(small)).toBe(0)
    expect(await axeFindings(small)).toEqual([])
  },
)
