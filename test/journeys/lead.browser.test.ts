import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { desk, phone } from '../setup/chromium.ts'
import { journey } from '../setup/journey.ts'
import { type LeadScene, openLeadScene } from './lead-cast.ts'
import { toProduction } from './lead-to-production.ts'
import { axeFindings, overflow, projectTab } from './steps.ts'
import { type Theatre, walkClock } from './walk-cast.ts'
import { openAt } from './within.ts'

const clock = walkClock('2026-09-07')
const walk = journey.extend('now', { scope: 'file' }, () => clock.now)

const known = {
  ...{ company: '山西示例饮品有限公司', name: '年产5万吨果汁饮料项目', uscc: '91350100M000100Y43', wan: '12000' },
  ...{ mu: '47', parcel: 'A-03', region: '江苏苏州' },
  ...{ industry: 'C1523', summary: '建设无菌灌装线两条，年产果汁饮料5万吨。', person: '李某', phone: '13900001234' },
}
const title = '果汁饮料项目投资协议'
const save = { name: '保存', exact: true }

walk(
  'a lead walks from the first call to a project in production, and what was known is never asked again',
  { timeout: 480_000 },
  async ({ stage, visit }) => {
    const theatre: Theatre = { address: stage.served.address, db: stage.served.db, clock, visit }
    const scene = await openLeadScene(theatre)
    const { promoter, leader, officer } = scene
    await Promise.all([leader.sit(desk), officer.sit(desk)])
    const lead = await enterAndCall(scene)
    await evaluate(scene, lead)
    await promoter.sit(desk)
    await talk(scene, lead)
    await agree(scene, lead)
    await payIn(promoter.page())
    const project = await handOver(scene, lead)
    await toProduction(scene, { project, lead })
  },
)

/** On the phone: a lead, and what was said on the first call in three taps. */
async function enterAndCall({ promoter, channel }: LeadScene): Promise<string> {
  const page = await promoter.sit(phone)
  await page.goto('/leads/new?zone=linyi')
  const fields = [
    ['投资方（必填）', known.company],
    ['项目名称（必填）', known.name],
    ['联系人', known.person],
    ['手机', known.phone],
    ['意向投资（万元）', known.wan],
    ['行业代码', known.industry],
    ['统一社会信用代码', known.uscc],
    ['项目概况', known.summary],
    ['用地需求（亩）', known.mu],
    ['意向地块', known.parcel],
    ['投资方所在地', known.region],
  ] as const
  for (const [label, value] of fields) await page.getByLabel(label, { exact: true }).fill(value)
  await page.getByLabel('招商渠道（必填）').fill(channel)
  await page.getByRole('option', { name: channel }).tap()
  expect(await overflow(page)).toBe(0)
  await page.getByRole('button', { name: '登记', exact: true }).tap()
  await page.getByRole('heading', { name: known.name }).waitFor()
  expect(await axeFindings(page)).toEqual([])
  await page.getByRole('button', { name: /记电话/ }).tap()
  await page.getByRole('button', { name: '已接通，有意向' }).tap()
  await page.getByRole('button', { name: /^保存/ }).tap()
  await page.getByRole('tab', { name: '联系记录 1' }).waitFor()
  expect(await overflow(page)).toBe(0)
  return /leads\/([\w-]+)/.exec(page.url())?.[1] ?? ''
}

/** The leader marks every line of the sheet, each with its evidence. */
async function evaluate({ leader }: LeadScene, lead: string): Promise<void> {
  const page = leader.page()
  await page.goto(`/leads/${lead}?zone=linyi&view=evaluation`)
  await page.getByRole('button', { name: '我来评分' }).click()
  const marks = page.getByRole('form', { name: '我的评分' })
  const [numbers, grounds] = [marks.getByLabel(/：分数$/), marks.getByLabel(/：依据$/)]
  const lines = await numbers.count()
  expect(lines).toBeGreaterThan(3)
  for (let i = 0; i < lines; i++) {
    await numbers.nth(i).fill('80')
    await grounds.nth(i).fill('可研报告第3章')
  }
  await marks.getByRole('button', { name: `交 ${lines} 项` }).click()
  await page.getByRole('tab', { name: '研判 80' }).waitFor()
}

async function talk({ promoter, clock: { day } }: LeadScene, lead: string): Promise<void> {
  const page = promoter.page()
  await page.goto(`/leads/${lead}?zone=linyi&view=talks`)
  await page.getByRole('button', { name: '转入洽谈' }).click()
  await page.getByRole('form', { name: '转入洽谈' }).getByRole('button', { name: '转入洽谈' }).click()
  await page.locator('.lead-line .mark').filter({ hasText: '洽谈' }).waitFor()
  await promoter.post('/lead-talks', { topic: '用地面积', leadId: lead, round: 1, heldOn: day(), agreed: '50亩' })
}

/** Draft, clauses, a flag that holds the signing back until somebody else has reviewed it, and the signing. */
async function agree({ promoter, officer }: LeadScene, lead: string): Promise<void> {
  const page = promoter.page()
  await openAt(page, `/leads/${lead}?zone=linyi&view=agreements&record=new`)
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('名称', { exact: true }).fill(title)
  // The lead is known: only what the agreement itself says is asked.
  expect(await dialog.getByLabel('线索', { exact: true }).count()).toBe(0)
  await dialog.getByLabel('类型', { exact: true }).selectOption('投资协议')
  await dialog.getByLabel(/^协议投资/).fill('1.1亿')
  await dialog.getByRole('button', save).click()
  await page.getByText('已保存。').waitFor()
  await page.getByRole('button', { name: '关闭', exact: true }).click()
  await page.locator('.plain-list').getByRole('link', { name: title }).click()
  await page.getByRole('button', { name: '写入或修改条款' }).click()
  await page.getByLabel('第 1 条标题').fill('扶持')
  await page.getByLabel('第 1 条条文').fill('乙方增值税地方留存部分由甲方前三年全额返还。')
  await page.getByRole('button', { name: '保存条款' }).click()
  await page.getByText('有 1 处公平竞争提示没有通过审查').waitFor()
  expect(await page.getByRole('button', { name: '审查', exact: true }).count()).toBe(0)
  await page.getByText('审查通过前不能签约').waitFor()
  expect(await signing(page).count()).toBe(0)
  await review(officer.page(), '须删改', '没有法律、行政法规依据，删去返还')
  await page.reload()
  await page.getByText('没有法律、行政法规依据，删去返还').waitFor()
  await page.getByText('审查通过前不能签约').waitFor()
  expect(await signing(page).count()).toBe(0)
  await page.getByRole('button', { name: '写入或修改条款' }).click()
  await page.getByLabel('第 1 条条文').fill('乙方可以申请面向全体企业公开的政策。')
  await page.getByRole('button', { name: '保存条款' }).click()
  await page.getByText('没有待审查的提示').waitFor()
  expect(await axeFindings(page)).toEqual([])
  await signing(page).click()
  await page.locator('.lead-line .mark').filter({ hasText: '已签约' }).waitFor()
}

const signing = (page: Page) => page.getByRole('button', { name: '登记签约' })

/** Whoever wrote the clause does not review it. */
async function review(page: Page, finding: string, reason: string): Promise<void> {
  await page.goto('/leads/reviews?zone=linyi')
  await page.getByRole('link', { name: title }).click()
  await page.getByRole('button', { name: '审查', exact: true }).click()
  await page.getByRole('radio', { name: finding }).check()
  await page.getByLabel(/^理由/).fill(reason)
  await page.getByRole('button', { name: '记录审查结论' }).click()
  await page.getByText(reason).waitFor()
}

async function payIn(page: Page): Promise<void> {
  await openAt(page, '/leads/ledger?zone=linyi')
  await page.getByRole('button', { name: '登记到位资金' }).click()
  const form = page.getByRole('form', { name: '登记到位资金' })
  await form.getByLabel('金额（万）').fill('3300')
  await form.getByLabel('凭证名称与编号').fill('银行回单 示0907')
  await form.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByText('（30%）').waitFor()
}

/** One press, no field: enterprise, contact, project and proofs stand there with what the lead knew. */
async function handOver({ promoter, officer, clock: { day } }: LeadScene, lead: string): Promise<string> {
  const page = promoter.page()
  await openAt(page, `/leads/${lead}?zone=linyi&view=evaluation`)
  await page.getByRole('button', { name: '移交为项目' }).waitFor()
  const asked = page.locator('input:visible, textarea:visible, select:visible')
  const before = await asked.count()
  await page.getByRole('button', { name: '移交为项目' }).click()
  const link = page.getByRole('status').getByRole('link', { name: known.name })
  await link.waitFor()
  expect(await asked.count()).toBe(before)
  await link.click()
  await page.locator('.stage-now').filter({ hasText: '签约' }).waitFor()
  const id = /projects\/([\w-]+)/.exec(page.url())?.[1] ?? ''
  const project = await officer.get(`/projects/${id}`)
  expect(project).toMatchObject({
    ...{ name: known.name, kind: 'industrial', industryCode: known.industry, summary: known.summary },
    ...{ investmentYuan: '110000000.00', signedOn: day(), stage: 'signed' },
    ...{ landAreaSqm: 31_333.33, siteWish: known.parcel, investorRegion: known.region },
  })
  await projectTab(page, '人员')
  await page.getByRole('heading', { name: '打给谁' }).waitFor()
  const people = await officer.get(`/contacts?enterpriseId=${String(project.enterpriseId)}`)
  expect(people.rows).toHaveLength(1)
  expect(await officer.get(`/enterprises/${String(project.enterpriseId)}`)).toMatchObject({
    ...{ name: known.company, uscc: known.uscc, industryCode: known.industry },
  })
  await projectTab(page, '凭证')
  await page.getByText(title).first().waitFor()
  await page.getByText('第1轮洽谈：用地面积').first().waitFor()
  // The guide that the plan is made from opens with the investment that was agreed and the land that was wished for.
  await projectTab(page, '方案依据')
  const guide = (await page.getByRole('link', { name: /打开投资指南/ }).getAttribute('href')) ?? ''
  expect(decodeURIComponent(guide)).toContain('investmentWan')
  expect(decodeURIComponent(guide)).toContain('11000')
  expect(decodeURIComponent(guide)).toContain('landAreaHa')
  expect(decodeURIComponent(guide)).toContain('3.1333')
  return id
}
