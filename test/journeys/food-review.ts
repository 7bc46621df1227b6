import { expect } from 'vitest'
import { comesTrue, daysPass, expectTold, type Factory, fileOnPage, openCase, press, state, told } from './food-cast.ts'
import { openAt } from './within.ts'

/** The review of the project: a correction asked and given, a paper owed and brought in time, decided, and rated badly. */
export async function entryReview(factory: Factory): Promise<void> {
  const { firm, hall, project } = factory
  const id = await fileOnPage(firm, { project, matter: 'entry-review', papers: [] })
  await hallCorrects(factory, id)
  const own = firm.page()
  // Nobody reloads the page of the enterprise: it is told.
  await own.getByText('未盖章或未签字').first().waitFor()
  await press(own, '提交补正')
  const office = await openCase(hall, id)
  await press(office, '受理', (form) => form.getByLabel(/资金来源/).check())
  await office.getByText('△ 容缺待补').waitFor()
  await daysPass(factory, 1)
  await owedMet(factory, id)
  await press(await openCase(hall, id), '办结')
  await state(hall.page()).filter({ hasText: '办结通过' }).waitFor()
  await expectTold(factory, id, ['submit', 'correct', 'resubmit', 'accept', 'supply', 'decide'])
  await rated(factory, id)
}

async function hallCorrects({ hall }: Factory, id: string): Promise<void> {
  const page = hall.page()
  await openAt(page, '/inbox?zone=linyi')
  await page.getByRole('link', { name: '项目入区预审' }).waitFor()
  await press(await openCase(hall, id), '一次性告知补正', async (form) => {
    await form.getByLabel('可行性研究报告').check()
    await form.getByRole('button', { name: '未盖章或未签字' }).click()
    await form.getByRole('button', { name: '申请材料不符合法定形式' }).click()
  })
}

/** The owed paper comes before its day, and counts for the enterprise. */
async function owedMet({ firm, hall }: Factory, id: string): Promise<void> {
  const own = firm.page()
  await openAt(own, '/my?zone=linyi')
  await own.getByRole('link', { name: /补交容缺材料/ }).click()
  await press(own, '补交容缺材料', (form) => form.getByRole('checkbox').first().check())
  const office = await openCase(hall, id)
  await office.getByText('补交容缺材料').first().waitFor()
  await expect.poll(() => office.getByText('△ 容缺待补').count()).toBe(0)
  await comesTrue(firm, 'owed_met')
}

/** The worst grade: the handler learns nothing, somebody else calls back, has it put right and answers; the rater reads the answer. */
async function rated(factory: Factory, caseId: string): Promise<void> {
  const { firm, hall, supervisor, audit } = factory
  const own = firm.page()
  await openAt(own, '/my?zone=linyi')
  await own.getByRole('button', { name: '非常不满意' }).click()
  await own.getByRole('checkbox', { name: '办得慢' }).check()
  await own.getByLabel('其他（选填）').fill('预审等了一周，窗口没有说明原因')
  await own.getByRole('button', { name: '提交', exact: true }).click()
  await own.getByRole('button', { name: '提交', exact: true }).waitFor({ state: 'detached' })

  const handler = hall.page()
  await openAt(handler, '/ratings?zone=linyi')
  await handler.getByText('没有差评').waitFor()
  expect(await handler.getByRole('main').textContent()).not.toContain('示例食品有限公司')
  const { ratings } = await hall.get('/ratings/bad')
  expect(ratings).toEqual([])

  const page = supervisor.page()
  await openAt(page, '/ratings?zone=linyi')
  await page.getByText('预审等了一周，窗口没有说明原因').waitFor()
  await page.getByText('示例食品有限公司').waitFor()
  for (const [act, words] of callBack) {
    await page.getByRole('button', { name: act, exact: true }).click()
    await page.getByRole('textbox').last().fill(words)
    const form = page.getByRole('form', { name: act })
    await form.getByRole('button', { name: act }).click()
    await form.waitFor({ state: 'detached' })
    await page.getByText(words).waitFor()
  }
  await openAt(own, '/my?zone=linyi')
  await own.getByText('已向窗口全员重申一次告知').waitFor()
  const { rows } = await audit.get('/journal?subjectKind=ratings.rating&limit=200')
  const acts = (rows as { action: string; subjectId: string; actor?: unknown }[]).toReversed()
  expect(acts.map(({ action }) => action)).toEqual(['rate', 'giveReasons', 'callBack', 'correct', 'answer'])
  expect(JSON.stringify(await told(factory, caseId))).not.toContain('rate')
}

const callBack = [
  ['记录回访', '电话回访：企业希望窗口说明进度'],
  ['记录整改', '窗口增设进度告知单'],
  ['答复评价人', '已向窗口全员重申一次告知，谢谢您指出。'],
] as const
