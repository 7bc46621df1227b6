import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { type CreditCause, creditCauseLabels } from '../../src/modules/credit/contract/causes.ts'
import type { Credit } from '../../src/modules/credit/contract.ts'
import { desk, phone } from '../setup/chromium.ts'
import { answerGuide } from './answers.ts'
import { type Player, player, type Theatre } from './walk-cast.ts'
import type { Others } from './walk-rest.ts'
import { layAside, lookAgain, openAt } from './within.ts'

const idOf = (answer: Record<string, unknown>) => (answer.record as { id: string }).id

/** An enterprise with its food factory, of which nothing is known yet; three departments, an agent, a leader and a supervisor. */
export async function openFactory(theatre: Theatre) {
  const { clock } = theatre
  const admin = await player(theatre, 'admin')
  const departments = new Map<string, string>()
  const person = async (name: string, department: string) => {
    const departmentId = departments.get(department) ?? idOf(await admin.post('/departments', { name: department }))
    departments.set(department, departmentId)
    return idOf(await admin.post('/people', { name, departmentId }))
  }
  const officer = async (name: string, department: string) =>
    player(theatre, 'officer', { personId: await person(name, department) })
  const hall = await officer('示例经办甲', '行政审批局')
  const land = await officer('示例经办乙', '自然资源局')
  const environment = await officer('示例经办丙', '生态环境局')
  const agentPerson = await person('示例代办员', '项目服务中心')
  const agent = await player(theatre, 'agent', { personId: agentPerson })
  const leader = await player(theatre, 'leader')
  const supervisor = await player(theatre, 'supervisor')
  const audit = await player(theatre, 'audit')
  const enterprise = idOf(await agent.post('/enterprises', { name: '示例食品有限公司', status: 'building' }))
  const given = { name: '示例食品工厂', kind: 'industrial', enterpriseId: enterprise }
  const project = idOf(await agent.post('/projects', given))
  await leader.post('/liaisons', { projectId: project, personId: agentPerson, role: 'agent', since: clock.day() })
  const firm = await player(theatre, 'enterprise', { enterpriseId: enterprise })
  const everybody = [hall, land, environment, agent, leader, supervisor, audit, firm]
  const newDay = async () => {
    for (const one of everybody) await one.newDay()
  }
  return { clock, hall, land, environment, agent, leader, supervisor, audit, firm, project, newDay }
}

export type Factory = Awaited<ReturnType<typeof openFactory>>

/** Everybody who is seen on a page sits down before it. */
export async function sitDown({ hall, land, environment, agent, leader, supervisor, firm }: Factory): Promise<void> {
  for (const one of [hall, land, environment, leader, supervisor, firm]) await one.sit(desk)
  await agent.sit(phone)
}

/** While the others go on for days nobody sits before a page. */
export function whilePagesRest(
  { hall, land, environment, agent, leader, supervisor, firm }: Factory,
  rest: Others,
): Others {
  const leave = async () => {
    for (const one of [hall, land, environment, agent, leader, supervisor, firm]) await layAside(one.page())
  }
  return {
    ...rest,
    reach: (matter) => leave().then(() => rest.reach(matter)),
    carryOn: (until) => leave().then(() => rest.carryOn(until)),
  }
}

/** A visitor answers the guide without an account; the agent pastes its link into the project, and nothing is asked twice. */
export async function askTheGuide(theatre: Theatre, { agent, project, leader }: Factory): Promise<void> {
  const visitor = await theatre.visit(desk)
  await visitor.clock.setFixedTime(theatre.clock.now())
  await visitor.goto('/')
  await visitor.getByRole('link', { name: '开始：我的项目要办什么' }).click()
  await visitor.getByRole('button', { name: /临猗/ }).click()
  await answerGuide(visitor)
  await visitor.getByRole('heading', { name: '都答完了，方案已经算好' }).waitFor()
  const page = agent.page()
  await openAt(page, `/projects/${project}?zone=linyi&view=basis`)
  await page.getByLabel('指南或方案的链接').fill(visitor.url())
  await page.getByRole('button', { name: '确定方案依据' }).click()
  await page.getByText('取得施工许可').first().waitFor()
  await openAt(leader.page(), `/projects/${project}?zone=linyi`)
  await leader.page().locator('.milestone-moves').getByText('投产').first().waitFor()
}

export const form = (page: Page, name: string) => page.getByRole('form', { name, exact: true })
export const state = (page: Page) => page.locator('.case-facts dd').first()

/** The page of a case. Where it is open already nobody reloads it: it is told. */
export async function openCase(by: Player, id: string): Promise<Page> {
  const page = by.page()
  const at = `/cases/${id}?zone=linyi`
  if (page.url().endsWith(at)) await lookAgain(page)
  else await openAt(page, at)
  await state(page).waitFor()
  return page
}

/** Presses a step of the case that is open, fills in its form, and waits until the page says that it is done. */
export async function press(page: Page, step: string, fill?: (fields: Locator) => Promise<unknown>): Promise<void> {
  await page.getByRole('button', { name: step, exact: true }).click()
  await fill?.(form(page, step))
  await form(page, step)
    .getByRole('button', { name: `确认${step}` })
    .click()
  await page.getByText(`已办：${step}。`).waitFor()
}

/** The worker has a queue of everything that was done in the days before. */
const patience = 300_000

/** What follows from an event a moment later, for an enterprise's credit: its page is opened when the server says so, and says it too. */
export async function comesTrue(by: Player, cause: CreditCause): Promise<void> {
  const causes = async () => ((await by.get('/credit')) as unknown as Credit).entries.map((entry) => entry.cause)
  await expect.poll(causes, { timeout: patience, interval: 500 }).toContain(cause)
  await openAt(by.page(), '/credit?zone=linyi')
  await by.page().getByText(creditCauseLabels[cause].zh).first().waitFor()
}

/** Files a matter on the project's page with these papers; answers the case. */
export async function fileOnPage(
  by: Player,
  {
    project,
    matter,
    papers,
  }: { readonly project: string; readonly matter: string; readonly papers: 'all' | readonly (string | RegExp)[] },
): Promise<string> {
  const page = by.page()
  await openAt(page, `/projects/${project}?zone=linyi&view=cases&file=${matter}`)
  // The sheet stands before its form is there: whoever counts the form's boxes then counts none.
  const form = page.locator('.file-form')
  await form.waitFor()
  const boxes =
    papers === 'all' ? await form.getByRole('checkbox').all() : papers.map((paper) => form.getByLabel(paper).first())
  for (const box of boxes) await box.check()
  await page.getByRole('button', { name: '提交申请' }).click()
  await state(page).filter({ hasText: '已接件' }).waitFor()
  return /[?&]case=([\w-]+)/.exec(page.url())?.[1] ?? ''
}

/** What the journal has of a case, the earliest first. */
export async function told({ audit }: Factory, id: string, kind = 'cases.case'): Promise<readonly string[]> {
  const { rows } = await audit.get(`/journal?subjectKind=${kind}&subjectId=${id}&limit=200`)
  return (rows as { action: string }[]).map(({ action }) => action).toReversed()
}

/** Days pass on which only these people wait. */
export async function daysPass({ clock, newDay }: Factory, workdays: number): Promise<void> {
  clock.to(clock.after(workdays))
  await newDay()
}

export async function expectTold(factory: Factory, id: string, actions: readonly string[]): Promise<void> {
  expect(await told(factory, id)).toEqual(actions)
}
