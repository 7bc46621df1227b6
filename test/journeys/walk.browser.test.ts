import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { desk, phone } from '../setup/chromium.ts'
import { journey } from '../setup/journey.ts'
import { projectTab } from './steps.ts'
import { openScene, player, type Scene, type Theatre, walkClock } from './walk-cast.ts'
import { file, holdsThePermit, type Others, others, step } from './walk-rest.ts'
import { type Watch, watch } from './walk-watch.ts'
import { openAt } from './within.ts'

const clock = walkClock('2026-09-07')
const walk = journey.extend('now', { scope: 'file' }, () => clock.now)

/** What each step of the review does to the day of the permit, and why. */
const story: readonly (readonly [step: string, permit: 'later' | 'holds' | 'earlier'])[] = [
  // Filed on its first day, as planned.
  ['the enterprise files, with no paper', 'holds'],
  // No limit to a decision runs before the acceptance.
  ['the hall asks for correction, once and completely', 'holds'],
  // The plan reckoned with ten days for all of it.
  ['15 working days pass', 'later'],
  // It still waits to be accepted.
  ['the agent hands in the correction from the phone', 'holds'],
  // The filing has weeks of slack.
  ['the agent files the project (备案) from the phone', 'holds'],
  ['the hall accepts and decides the filing on the spot', 'holds'],
  // Its promised days begin only now.
  ['the hall accepts, a paper owed', 'later'],
  // They are within the promise.
  ['2 working days pass', 'holds'],
  // As long as the applicant was told.
  ['another department suspends for an expert review', 'later'],
  ['6 working days pass', 'holds'],
  ['the special procedure ends', 'holds'],
  // An opinion is no end.
  ['an opinion is given', 'holds'],
  // Before its promised day.
  ['the review is decided, the paper still owed', 'earlier'],
]

/** The steps of the story as they went. */
function toldOf({ moves }: Watch) {
  const steps = new Set(story.map(([step]) => step))
  return moves
    .filter(({ step }) => steps.has(step))
    .map(({ step, from, to }) => [step, to > from ? 'later' : to < from ? 'earlier' : 'holds'])
}

const form = (page: Page, name: string) => page.getByRole('form', { name })
const state = (page: Page) => page.locator('.case-facts dd').first()

walk(
  'a project goes from its filing to the construction permit by many hands at once, and its plan moves with every step',
  { timeout: 600_000 },
  async ({ stage, visit }) => {
    const theatre: Theatre = { address: stage.served.address, db: stage.served.db, clock, visit }
    const scene = await openScene(theatre)
    const { leader, firm, agent, hall, land } = scene
    await leader.sit(desk)
    const seen = await watch(scene)
    await Promise.all([firm.sit(desk), agent.sit(phone), hall.sit(desk), land.sit(desk)])
    // The agreement rests on the review: it waits for it.
    const except = ['entry-review', 'project-filing', 'invest-agreement']
    const rest = others(scene, { goal: 'construction-permit', except, onlooker: holdsThePermit(seen) })
    await firmFiles(scene, seen)
    await hallCorrects(scene, seen)
    await pass(seen, 15, { scene, rest })
    await agentHelps(scene, seen)
    await hallAccepts(scene, seen)
    await pass(seen, 2, { scene, rest })
    await landSuspends(scene, seen)
    await pass(seen, 6, { scene, rest })
    const review = await landDecides(scene, seen)
    expect(toldOf(seen)).toEqual(story)
    await leaderSeesWhy(scene)
    rest.release('invest-agreement')
    await scene.onlyTheLeaderLooks()
    await rest.carryOn()
    await permit(scene, seen)
    expect(seen.moves.length).toBeGreaterThan(story.length + 2 * rest.done.size - 1)
    await everyStepIsTold(theatre, { scene, review, rest })
  },
)

/** The leader's first page names what made this project late. */
async function leaderSeesWhy({ leader, project }: Scene): Promise<void> {
  const page = leader.page()
  await openAt(page, '/today?zone=linyi')
  const card = page.getByRole('article').filter({ hasText: '示例食品工厂' })
  await card.getByText('项目入区预审').waitFor()
  await card
    .getByText(/办理比原计划多用了 \d+ 个工作日，影响节点/)
    .first()
    .waitFor()
  await openAt(page, `/projects/${project}?zone=linyi`)
}

/** Everything that was done stands in the journal, and on the time line of the project. */
async function everyStepIsTold(theatre: Theatre, { scene, review, rest }: Told): Promise<void> {
  const audit = await player(theatre, 'audit')
  const acts = async (id: string) => {
    const { rows } = await audit.get(`/journal?subjectKind=cases.case&subjectId=${id}&limit=200`)
    return (rows as { action: string }[]).map(({ action }) => action).toReversed()
  }
  const opening = ['submit', 'correct', 'resubmit', 'accept', 'suspend', 'resume']
  expect(await acts(review)).toEqual([...opening, 'giveOpinion', 'decide'])
  expect(rest.done.size).toBeGreaterThan(15)
  for (const id of rest.done.values()) expect(await acts(id)).toEqual(['submit', 'accept', 'decide'])
  const page = scene.leader.page()
  await projectTab(page, '时间线')
  await page.getByText('办结：建筑工程施工许可证').waitFor()
}

interface Told {
  readonly scene: Scene
  readonly review: string
  readonly rest: Others
}

/** Working days pass, the others go on; in the morning everybody comes anew. */
async function pass(seen: Watch, workdays: number, { scene, rest }: Omit<Told, 'review'>): Promise<void> {
  await scene.onlyTheLeaderLooks()
  await seen.see(`${workdays} working days pass`, async () => {
    await rest.carryOn(clock.after(workdays))
    await seen.morning()
  })
}

async function firmFiles({ firm }: Scene, seen: Watch): Promise<void> {
  const page = firm.page()
  await openAt(page, '/my?zone=linyi')
  await page.getByRole('link', { name: '项目入区预审' }).click()
  await seen.see('the enterprise files, with no paper', async () => {
    await page.getByRole('button', { name: '提交申请' }).click()
    await state(page).filter({ hasText: '已接件' }).waitFor()
  })
}

async function hallCorrects({ hall }: Scene, seen: Watch): Promise<void> {
  const page = hall.page()
  await openAt(page, '/inbox?zone=linyi')
  await page.getByRole('link', { name: '项目入区预审' }).click()
  await page.getByRole('button', { name: '一次性告知补正' }).click()
  const correct = form(page, '一次性告知补正')
  await correct.getByLabel('可行性研究报告').check()
  await correct.getByRole('button', { name: '未盖章或未签字' }).click()
  await correct.getByRole('button', { name: '申请材料不符合法定形式' }).click()
  await seen.see('the hall asks for correction, once and completely', async () => {
    await correct.getByRole('button', { name: '确认一次性告知补正' }).click()
    await page.getByText('现在没有等您办的件').waitFor()
  })
}

/** On the phone: the correction of the enterprise is handed in, and the project is filed (备案). */
async function agentHelps({ agent, hall }: Scene, seen: Watch): Promise<void> {
  const page = agent.page()
  await openAt(page, '/phone?zone=linyi')
  await page.getByText('补正或补交：项目入区预审').waitFor()
  await page.getByRole('link', { name: '示例食品工厂' }).click()
  await projectTab(page, '办件')
  await page.getByRole('link', { name: '项目入区预审' }).click()
  await page.getByRole('button', { name: '提交补正' }).click()
  await seen.see('the agent hands in the correction from the phone', async () => {
    await form(page, '提交补正').getByRole('button', { name: '确认提交补正' }).click()
    await state(page).filter({ hasText: '补正结束' }).waitFor()
  })
  await page.getByRole('button', { name: '关闭' }).click()
  await page.getByRole('button', { name: '企业投资项目备案' }).click()
  await page.getByRole('dialog').getByRole('checkbox').first().check()
  await seen.see('the agent files the project (备案) from the phone', async () => {
    await page.getByRole('button', { name: '提交申请' }).click()
    await state(page).filter({ hasText: '已接件' }).waitFor()
  })
  const filed = { id: openCase(page), version: 1 }
  await seen.see('the hall accepts and decides the filing on the spot', async () => {
    await step(hall, filed, ['accept'])
    await step(hall, filed, ['decide', { result: 'pass' }])
  })
}

async function hallAccepts({ hall }: Scene, seen: Watch): Promise<void> {
  const page = hall.page()
  await openAt(page, '/inbox?zone=linyi')
  await page.getByRole('link', { name: '项目入区预审' }).click()
  await page.getByRole('button', { name: '受理', exact: true }).click()
  await form(page, '受理').getByRole('checkbox').check()
  await seen.see('the hall accepts, a paper owed', async () => {
    await form(page, '受理').getByRole('button', { name: '确认受理' }).click()
    await state(page).filter({ hasText: '部门受理' }).waitFor()
    await page.getByText('△ 容缺待补').waitFor()
  })
}

async function landSuspends({ land, project }: Scene, seen: Watch): Promise<void> {
  const page = land.page()
  await openAt(page, `/projects/${project}?zone=linyi&view=cases`)
  await page.getByRole('link', { name: '项目入区预审' }).click()
  await page.getByRole('button', { name: '特别程序开始' }).click()
  const suspend = form(page, '特别程序开始')
  await suspend.getByRole('button', { name: '依法组织专家评审' }).click()
  await suspend.getByLabel('告知申请人的所需时间').fill('6')
  await seen.see('another department suspends for an expert review', async () => {
    await suspend.getByRole('button', { name: '确认特别程序开始' }).click()
    await state(page).filter({ hasText: '特别程序开始' }).waitFor()
  })
}

async function landDecides({ land, project }: Scene, seen: Watch): Promise<string> {
  const page = land.page()
  await openAt(page, `/projects/${project}?zone=linyi&view=cases`)
  await page.getByRole('link', { name: '项目入区预审' }).click()
  await page.getByRole('button', { name: '特别程序结束' }).click()
  await form(page, '特别程序结束').getByRole('button', { name: '专家评审已完成' }).click()
  await seen.see('the special procedure ends', async () => {
    await form(page, '特别程序结束').getByRole('button', { name: '确认特别程序结束' }).click()
    await state(page).filter({ hasText: '特别程序结束' }).waitFor()
  })
  await page.getByRole('button', { name: '出具意见' }).click()
  await form(page, '出具意见').getByRole('button', { name: '符合法定条件' }).click()
  await seen.see('an opinion is given', async () => {
    await form(page, '出具意见').getByRole('button', { name: '确认出具意见' }).click()
    await page.getByText('出具意见 · 同意').waitFor()
  })
  await page.getByRole('button', { name: '办结', exact: true }).click()
  await seen.see('the review is decided, the paper still owed', async () => {
    await form(page, '办结').getByRole('button', { name: '确认办结' }).click()
    await state(page).filter({ hasText: '办结容缺通过' }).waitFor()
  })
  return openCase(page)
}

/** The case that is open on the page, from its address. */
function openCase(page: Page): string {
  return /[?&]case=([\w-]+)/.exec(page.url())?.[1] ?? ''
}

/** The permit itself: filed by the agent, accepted, and decided on the officer's page. */
async function permit({ agent, land, leader, project }: Scene, seen: Watch): Promise<void> {
  const filed = await file(agent, project, 'construction-permit')
  await step(land, filed, ['accept'])
  const page = land.page()
  await openAt(page, `/cases/${filed.id}?zone=linyi`)
  await page.getByRole('button', { name: '办结', exact: true }).click()
  const { to } = await seen.see('the construction permit is decided', async () => {
    await form(page, '办结').getByRole('button', { name: '确认办结' }).click()
    await state(page).filter({ hasText: '办结通过' }).waitFor()
  })
  expect(to).toBe(clock.day())
  await leader.page().getByText('✓ 取得施工许可').waitFor()
}
