import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { EvidenceKind } from '../../src/modules/projects/contract/stage.ts'
import { project as example } from '../plans/given.ts'
import { phone } from '../setup/chromium.ts'
import type { LeadScene } from './lead-cast.ts'
import { axeFindings, overflow } from './steps.ts'
import { file, step } from './walk-rest.ts'
import { openAt } from './within.ts'

/** What proves each stage, and how many working days later. */
const way: readonly (readonly [stage: string, days: number, proofs: readonly EvidenceKind[]])[] = [
  ['拿地', 20, ['land-contract']],
  ['办证', 5, ['filing-certificate']],
  ['开工', 30, ['construction-permit', 'site-photo']],
  ['在建', 20, ['progress-report']],
  ['竣工', 150, ['joint-acceptance']],
  ['投产', 30, ['environmental-acceptance', 'statistics-entry']],
]

interface Walked {
  readonly project: string
  readonly lead: string
}

/** Plan and a case of it, then milestone, report and money on the pages, and stage after stage on its proofs. */
export async function toProduction(scene: LeadScene, { project, lead }: Walked): Promise<void> {
  const { agent, clock } = scene
  await plan(scene, project)
  await record(scene, project)
  const page = await agent.sit(phone)
  for (const [stage, days, proofs] of way) {
    clock.to(clock.after(days))
    await scene.newDay()
    await advance(page, scene, { project, stage, proofs })
  }
  await page.locator('.stage-now').filter({ hasText: '投产' }).waitFor()
  expect(await overflow(page)).toBe(0)
  await told(scene, { project, lead })
}

/** The answers of the guide make the plan; the filing (备案) of it is filed and decided. */
async function plan({ agent, leader, officer, clock, agentPerson }: LeadScene, project: string): Promise<void> {
  await leader.post('/liaisons', { projectId: project, personId: agentPerson, role: 'agent', since: clock.day() })
  const { investmentWan: _known, ...answers } = example('food-factory').facts
  const facts = { ...answers, landKind: 'standard-land', investmentWan: 11_000 }
  await agent.post(`/projects/${project}/basis`, { version: 0, facts, startOn: clock.day() })
  const filed = await file(agent, project, 'project-filing')
  await step(officer, filed, ['accept'])
  await step(officer, filed, ['decide', { result: 'pass' }])
}

/** Milestone and monthly report on the page of the project: the project itself is never asked for. */
async function record({ officer, clock }: LeadScene, project: string): Promise<void> {
  const page = officer.page()
  const open = (part: string) => openAt(page, `/projects/${project}?zone=linyi&view=progress&part=${part}&record=new`)
  const dialog = page.getByRole('dialog')
  await open('milestones')
  await dialog.getByLabel('节点', { exact: true }).fill('一期厂房开工')
  await dialog.getByLabel('类型', { exact: true }).selectOption('开工')
  await dialog.getByLabel(/^计划/).fill(clock.after(55))
  expect(await dialog.getByLabel('项目', { exact: true }).count()).toBe(0)
  await saved(page)
  await open('reports')
  await dialog.getByLabel('月份', { exact: true }).fill(clock.day().slice(0, 7))
  await dialog.getByLabel(/^累计完成/).fill('12')
  await dialog.getByLabel(/^本月完成/).fill('场地平整完成。')
  expect(await dialog.getByLabel('项目', { exact: true }).count()).toBe(0)
  await saved(page)
  await page.getByRole('button', { name: '关闭', exact: true }).click()
  await page.getByText('完成 12%').waitFor()
  expect(await axeFindings(page)).toEqual([])
}

async function saved(page: Page): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: '保存', exact: true }).click()
  await page.getByText('已保存。').waitFor()
}

interface Step {
  readonly project: string
  readonly stage: string
  readonly proofs: readonly EvidenceKind[]
}

/** Without its proofs a stage cannot be entered; with the last of them one tap does it. */
async function advance(page: Page, { agent, clock }: LeadScene, { project, stage, proofs }: Step): Promise<void> {
  const at = `/projects/${project}?zone=linyi&view=evidence`
  if (!page.url().endsWith(at)) await page.goto(at)
  await page.getByText(`进入“${stage}”还缺`).waitFor()
  const move = page.getByRole('button', { name: `进入“${stage}”` })
  expect(await move.count()).toBe(0)
  const happenedOn = clock.day()
  for (const kind of proofs) {
    await agent.post('/project-evidence', { projectId: project, kind, title: `示例凭证 ${stage}`, happenedOn })
  }
  await page.reload()
  await move.tap()
  await page.locator('.stage-now').filter({ hasText: stage }).waitFor()
}

/** The lead tells where it went, and the enterprise is one alone. */
async function told({ promoter, leader }: LeadScene, { project, lead }: Walked): Promise<void> {
  const { rows } = (await leader.get('/enterprises')) as { rows: { name: string }[] }
  expect(rows.map(({ name }) => name)).toEqual(['山西示例饮品有限公司'])
  const dossier = await leader.get(`/projects/${project}/dossier`)
  expect(dossier).toMatchObject({ stage: 'production', investmentYuan: '110000000.00', next: { stage: 'capacity' } })
  expect(await promoter.get(`/leads/${lead}/dossier`)).toMatchObject({
    stage: 'handed',
    project: { id: project },
    may: [],
  })
}
