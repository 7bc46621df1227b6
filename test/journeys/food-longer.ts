import { expect } from 'vitest'
import { comesTrue, daysPass, expectTold, type Factory, fileOnPage, openCase, press, state } from './food-cast.ts'
import { file, type Others, step } from './walk-rest.ts'

/** The environmental report: a special procedure with the length told to the applicant, and the day on which the clocks run on. */
export async function specialProcedure(factory: Factory, rest: Others): Promise<void> {
  const { agent, environment, firm, project, clock } = factory
  await rest.reach('eia-form')
  const id = await fileOnPage(agent, { project, matter: 'eia-form', papers: ['重点污染物总量来源说明'] })
  const office = await openCase(environment, id)
  await press(office, '受理')
  await press(office, '特别程序开始', async (form) => {
    await form.getByRole('radio', { name: '专家评审' }).check()
    await form.getByRole('button', { name: '依法组织专家评审' }).click()
    await form.getByLabel('告知申请人的所需时间').fill('4')
    await form.getByLabel('告知书文号（选填）').fill('示例环特〔2025〕1号')
  })
  const own = await openCase(firm, id)
  await own.getByText('告知需 4 个工作日').waitFor()
  await own.getByText('示例环特〔2025〕1号').first().waitFor()
  await rest.carryOn(clock.after(4))
  await press(await openCase(environment, id), '特别程序结束', (form) =>
    form.getByRole('button', { name: '专家评审已完成' }).click(),
  )
  await openCase(firm, id)
  await state(own).filter({ hasText: '特别程序结束' }).waitFor()
  await press(environment.page(), '办结')
  await openCase(firm, id)
  await state(own).filter({ hasText: '办结通过' }).waitFor()
  await expectTold(factory, id, ['submit', 'accept', 'suspend', 'resume', 'decide'])
  rest.release('eia-form')
}

/** The scheme: one department leads, two are asked, one of them answers late; the review is concluded, and then decided. */
export async function jointReview(factory: Factory, rest: Others): Promise<void> {
  const { agent, land, hall, environment, leader, project, clock } = factory
  await rest.reach('scheme-review')
  const filed = await file(agent, project, 'scheme-review')
  const lead = await openCase(land, filed.id)
  await press(lead, '受理')
  await press(lead, '联合审查：征求意见', async (form) => {
    for (const department of ['行政审批局', '生态环境局']) {
      await form.getByRole('checkbox', { name: department }).check()
      await form.getByLabel(`${department}：工作日`).fill('2')
    }
    await form.getByRole('button', { name: '请就本部门职责范围内的事项' }).click()
  })
  await rest.carryOn(clock.after(1))
  await opinion(hall, filed.id)
  await rest.carryOn(clock.after(3))
  const late = await openCase(environment, filed.id)
  await late.getByText('▲ 逾期未答复').waitFor()
  await opinion(environment, filed.id)
  await openCase(land, filed.id)
  await lead.getByText(/△ 逾期答复，晚 2 个工作日/).waitFor()
  await press(lead, '联合审查：汇总结论', (form) => form.getByRole('button', { name: '各部门意见一致' }).click())
  await press(lead, '办结')
  const seen = await openCase(leader, filed.id)
  await seen.getByText('牵头部门结论').waitFor()
  await seen.getByText(/△ 逾期答复/).waitFor()
  const asked = ['askOpinions', 'giveOpinion', 'giveOpinion', 'concludeReview']
  await expectTold(factory, filed.id, ['submit', 'accept', ...asked, 'decide'])
  rest.release('scheme-review')
}

async function opinion(by: Factory['hall'], id: string): Promise<void> {
  const page = await openCase(by, id)
  await page.getByText('本件正在等您所在部门的意见').waitFor()
  await press(page, '出具意见', (form) => form.getByRole('button', { name: '符合法定条件' }).click())
}

/** The planning permit is refused with reasons and remedies, reconsideration sets that aside, and it is decided anew. */
export async function refusalReversed(factory: Factory, rest: Others): Promise<void> {
  const { agent, land, firm, leader, project, clock } = factory
  await rest.reach('planning-permit')
  const filed = await file(agent, project, 'planning-permit')
  await step(land, filed, ['accept'])
  const office = await openCase(land, filed.id)
  await press(office, '办结', async (form) => {
    await form.getByRole('radio', { name: '不通过' }).check()
    await form.getByLabel('理由').fill('不符合法定条件、标准：建筑密度超出规划条件')
    await form.getByRole('button', { name: /如不服本决定/ }).click()
  })
  const own = await openCase(firm, filed.id)
  await state(own).filter({ hasText: '办结不通过' }).waitFor()
  await own.getByText('建筑密度超出规划条件').waitFor()
  await own.getByText(/救济：可在 .* 前申请行政复议/).waitFor()
  await rest.carryOn(clock.after(10))
  await press(await openCase(leader, filed.id), '撤销不予许可，恢复办理', async (form) => {
    await form.getByRole('radio', { name: '行政复议' }).check()
    await form.getByRole('button', { name: '复议机关已撤销原决定' }).click()
    await form.getByLabel('告知书文号（选填）').fill('示例复决〔2025〕1号')
  })
  await openCase(firm, filed.id)
  await state(own).filter({ hasText: '部门受理' }).waitFor()
  await own.getByText('示例复决〔2025〕1号').waitFor()
  expect(await own.getByText(/救济：可在/).count()).toBe(0)
  await press(await openCase(land, filed.id), '办结')
  await openCase(firm, filed.id)
  await state(own).filter({ hasText: '办结通过' }).waitFor()
  await expectTold(factory, filed.id, ['submit', 'accept', 'decide', 'reverse', 'decide'])
  rest.release('planning-permit')
}

/** The food licence: a paper owed does not come by its day; the acceptance is taken back, and it is filed again with the paper. */
export async function owedLapses(factory: Factory, rest: Others): Promise<void> {
  const { agent, hall, firm, project, clock } = factory
  await rest.reach('food-licence')
  const filed = await file(agent, project, 'food-licence', ['health-certs'])
  const office = await openCase(hall, filed.id)
  await press(office, '受理', (form) => form.getByLabel(/健康证明/).check())
  await office.getByText('△ 容缺待补').waitFor()
  await press(office, '特别程序开始', async (form) => {
    await form.getByRole('radio', { name: '检验、检测' }).check()
    await form.getByRole('button', { name: '依法进行检验、检测、鉴定' }).click()
    await form.getByLabel('告知申请人的所需时间').fill('12')
  })
  await rest.carryOn(clock.after(11))
  await openCase(hall, filed.id)
  await office.getByText(/有容缺材料逾期未补/).waitFor()
  const own = firm.page()
  await comesTrue(firm, 'owed_lapsed')
  await press(office, '撤回受理', (form) => form.getByRole('button', { name: '容缺材料逾期未补交' }).click())
  await openCase(firm, filed.id)
  await state(own).filter({ hasText: '撤回' }).waitFor()
  await own.getByText('容缺材料逾期未补交').first().waitFor()
  await expectTold(factory, filed.id, ['submit', 'accept', 'suspend', 'owedLapsed', 'cancelAcceptance'])
  await daysPass(factory, 1)
  const again = await fileOnPage(agent, { project, matter: 'food-licence', papers: 'all' })
  await press(await openCase(hall, again), '受理')
  await press(hall.page(), '办结')
  await state(hall.page()).filter({ hasText: '办结通过' }).waitFor()
  rest.release('food-licence')
}
