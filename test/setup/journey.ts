import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Database } from '../../src/platform/module.ts'
import { desk, launchChromium, openVisit, phone, type Visit } from './chromium.ts'
import { type Served, serve } from './serve.ts'
import { openVisits } from './visits.ts'

/** Opens a page for one more person, e.g. `await visit({ ...desk, locale: 'en' })`. */
export type Open = (who?: BrowserContextOptions) => Promise<Page>

/** The same for somebody who was never there; who may also go to these origins beside ours. */
export type OpenFirst = (who?: BrowserContextOptions, beside?: readonly string[]) => Promise<Page>

interface Fixtures {
  /** The server's clock; a journey over many days brings its own: `journey.extend('now', { scope: 'file' }, () => clock)`. */
  readonly now: () => Date
  readonly browser: Browser
  readonly visits: ReturnType<typeof openVisits>
  readonly stage: { readonly served: Served }
  readonly address: string
  readonly db: Database
  /** Visits of this test, which end with it. */
  readonly opened: Visit[]
  readonly visit: Open
  /** For what depends on which of the program's files are there already: of a line that breaks, or of a page while it is built. */
  readonly firstVisit: OpenFirst
  readonly deskPage: Page
  readonly phonePage: Page
}

const machinesClock = () => new Date()

/**
 * A test on the built pages in Chromium: `journey('A visitor …', async ({ deskPage }) => …)`. One server a file and one browser for all; every
 * page is a fresh visitor's. It fails at its end when a page asked for anything that is not ours, or threw an error.
 */
export const journey = test.extend<Fixtures>({
  now: [
    // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the names of what a fixture needs from this pattern
    async ({}, use) => use(machinesClock),
    { scope: 'file' },
  ],
  browser: [
    // biome-ignore lint/correctness/noEmptyPattern: as above
    async ({}, use) => {
      const browser = await launchChromium()
      await use(browser)
      await browser.close()
    },
    { scope: 'worker' },
  ],
  visits: [async ({ browser }, use) => use(openVisits(browser)), { scope: 'worker' }],
  stage: [
    async ({ now }, use) => {
      const served = await serve(now)
      await use({ served })
      await served.close()
    },
    { scope: 'file' },
  ],
  address: async ({ stage }, use) => use(stage.served.address),
  db: async ({ stage }, use) => use(stage.served.db),
  opened: async ({ stage: _ }, use) => {
    const opened: Visit[] = []
    await use(opened)
    for (const { close } of opened) await close()
    expect(opened.flatMap(({ faults }) => faults)).toEqual([])
  },
  visit: async ({ visits, address, now, opened }, use) =>
    use(async (who = desk) => {
      const visit = await visits({ address, who, ownClock: now !== machinesClock })
      opened.push(visit)
      return visit.page
    }),
  firstVisit: async ({ browser, address, opened }, use) =>
    use(async (who = desk, beside = []) => {
      const visit = await openVisit(browser, address, who, beside)
      opened.push(visit)
      return visit.page
    }),
  deskPage: async ({ visit }, use) => use(await visit(desk)),
  phonePage: async ({ visit }, use) => use(await visit(phone)),
})
