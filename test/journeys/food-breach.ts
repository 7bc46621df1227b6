import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { comesTrue, expectTold, type Factory, fileOnPage, form, openCase, press, state, told } from './food-cast.ts'
import type { Others } from './walk-rest.ts'
import { openAt } from './within.ts'

const matter = '污水排入排水管网许可'

/** Commitments are drafted from the plan by the agent, and both of the drain are signed by the enterprise on its own page. */
export async function commit({ agent, firm, project }: Factory): Promise<void> {
  const office = agent.page()
  await openAt(office, `/projects/${project}?zone=linyi&view=papers`)
  await office.getByRole('button', { name: '按方案生成承诺' }).click()
  await office.locator('li').filter({ hasText: matter }).first().waitFor()
  const own = firm.page()
  await openAt(own, '/my?zone=linyi')
  const toSign = own
    .locator('section')
    .filter({ hasText: '等您签署或申辩的承诺' })
    .locator('li')
    .filter({ hasText: matter })
  await toSign.first().waitFor()
  for (let left = await toSign.count(); left > 0; left--) {
    await toSign.first().getByRole('button', { name: '签署承诺' }).click()
    await form(own, '签署承诺').getByRole('checkbox').check()
    await form(own, '签署承诺').getByRole('button', { name: '确认签署承诺' }).click()
    await expect.poll(() => toSign.count(), { timeout: 15_000 }).toBe(left - 1)
  }
}

/** The drain is licensed on commitments alone: of its papers only the drawings are there. Answers its case. */
export async function decidedOnCommitments(factory: Factory, rest: Others): Promise<string> {
  const { firm, hall, project } = factory
  await rest.reach('drain-permit')
  const id = await fileOnPage(firm, { project, matter: 'drain-permit', papers: ['内部排水管网图'] })
  await press(await openCase(hall, id), '受理')
  await press(hall.page(), '办结')
  await state(hall.page()).filter({ hasText: '办结通过' }).waitFor()
  return id
}

/** A check finds one of the commitments false, the enterprise is heard, the breach declared, the licence revoked. */
export async function breach(factory: Factory, rest: Others, id: string): Promise<void> {
  const { firm, hall, leader, clock } = factory
  await onCommitment(factory, '安排核查', ['现场核查排水隐蔽工程', '5'])
  await rest.carryOn(clock.after(3))
  await onCommitment(factory, '拟认定违约并告知申辩', ['现场核查：水质检测与承诺不符', '3'])
  const own = firm.page()
  await openAt(own, '/my?zone=linyi')
  const line = own.locator('li').filter({ hasText: matter }).filter({ hasText: '拟认定违约' })
  await line.getByText('现场核查：水质检测与承诺不符').waitFor()
  await line.getByRole('button', { name: '陈述申辩' }).click()
  await own.getByLabel('陈述与申辩').fill('检测当天设备检修，愿意补测')
  await confirmed(own, '陈述申辩')
  // Answered, it no longer waits for the enterprise; the office reads the answer before it decides.
  await line.waitFor({ state: 'detached' })
  await openAt(hall.page(), '/commitments?zone=linyi&view=all')
  await hall.page().getByText('检测当天设备检修，愿意补测').waitFor()
  await onCommitment(factory, '认定违反承诺', ['补测仍不合格，违反承诺'])
  await openCase(hall, id)
  await hall.page().getByText('据以办结的承诺已认定违约').waitFor()
  await revoked(factory, id)
  await comesTrue(firm, 'commitment_breached')
  await expectTold(factory, id, ['submit', 'accept', 'decide', 'revoke'])
  await openAt(leader.page(), '/credit?zone=linyi')
  await leader.page().getByRole('link', { name: '示例食品有限公司' }).waitFor()
  await journalOfBreach(factory)
  rest.release('drain-permit')
}

async function revoked({ leader, firm, hall }: Factory, id: string): Promise<void> {
  const page = await openCase(leader, id)
  await page.getByText('据以办结的承诺已认定违约').waitFor()
  await press(page, '撤销许可', async (fields) => {
    await fields.getByLabel('理由').fill('以不实承诺取得许可，予以撤销')
    await fields.getByRole('button', { name: /如不服本决定/ }).click()
  })
  const own = await openCase(firm, id)
  await state(own).filter({ hasText: '撤销' }).waitFor()
  await own.getByText('以不实承诺取得许可，予以撤销').waitFor()
  await openAt(hall.page(), '/commitments?zone=linyi&view=breached')
  await hall.page().getByText('决定已撤销').waitFor()
}

/** One step on the first commitment of the drain, on the page of checks afterwards. */
async function onCommitment({ hall }: Factory, act: string, [words, days]: readonly [string, string?]) {
  const page = hall.page()
  await openAt(page, '/commitments?zone=linyi&view=all')
  const line = page
    .locator('li')
    .filter({ hasText: matter })
    .filter({ has: page.getByRole('button', { name: act }) })
    .first()
  await line.getByRole('button', { name: act, exact: true }).click()
  const fields = page.getByRole('form', { name: `确认${act}` })
  await fields.getByLabel('核查情况与理由').fill(words)
  if (days !== undefined) await fields.getByLabel(/工作日|期限/).fill(days)
  await confirmed(page, act)
  await page.getByText(words).first().waitFor()
}

/** The form goes when the server has taken it; what was typed stands in the form before that, and says nothing. */
async function confirmed(page: Page, act: string): Promise<void> {
  const button = page.getByRole('button', { name: `确认${act}` })
  await button.click()
  await button.waitFor({ state: 'hidden' })
}

async function journalOfBreach(factory: Factory): Promise<void> {
  const { commitments } = await factory.hall.get('/commitments?limit=200')
  const broken = (commitments as { id: string; state: string }[]).find(({ state }) => state === 'breached')
  expect(await told(factory, broken?.id ?? '', 'commitments.commitment')).toEqual([
    ...['draft', 'sign', 'restOn', 'planCheck', 'hear', 'defend', 'breach', 'revoked'],
  ])
}
