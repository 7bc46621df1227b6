import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { journey } from '../setup/journey.ts'
import { answerGuide, answerTopic, ownersFacts } from './answers.ts'
import { a3Landscape, a4Portrait, daysOf, pdfPages, planOf, planReady, shownDays, topics } from './steps.ts'

/** The dialog of the browser's print command would wait for a person; the page's own part of printing stays. */
async function withoutPrintDialog(page: Page): Promise<void> {
  await page.addInitScript('window.print = () => undefined')
}

async function printed(page: Page, button: string): Promise<ReturnType<typeof pdfPages>> {
  await page.getByRole('button', { name: button }).click()
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true })
  return pdfPages(pdf)
}

async function downloaded(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).click()])
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) }
}

journey('a stranger walks from the address to a printed plan and hands on the link', async ({ visit, address }) => {
  const page = await visit()
  await withoutPrintDialog(page)
  await page.goto('/')
  await page.getByRole('link', { name: '开始：我的项目要办什么' }).click()
  const result = page.getByRole('complementary', { name: '目前的结果' })
  await result.getByRole('status').getByText('至少').first().waitFor()
  const before = await result.getByRole('status').textContent()
  await page.getByRole('button', { name: /临猗/ }).click()
  const walked = await answerGuide(page)
  expect(walked.toSorted()).toEqual(topics.map(({ title }) => title.zh).toSorted())
  await page.getByRole('heading', { name: '都答完了，方案已经算好' }).waitFor()
  expect(before).toMatch(/另有 \d+ 项待定/)
  const after = await result.getByRole('status').textContent()
  expect(after).not.toMatch(/待定|至少/)

  const start = new URL(page.url()).searchParams.get('d') ?? ''
  const plan = await planOf(address, { zone: 'linyi', facts: ownersFacts, start, scenario: 'reform' })
  expect(plan.undecided).toEqual([])
  expect(after).toContain(`${plan.milestones.permit} 个工作日`)
  await page.getByRole('link', { name: '看完整方案，可以打印' }).click()
  await planReady(page)
  expect(await shownDays(page)).toEqual(daysOf(plan))
  const rows = page.getByRole('grid').locator('tbody tr[data-id]')
  expect(await rows.count()).toBe(plan.matters.filter((matter) => matter.start !== undefined && !matter.follows).length)

  await page
    .locator('tr[data-id=soil-water-plan] .gantt-name, tr[data-id=construction-permit] .gantt-name')
    .first()
    .click()
  const why = page.getByRole('dialog')
  await why.getByText('✓ 需要办').waitFor()
  await why.getByText('✓ 符合').first().waitFor()
  expect(
    await why
      .getByRole('listitem')
      .filter({ hasText: /《.+》.*第.+条/ })
      .count(),
  ).toBeGreaterThan(0)
  await page.keyboard.press('Escape')
  await why.waitFor({ state: 'detached' })

  expect(await printed(page, '打印图（A3 一页）')).toEqual([a3Landscape])
  const lists = await printed(page, '打印清单（A4）')
  expect(lists.length).toBeGreaterThan(2)
  expect(new Set(lists.map(String))).toEqual(new Set([String(a4Portrait)]))
  for (const [button, ending] of [['Excel', 'xlsx'] as const, ['Word', 'docx'] as const]) {
    const { name, bytes } = await downloaded(page, button)
    expect(name).toMatch(new RegExp(`^.*临猗.*-\\d{4}-\\d\\d-\\d\\d\\.${ending}$`))
    expect(bytes.subarray(0, 2).toString()).toBe('PK')
    expect(bytes.length).toBeGreaterThan(5_000)
  }

  const link = page.url()
  await page.goBack()
  await page.getByRole('heading', { name: '都答完了，方案已经算好' }).waitFor()
  const other = await visit()
  await other.goto(link)
  await planReady(other)
  expect(await shownDays(other)).toEqual(daysOf(plan))
})

journey('going back in the guide shows the page before with every answer still in it', async ({ deskPage: page }) => {
  await page.goto('/guide?z=linyi&t=land')
  await page.getByRole('radio', { name: /^一般出让/ }).check()
  await page.getByRole('textbox', { name: '用地面积' }).fill('50')
  await page.getByRole('button', { name: /下一步$/ }).click()
  await page.getByRole('heading', { name: '用地', level: 2 }).waitFor({ state: 'detached' })
  const next = (await page.locator('#topic-title').textContent()) ?? ''
  await answerTopic(page, next)
  await page.goBack()
  await page.getByRole('heading', { name: '用地', level: 2 }).waitFor()
  await expect.poll(() => page.getByRole('radio', { name: /^一般出让/ }).isChecked()).toBe(true)
  expect(await page.getByRole('textbox', { name: '用地面积' }).inputValue()).toBe('50')
  await page.goForward()
  await page.getByRole('heading', { name: next, level: 2 }).waitFor()
  await expect.poll(() => page.url()).toContain('landKind.ordinary-transfer')
})

journey(
  'a wrong number is told beside its field and in one list, and stays to be corrected',
  async ({ deskPage: page }) => {
    await page.goto('/guide?z=linyi&t=building')
    const area = page.getByRole('textbox', { name: '总建筑面积' })
    await area.fill('很大')
    await page.getByText('“很大”不是数字，请只填数字。').first().waitFor()
    await page.getByRole('button', { name: /下一步$/ }).click()
    const summary = page.getByRole('alert').filter({ hasText: '请先改好这里' })
    await summary.getByRole('link', { name: /总建筑面积/ }).click()
    await expect.poll(() => area.evaluate((field) => field === document.activeElement)).toBe(true)
    expect(await area.inputValue()).toBe('很大')
    await area.fill('32000')
    await page.getByRole('button', { name: /下一步$/ }).click()
    await page.getByRole('heading', { name: '厂房与工期', level: 2 }).waitFor({ state: 'detached' })
  },
)

journey('a page of the guide that opened by itself stays while it is answered', async ({ deskPage: page }) => {
  await page.goto('/')
  await page.getByRole('link', { name: '临猗经济技术开发区' }).click()
  const title = page.locator('#topic-title')
  const opened = (await title.textContent()) ?? ''
  await answerTopic(page, opened)
  await expect.poll(() => page.getByRole('navigation', { name: '问题清单' }).textContent()).toContain('已看完 1/9')
  expect(await title.textContent()).toBe(opened)
})
