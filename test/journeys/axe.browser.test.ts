import type { Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { desk } from '../setup/chromium.ts'
import { journey } from '../setup/journey.ts'
import { beginWith, changeTo, looksOf } from './looks.ts'
import { axeFindings, linkTo, planReady, quiet } from './steps.ts'
import { goWithin } from './within.ts'

interface View {
  readonly name: string
  readonly path: string
  /** The program is loaded anew for it: what was done on the view before would stay. */
  readonly afresh?: true
  readonly prepare?: (page: Page) => Promise<void>
  /** What is to be seen in every look. */
  readonly shows?: (page: Page) => Locator
}

const table = (page: Page) => page.locator('.gantt-tools label').nth(1)
const law = (within: Page | Locator) => within.getByText(/《/).first()

const views: readonly View[] = [
  { name: 'first page', path: '/', afresh: true },
  { name: 'guide, zone', path: '/guide' },
  { name: 'guide, a topic with choices', path: '/guide?z=linyi&t=land' },
  { name: 'guide, a topic to tick', path: `${linkTo('/guide', 'food-factory')}&t=site` },
  { name: 'guide, result', path: `${linkTo('/guide', 'food-factory')}&t=done` },
  { name: 'plan, chart', path: linkTo('/plan', 'food-factory'), prepare: planReady },
  {
    name: 'plan, table',
    path: linkTo('/plan', 'food-factory'),
    afresh: true,
    prepare: async (page) => {
      await planReady(page)
      await table(page).click()
    },
    shows: (page) => table(page).and(page.locator(':has(:checked)')),
  },
  {
    name: 'plan, why',
    path: `${linkTo('/plan', 'food-factory')}&m=construction-permit`,
    afresh: true,
    prepare: planReady,
    shows: (page) => law(page.getByRole('dialog')),
  },
  { name: 'catalogue', path: '/matters', shows: (page) => page.getByRole('table').first() },
  { name: 'a matter', path: '/matters/construction-permit', shows: law },
  { name: 'no such matter', path: '/matters/no-such-matter' },
  { name: 'no such page', path: '/no-such-page' },
]

journey(
  'no public page breaks a rule of WCAG 2.2 AA, in light and dark, plain and large print, Chinese and English',
  { timeout: 480_000 },
  async ({ visit }) => {
    const page = await visit(desk)
    await page.goto('/')
    const findings: string[] = []
    for (const [place, view] of views.entries()) {
      const looks = looksOf(place)
      if (view.afresh) {
        await beginWith(page, looks[0])
        await page.goto(view.path)
      } else await goWithin(page, view.path)
      await page.getByRole('heading').first().waitFor()
      await view.prepare?.(page)
      await quiet(page)
      for (const look of looks) {
        await changeTo(page, look)
        await view.shows?.(page).waitFor()
        const found = await axeFindings(page)
        findings.push(...found.map((finding) => `${JSON.stringify(look)} ${view.name}: ${finding}`))
      }
    }
    expect(findings).toEqual([])
  },
)
