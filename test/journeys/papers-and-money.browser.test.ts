import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { phone } from '../setup/chromium.ts'
import { journey } from '../setup/journey.ts'
import { axeFindings, overflow } from './steps.ts'
import { openAt } from './within.ts'
import { foodFactory, type Place, sitDown, type Worker, worker } from './zone.ts'

const begun = '2026-10-12'

async function scene(place: Place) {
  const agent = await worker(place, 'agent')
  const { enterprise, project } = await foodFactory(agent, begun)
  return {
    agent,
    project,
    firm: await worker(place, 'enterprise', enterprise),
    officer: await worker(place, 'officer'),
  }
}

async function seat(page: Page, place: Place, who: Worker): Promise<Page> {
  await sitDown(page, place, who)
  return page
}

async function downloaded(page: Page, button: RegExp): Promise<{ path: string; bytes: Buffer }> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).click()])
  const path = await file.path()
  return { path, bytes: await readFile(path) }
}

journey(
  'a writ is previewed, made with its number, downloaded, and anybody verifies it by its code and its file',
  { timeout: 400_000 },
  async ({ address, db, visit }) => {
    const place = { address, db }
    const { project, firm, officer } = await scene(place)
    const admin = await worker(place, 'admin')
    await admin.post('/issuers', { name: '示例行政审批服务管理局', prefix: '示开审', main: true })
    const papers = [{ ref: 'project-intro' }, { ref: 'finance-proof' }]
    const filed = await firm.post('/cases', { project, matter: 'entry-review', papers })
    await officer.post(`/cases/${String(filed.id)}/accept`, { version: 1 })

    const office = await seat(await visit(), place, officer)
    await office.goto(`/cases/${String(filed.id)}?zone=linyi`)
    await office.getByRole('button', { name: /^受理通知书/ }).click()
    const form = office.getByRole('form', { name: '受理通知书' })
    await form.getByText('示例食品有限公司').first().waitFor()
    await form.getByLabel('补充说明（选填）').fill('请保持电话畅通')
    await form.getByRole('button', { name: '出具受理通知书' }).click()
    const number = office
      .locator('.number')
      .filter({ hasText: /^示开审受〔\d{4}〕1号/ })
      .first()
    await number.waitFor()
    expect(await axeFindings(office)).toEqual([])
    const word = await downloaded(office, /^Word/)
    expect(word.bytes.subarray(0, 2).toString()).toBe('PK')

    const own = await seat(await visit(phone), place, firm)
    await own.goto(`/cases/${String(filed.id)}?zone=linyi`)
    await own.getByRole('button', { name: /^查看/ }).click()
    await own.getByText('请保持电话畅通').waitFor()
    expect(await overflow(own)).toBeLessThanOrEqual(0)

    const code = /linyi\.[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(
      (await own.getByRole('main').textContent()) ?? '',
    )?.[0]
    const stranger = await visit(phone)
    await stranger.goto('/verify')
    await stranger.getByLabel('核验码（印在文书末尾）').fill(code ?? '')
    await stranger.getByRole('button', { name: '核验', exact: true }).click()
    await stranger.getByText('✓ 真实有效').waitFor()
    await stranger.getByText((await number.textContent()) ?? '').waitFor()
    await stranger.getByLabel(/比对文件/).setInputFiles(word.path)
    await stranger.getByText(/与出具的文件一致/).waitFor()
    expect(await overflow(stranger)).toBeLessThanOrEqual(0)
    expect(await axeFindings(stranger)).toEqual([])

    await office.getByRole('button', { name: /^作废/ }).click()
    const end = office.getByRole('form', { name: /^作废/ })
    await end.getByLabel('理由').fill('日期有误')
    await end.getByRole('button', { name: '确认作废' }).click()
    await office.getByText('已作废').first().waitFor()
    await stranger.reload()
    await stranger.getByText('✕ 真实，但已作废').waitFor()
  },
)

journey(
  'an agreed plan is proposed by the agent and signed by both sides, and the bill is reported, confirmed and waived',
  { timeout: 400_000 },
  async ({ address, db, visit }) => {
    const place = { address, db }
    const { project, firm, officer, agent } = await scene(place)
    const leader = await worker(place, 'leader')
    const helper = await seat(await visit(), place, agent)
    await helper.goto(`/projects/${project}?zone=linyi&view=agreement`)
    await helper.getByRole('button', { name: '提出约定方案' }).click()
    const propose = helper.getByRole('form', { name: '提出约定方案' })
    await propose.getByRole('radio').first().waitFor()
    await propose.getByLabel('说明（选填）').fill('示例：按改革方案办理')
    expect(await axeFindings(helper)).toEqual([])
    await propose.getByRole('button', { name: '提出，送双方签署' }).click()
    await helper.getByText('第 1 份约定方案').waitFor()

    const own = await seat(await visit(phone), place, firm)
    await own.goto('/my?zone=linyi')
    await signs(own, '企业签署')
    const head = await seat(await visit(), place, leader)
    await head.goto(`/projects/${project}?zone=linyi&view=agreement`)
    await signs(head, '代表开发区签署')
    await head.getByText('与约定相比').waitFor()
    await head.locator('.agreement').getByText(/生效/).first().waitFor()
    const word = await downloaded(head, /^Word/)
    expect(word.bytes.subarray(0, 2).toString()).toBe('PK')

    await openAt(helper, `/projects/${project}?zone=linyi&view=bill`)
    await helper.getByRole('button', { name: '按方案开立账单' }).click()
    await helper.locator('.bill-line').first().waitFor()
    await own.goto('/my?zone=linyi')
    await own.getByRole('link', { name: /账单：待缴/ }).click()
    const payable = own
      .locator('.bill-line')
      .filter({ has: own.getByRole('checkbox') })
      .first()
    const name = (await payable.locator('strong').first().textContent()) ?? ''
    await payable.getByRole('checkbox').check()
    await own.getByLabel(/流水号/).fill('示例流水 0001')
    await own
      .getByRole('form', { name: '上传缴款凭证' })
      .getByRole('button', { name: '上传缴款凭证', exact: true })
      .last()
      .click()
    await own.getByText('企业已报缴，待确认').waitFor()
    expect(await overflow(own)).toBeLessThanOrEqual(0)
    expect(await axeFindings(own)).toEqual([])

    const office = await seat(await visit(), place, officer)
    await office.goto(`/projects/${project}?zone=linyi&view=bill`)
    const line = office.locator('.bill-line').filter({ hasText: name }).first()
    await line.getByRole('checkbox').check()
    const confirm = office.getByRole('form', { name: '确认到账' })
    await confirm.getByLabel('票据号').fill('示例票据 0001')
    await confirm.getByRole('button', { name: '确认到账' }).click()
    await line.getByText('已缴').waitFor()
    await line.getByText('票据 示例票据 0001').waitFor()
    await office.getByRole('button', { name: /^减免/ }).first().click()
    const waive = office.getByRole('form', { name: '减免' })
    await waive.getByLabel(/减免依据/).fill('示例政策第 3 条')
    await waive.getByRole('button', { name: '确认减免' }).click()
    await office.getByText('依据：示例政策第 3 条').waitFor()
    await own.reload()
    await own.getByText('依据：示例政策第 3 条').waitFor()
  },
)

async function signs(page: Page, act: string): Promise<void> {
  await page.getByRole('button', { name: act, exact: true }).click()
  const form = page.getByRole('form', { name: act })
  await form.getByRole('checkbox').check()
  await form.getByRole('button', { name: `确认${act}` }).click()
  await form.waitFor({ state: 'detached' })
}
