import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { desk, phone } from '../setup/chromium.ts'
import { journey } from '../setup/journey.ts'
import { axeFindings, projectTab } from './steps.ts'
import { openAt } from './within.ts'
import { foodFactory, type Place, sitDown, worker } from './zone.ts'

/** Before the day on which it stands, so that nothing filed in time is already late. */
const begun = '2026-10-12'

async function expectNoFaults(page: Page): Promise<void> {
  expect(await axeFindings(page), page.url()).toEqual([])
}

async function settled(page: Page, address: string, heading: string | RegExp): Promise<void> {
  await page.goto(address)
  await arrived(page, heading)
}

/** The same for whoever is at work already: by a link. */
async function goesOn(page: Page, address: string, heading: string | RegExp): Promise<void> {
  await openAt(page, address)
  await arrived(page, heading)
}

async function arrived(page: Page, heading: string | RegExp): Promise<void> {
  await page.getByRole('heading', { level: 1, name: heading }).waitFor()
  await page.locator('.signed-in-bar').waitFor()
  await page.waitForLoadState('load')
}

const long = process.env.LUODI_LONG === '1'
/** Of a project: on the desk axe-signed-in looks at each of them, in both languages; here the desk's come with LUODI_LONG=1. */
const tabs = ['办件', '材料与承诺', '人员', '凭证', '方案依据', '时间线', '方案'] as const

/** Nothing on the page is still on its way. */
async function opened(page: Page): Promise<void> {
  await expect.poll(() => page.getByText('正在打开…').count()).toBe(0)
}

const form = (page: Page, name: string) => page.getByRole('form', { name })
const state = (page: Page) => page.locator('.case-facts dd').first()

async function atWork(place: Place) {
  const agent = await worker(place, 'agent')
  const { enterprise, project } = await foodFactory(agent, begun)
  return { agent, project, applicant: await worker(place, 'enterprise', enterprise) }
}

journey(
  'an application is filed, corrected, accepted with an owed paper, suspended, decided and delivered, by two people',
  { timeout: 240_000 },
  async ({ stage, visit }) => {
    const place = { address: stage.served.address, db: stage.served.db }
    const { project, applicant } = await atWork(place)
    const officer = await worker(place, 'officer')

    const own = await visit(desk)
    await sitDown(own, place, applicant)
    await settled(own, '/my?zone=linyi', '我的项目')
    await expectNoFaults(own)
    await own.getByRole('link', { name: '项目入区预审' }).click()
    await own.getByLabel('可行性研究报告').check()
    await expectNoFaults(own)
    // Pressed twice: one case, as the officer's badge says.
    await own.getByRole('button', { name: '提交申请' }).dblclick()
    await state(own).filter({ hasText: '已接件' }).waitFor()

    const office = await visit(desk)
    await sitDown(office, place, officer)
    await settled(office, '/inbox?zone=linyi', '待办')
    await office.getByRole('tab', { name: '待办 1' }).waitFor()
    await expectNoFaults(office)
    await office.keyboard.press('j')
    await office.keyboard.press('Enter')
    await office.getByRole('button', { name: '一次性告知补正' }).click()
    const correct = form(office, '一次性告知补正')
    await correct.getByLabel('可行性研究报告').check()
    await correct.getByRole('button', { name: '未盖章或未签字' }).click()
    await correct.getByRole('button', { name: '申请材料不符合法定形式' }).click()
    await expectNoFaults(office)
    await correct.getByRole('button', { name: '确认一次性告知补正' }).click()
    await office.getByText('现在没有等您办的件').waitFor()

    // The enterprise's page was told: nobody reloads it.
    await own.getByText('未盖章或未签字').first().waitFor()
    await own.getByRole('button', { name: '提交补正' }).click()
    await form(own, '提交补正').getByRole('button', { name: '确认提交补正' }).click()
    await state(own).filter({ hasText: '补正结束' }).waitFor()

    const row = office.getByRole('link', { name: '项目入区预审' })
    await row.waitFor()
    await row.click()
    await office.getByRole('button', { name: '受理', exact: true }).click()
    await form(office, '受理').getByRole('checkbox').check()
    await form(office, '受理').getByRole('button', { name: '确认受理' }).click()
    await state(office).filter({ hasText: '部门受理' }).waitFor()
    await office.getByText('△ 容缺待补').waitFor()

    await office.getByRole('button', { name: '特别程序开始' }).click()
    const suspend = form(office, '特别程序开始')
    await suspend.getByRole('button', { name: '依法组织专家评审' }).click()
    await suspend.getByRole('button', { name: '确认特别程序开始' }).click()
    await suspend.getByText('请填告知申请人的工作日数').waitFor()
    await suspend.getByLabel('告知申请人的所需时间').fill('3')
    await suspend.getByRole('button', { name: '确认特别程序开始' }).click()
    await state(office).filter({ hasText: '特别程序开始' }).waitFor()
    await office.getByRole('button', { name: '特别程序结束' }).click()
    await form(office, '特别程序结束').getByRole('button', { name: '专家评审已完成' }).click()
    await form(office, '特别程序结束').getByRole('button', { name: '确认特别程序结束' }).click()
    await state(office).filter({ hasText: '特别程序结束' }).waitFor()

    await office.getByRole('button', { name: '出具意见' }).click()
    await form(office, '出具意见').getByRole('button', { name: '符合法定条件' }).click()
    await form(office, '出具意见').getByRole('button', { name: '确认出具意见' }).click()
    await office.getByText('出具意见 · 同意').waitFor()

    await office.getByRole('button', { name: '办结', exact: true }).click()
    await form(office, '办结').getByText('如果今天办结').waitFor()
    await expectNoFaults(office)
    await form(office, '办结').getByRole('button', { name: '确认办结' }).click()
    await state(office).filter({ hasText: '办结容缺通过' }).waitFor()
    await office.getByRole('button', { name: '送达结果' }).click()
    await form(office, '送达结果').getByRole('button', { name: '确认送达结果' }).click()
    await office.getByText('现在没有等您办的件').waitFor()

    await goesOn(own, `/projects/${project}?zone=linyi`, '示例食品工厂')
    await own.getByRole('row', { name: /✓ 项目入区预审/ }).waitFor()
    await expectNoFaults(own)
  },
)

journey(
  'an officer approves by the keyboard alone, in six keys or fewer',
  { timeout: 120_000 },
  async ({ stage, visit }) => {
    const place = { address: stage.served.address, db: stage.served.db }
    const { project, applicant } = await atWork(place)
    const filed = await applicant.post('/cases', {
      project,
      matter: 'entry-review',
      papers: [{ ref: 'project-intro' }, { ref: 'finance-proof' }],
    })
    const page = await visit(desk)
    await sitDown(page, place, await worker(place, 'officer'))
    await settled(page, '/inbox?zone=linyi', '待办')
    await page.locator(`[data-case="${String(filed.id)}"]`).waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '受理', exact: true }).waitFor()
    await page.keyboard.press('1')
    await page.keyboard.press('Enter')
    await state(page).filter({ hasText: '部门受理' }).waitFor()
  },
)

journey('who was slower is told so, and what was typed stays', { timeout: 120_000 }, async ({ stage, visit }) => {
  const place = { address: stage.served.address, db: stage.served.db }
  const { project, applicant } = await atWork(place)
  const filed = await applicant.post('/cases', { project, matter: 'entry-review', papers: [{ ref: 'project-intro' }] })
  const page = await visit(desk)
  await sitDown(page, place, await worker(place, 'officer'))
  // The page hears of no change, as it happens on a bad line.
  await page.route('**/live', (route) => route.abort())
  await settled(page, `/cases/${String(filed.id)}?zone=linyi`, '项目入区预审')
  await page.getByRole('button', { name: '记录情况' }).click()
  await form(page, '记录情况').getByLabel('理由').fill('已现场踏勘，厂址属实')
  const colleague = await worker(place, 'officer')
  await colleague.post(`/cases/${String(filed.id)}/receive`, { version: 1 })
  await form(page, '记录情况').getByRole('button', { name: '确认记录情况' }).click()
  await form(page, '记录情况').getByText('已先办理“窗口受理”').waitFor()
  expect(await form(page, '记录情况').getByLabel('理由').inputValue()).toBe('已现场踏勘，厂址属实')
  await state(page).filter({ hasText: '窗口受理' }).waitFor()
  await form(page, '记录情况').getByRole('button', { name: '确认记录情况' }).click()
  await page.getByText('已办：记录情况').waitFor()
})

journey(
  'every first page of work stands without faults, in Chinese and English, desk and phone',
  { timeout: 240_000 },
  async ({ stage, visit }) => {
    const place = { address: stage.served.address, db: stage.served.db }
    const { agent, project, applicant } = await atWork(place)
    await applicant.post('/cases', { project, matter: 'entry-review', papers: [{ ref: 'project-intro' }] })
    const leader = await worker(place, 'leader')
    const officer = await worker(place, 'officer')
    for (const who of [desk, phone]) {
      const page = await visit(who)
      await sitDown(page, place, leader)
      await settled(page, '/today?zone=linyi', /今天要您过问的/)
      // It began weeks ago and nothing else was filed: the page says which matter is late, and why.
      await page.getByText('还没有申报，影响节点').first().waitFor()
      await expectNoFaults(page)
      await page.getByRole('button', { name: '累计实施项目' }).click()
      await page.getByRole('dialog').getByRole('link', { name: '示例食品工厂' }).first().waitFor()
      await expectNoFaults(page)
      await sitDown(page, place, officer)
      await settled(page, '/inbox?zone=linyi', '待办')
      await page.getByRole('link', { name: '项目入区预审' }).first().waitFor()
      await expectNoFaults(page)
      await sitDown(page, place, agent)
      await settled(page, '/phone?zone=linyi', '我的项目')
      await page.getByRole('button', { name: '办完了' }).first().click()
      await page.getByText('已有凭证').first().waitFor()
      await expectNoFaults(page)
      await goesOn(page, '/projects?zone=linyi', '项目')
      await page.getByRole('link', { name: '示例食品工厂' }).first().click()
      await page.getByRole('heading', { level: 1, name: '示例食品工厂' }).waitFor()
      for (const view of who === phone || long ? tabs : []) {
        await projectTab(page, view)
        await opened(page)
        await expectNoFaults(page)
      }
      await page.evaluate(() => localStorage.setItem('luodi.preferences', '{"language":"en","large":true}'))
      await settled(page, '/phone?zone=linyi', 'My projects')
      await page.getByRole('button', { name: 'Call' }).first().waitFor()
      await expectNoFaults(page)
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    }
  },
)
