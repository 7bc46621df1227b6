import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { desk } from '../setup/chromium.ts'
import { journey } from '../setup/journey.ts'
import { axeFindings, linkTo, planReady, quiet } from './steps.ts'

interface View {
  readonly name: string
  readonly path: string
  readonly prepare?: (page: Page) => Promise<void>
}

const views: readonly View[] = [
  { name: 'first page', path: '/' },
  { name: 'guide, zone', path: '/guide' },
  { name: 'guide, a topic with choices', path: '/guide?z=linyi&t=land' },
  { name: 'guide, a topic to tick', path: `${linkTo('/guide', 'food-factory')}&t=site` },
  { name: 'guide, result', path: `${linkTo('/guide', 'food-factory')}&t=done` },
  { name: 'plan, chart', path: linkTo('/plan', 'food-factory'), prepare: planReady },
  {
    name: 'plan, table',
    path: linkTo('/plan', 'food-factory'),
    prepare: async (page) => {
      await planReady(page)
      await page.locator('.gantt-tools label').nth(1).click()
    },
  },
  {
    name: 'plan, why',
    path: `${linkTo('/plan', 'food-factory')}&m=construction-permit`,
    prepare: async (page) => {
      await planReady(page)
      await page.getByRole('dialog').getByText(/《/).first().waitFor()
    },
  },
  { name: 'catalogue', path: '/matters', prepare: (page) => page.getByRole('table').first().waitFor() },
  {
    name: 'a matter',
    path: '/matters/construction-permit',
    prepare: (page) => page.getByText(/《/).first().waitFor(),
  },
  { name: 'no such matter', path: '/matters/no-such-matter' },
  { name: 'no such page', path: '/no-such-page' },
]

/** Four looks in which every two of colour, size and language meet. */
const looks = [
  { colorScheme: 'light', large: false, language: 'zh' },
  { colorScheme: 'light', large: true, language: 'en' },
  { colorScheme: 'dark', large: false, language: 'en' },
  { colorScheme: 'dark', large: true, language: 'zh' },
] as const

for (const { colorScheme, large, language } of looks) {
  const look = `${language}, ${colorScheme}${large ? ', large print' : ''}`
  journey(
    `no public page breaks a rule of WCAG 2.2 AA (${look})`,
    async ({ visit }) => {
      const page = await visit({ ...desk, colorScheme })
      await page.addInitScript(
        (chosen) => localStorage.setItem('luodi.preferences', chosen),
        JSON.stringify({ language, large }),
      )
      const findings: string[] = []
      for (const view of views) {
        await page.goto(view.path)
        await page.getByRole('heading').first().waitFor()
        await view.prepare?.(page)
        await quiet(page)
        findings.push(...(await axeFindings(page)).map((finding) => `${view.name}: ${finding}`))
      }
      expect(findings).toEqual([])
    },
    120_000,
  )
}
