import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Plan } from '../../src/modules/plans/contract/plan.ts'
import type { PlanRequest } from '../../src/modules/plans/contract/request.ts'
import { emptyAddress, type PlanAddress, writeAddress } from '../../src/modules/plans/web/address.ts'
import { project, start } from '../plans/given.ts'

export const topics: readonly { readonly code: string; readonly title: { zh: string; en: string } }[] = JSON.parse(
  readFileSync(new URL('../../data/catalogue/questions.json', import.meta.url), 'utf8'),
).topics

/** The link under which a guide or a plan of a sample project opens, as the pages write it. */
export function linkTo(page: '/guide' | '/plan', code: string, more: Partial<PlanAddress> = {}): string {
  const address = { ...emptyAddress, zone: 'linyi', start, facts: project(code).facts, ...more }
  return `${page}?${new URLSearchParams({ ...writeAddress(address) })}`
}

/** What the server answers to the same facts, asked without any page. */
export async function ask<Answer>(address: string, path: string, request: PlanRequest): Promise<Answer> {
  const answer = await fetch(`${address}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
  })
  expect(answer.status).toBe(200)
  return (await answer.json()) as Answer
}

export async function planOf(address: string, request: PlanRequest): Promise<Plan> {
  return ask(address, '/api/plans/compute', request)
}

/** The plan page has its chart or list, and nothing on it is still being asked for. */
export async function planReady(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Excel' }).waitFor()
  await page.locator('.scenario').first().waitFor()
  await quiet(page)
}

const groups = {
  计划与办件: ['方案', '办件', '材料与承诺', '方案依据'],
  企业与资金: ['人员'],
  档案: ['凭证', '时间线'],
} as const
type ProjectTab = (typeof groups)[keyof typeof groups][number]

/** Opens a tab of a project's page of somebody who has so many that they are grouped. */
export async function projectTab(page: Page, tab: ProjectTab): Promise<void> {
  const [group = ''] = Object.entries(groups).find(([, tabs]) => tabs.some((one) => one === tab)) ?? []
  await page.getByRole('tab', { name: group, exact: true }).click()
  await page.getByRole('tab', { name: tab, exact: true }).click()
}

/** No answer is under way and none has just come. */
export async function quiet(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
}

/** Days to contract, permit, joint acceptance and production as the chosen scenario's card shows them. */
export async function shownDays(page: Page): Promise<readonly string[]> {
  return page.locator('.scenario-chosen .scenario-row b').allTextContents()
}

export function daysOf(plan: Plan): readonly string[] {
  const { contract, permit, jointAccept, production, incomplete } = plan.milestones
  return [contract, permit, jointAccept, production].map((days) =>
    days === null ? '—' : `${days}${incomplete ? '+' : ''}`,
  )
}

/** The line that tells what a change moved, e.g. `并联办理…：取得施工许可 45.5 → 548（晚 …`. */
export function differences(page: Page) {
  return page.locator('.difference summary')
}

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** Whatever fades or slides in has come to rest: half seen it has another contrast. What turns for ever, or stands still half way, is not waited for. */
async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    // What measures itself (the header's links) does so at the next frame.
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
    const ended = Promise.allSettled(ending.map(({ finished }) => finished))
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 1_000))])
  })
}

/** The whole of axe as one script, the short form: the long one alone keeps a page busy for half a second. */
const axeScript = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** What is in order is not listed; `preload` is read by the one rule on sound that begins by itself, which needs no style sheets. */
const axeOptions: RunOptions = {
  resultTypes: ['violations'],
  runOnly: { type: 'tag', values: wcag },
  preload: { assets: ['media'] },
}

type WithAxe = typeof globalThis & { axe?: { run: (on: Document, how: RunOptions) => Promise<AxeResults> } }

/** Every broken rule with the elements that break it and what is measured there; empty when none is. */
export async function axeFindings(page: Page): Promise<readonly string[]> {
  await atRest(page)
  // Our pages have no frames: axe need not gather what it finds in others.
  expect(await page.locator('iframe').count()).toBe(0)
  // A page that was looked at before and not left since still has it.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeScript)
  const violations = await page.evaluate(async (how) => {
    const { axe } = globalThis as WithAxe
    if (!axe) throw new Error('axe is not on the page')
    return (await axe.run(document, how)).violations
  }, axeOptions)
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any }) => `${id}: ${target.join(' ')} ${any[0]?.message ?? ''}`.trimEnd()),
  )
}

/** Pixels by which the page is wider than the screen. */
export async function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
}

/** Names and sizes of controls that are lower or narrower than a finger needs. */
export async function smallTargets(controls: Locator): Promise<readonly string[]> {
  return controls.evaluateAll((elements) =>
    elements
      .map((element) => ({ name: element.textContent?.slice(0, 40), box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.height < 43.5 || box.width < 43.5))
      .map(({ name, box }) => `${name} ${Math.round(box.width)}×${Math.round(box.height)}`),
  )
}

/** Pages of a PDF with their size in points, portrait or landscape as printed. */
export function pdfPages(pdf: Buffer): readonly (readonly [number, number])[] {
  const text = pdf.toString('latin1')
  return [...text.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)].map(([, width, height]) => [
    Math.round(Number(width)),
    Math.round(Number(height)),
  ])
}

export const a3Landscape = [1191, 842] as const
export const a4Portrait = [595, 842] as const
