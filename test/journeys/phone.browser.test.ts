import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { project, start } from '../plans/given.ts'
import { phone } from '../setup/chromium.ts'
import { journey } from '../setup/journey.ts'
import { daysOf, linkTo, overflow, planOf, planReady, quiet, smallTargets } from './steps.ts'
import { openAt } from './within.ts'

const narrow = { ...phone, viewport: { width: 320, height: 640 } }
const facts = project('food-factory').facts

async function inEnglish(page: Page): Promise<void> {
  await page.goto('/')
  await page.getByRole('button', { name: 'English' }).tap()
  await page.getByRole('heading', { level: 1, name: /From land to building site/ }).waitFor()
}

/** Everything that the product itself says is English; offices and laws keep the names that the catalogue gives them. */
async function isEnglish(page: Page): Promise<void> {
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  const said = await page.locator('h1, h2, h3, label, legend, summary, strong, dt, th').allTextContents()
  expect(said.length).toBeGreaterThan(5)
  expect(said.filter((text) => /[\u4e00-\u9fff]/.test(text))).toEqual([])
}

for (const [name, who] of [['a phone', phone] as const, ['a phone 320 pixels wide', narrow] as const]) {
  journey(`on ${name} a sample project is planned in English`, async ({ visit, address }) => {
    const page = await visit(who)
    await inEnglish(page)
    expect(await overflow(page)).toBe(0)
    await page.getByRole('link', { name: 'Start: what will my project need?' }).tap()
    await page.getByRole('button', { name: /^Linyi/ }).tap()
    await page.locator('#topic-title').waitFor()
    expect(await overflow(page)).toBe(0)
    expect(
      await smallTargets(page.getByRole('main').locator('.choice, .ant-btn-lg, .result-toggle, .text-input')),
    ).toEqual([])
    await page.getByText('Zone, start day, examples').tap()
    await page.getByLabel('Start on').fill(start)
    await page.getByLabel('Try an example project').selectOption({ label: 'Food factory, CNY 100 million, 50 mu' })
    await page.locator('#done-title').waitFor()
    await isEnglish(page)
    const plan = await planOf(address, { zone: 'linyi', facts, start, scenario: 'reform' })
    const summary = page.getByRole('complementary').getByRole('button', { name: /production in/ })
    await expect.poll(() => summary.textContent()).toContain(`production in ${plan.milestones.production} working days`)
    await summary.tap()
    const permit = page.getByRole('complementary').getByText(`${plan.milestones.permit} working days`)
    await permit.waitFor()
    expect(await overflow(page)).toBe(0)
    await page.getByRole('button', { name: /Close ▾/ }).tap()
    await permit.waitFor({ state: 'hidden' })

    await page.getByRole('link', { name: 'See the full plan, ready to print' }).tap()
    await planReady(page)
    expect(await overflow(page)).toBe(0)
    const milestones = await page.locator('.milestones dd').allTextContents()
    expect(milestones.map((text) => /^[\d.]+/.exec(text)?.[0])).toEqual(daysOf(plan))
    const cards = page
      .getByRole('region', { name: 'Milestones and next steps' })
      .getByRole('listitem')
      .getByRole('button')
    const shownFirst = await cards.count()
    await page.getByRole('button', { name: /more of \d+$/ }).tap()
    await expect.poll(() => cards.count()).toBeGreaterThan(shownFirst)
    expect(await smallTargets(cards)).toEqual([])
    expect(await smallTargets(page.locator('.scenario, .exports button'))).toEqual([])
    await cards.first().tap()
    const why = page.getByRole('dialog')
    await why.getByText(/It applies/).waitFor()
    expect(await overflow(page)).toBe(0)
    expect(await smallTargets(why.getByRole('button'))).toEqual([])
    await page.goBack()
    await why.waitFor({ state: 'detached' })
    await isEnglish(page)
  })
}

journey('on a phone with large print the catalogue is searched and a matter is read', async ({ visit }) => {
  const page = await visit(narrow)
  await inEnglish(page)
  await page.getByRole('button', { name: 'Large print' }).tap()
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('18px')
  expect(await smallTargets(page.locator('header a, header button'))).toEqual([])
  // So large and so narrow, the bar has room for the first link alone.
  await page.getByRole('button', { name: 'More' }).tap()
  await page.getByRole('link', { name: 'Matters' }).tap()
  const rows = page
    .getByRole('table')
    .getByRole('row')
    .filter({ has: page.getByRole('link') })
  await expect.poll(() => rows.count()).toBeGreaterThan(100)
  expect(await overflow(page)).toBe(0)
  await page.getByRole('searchbox', { name: 'Words' }).fill('施工许可')
  await expect.poll(() => rows.count()).toBeLessThan(20)
  expect(new URL(page.url()).searchParams.get('q')).toBe('施工许可')
  await page.getByRole('searchbox', { name: 'Words' }).fill('construction permit')
  await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('construction permit')
  await page
    .getByRole('link', { name: /construction permit/i })
    .first()
    .tap()
  await page.getByRole('heading', { level: 1, name: /construction permit/i }).waitFor()
  await page.getByRole('heading', { name: 'Law' }).waitFor()
  expect(
    await page
      .getByRole('listitem')
      .filter({ hasText: /《.+》/ })
      .count(),
  ).toBeGreaterThan(0)
  expect(await overflow(page)).toBe(0)
  await page.goBack()
  await expect.poll(() => page.getByRole('searchbox', { name: 'Words' }).inputValue()).toBe('construction permit')
  await page.getByRole('searchbox', { name: 'Words' }).fill('zzzz')
  await page.getByText('No matter fits. Try another word.').waitFor()
  await page.getByRole('button', { name: 'Clear' }).tap()
  await expect.poll(() => rows.count()).toBeGreaterThan(100)
})

journey('large print keeps the plan and the guide within a narrow screen', async ({ visit }) => {
  const page = await visit(narrow)
  await inEnglish(page)
  await page.getByRole('button', { name: 'Large print' }).tap()
  for (const path of [
    linkTo('/guide', 'food-factory'),
    linkTo('/plan', 'food-factory'),
    `${linkTo('/guide', 'food-factory')}&t=site`,
  ]) {
    await openAt(page, path)
    await page.getByRole('heading', { level: 2 }).first().waitFor()
    await quiet(page)
    expect(await overflow(page), path.slice(0, 6)).toBe(0)
  }
})
