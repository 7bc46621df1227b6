import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Database } from '../../src/platform/module.ts'
import { desk, launchChromium, openVisit, phone } from './chromium.ts'
import { type Served, serve } from './serve.ts'

/** Opens a page for one more person, e.g. `await visit({ ...desk, locale: 'en' })`, who may also go to these origins beside ours. */
export type Open = (who?: BrowserContextOptions, beside?: readonly string[]) => Promise<Page>

interface Fixtures {
  /** The server's clock; a journey over many days brings its own: `journey.extend('now', { scope: 'file' }, () => clock)`. */
  readonly now: () => Date
  readonly browser: Browser
  readonly stage: { readonly served: Served }
  readonly address: string
  readonly db: Database
  readonly visit: Open
  readonly deskPage: Page
  readonly phonePage: Page
}

/**
 * A test on the built pages in Chromium: `journey('A visitor …', async ({ deskPage }) => …)`. One server a file and one browser for all; every
 * page is a fresh visitor's. It fails at its end when a page asked for anything that is not ours, or threw an error.
 */
export const journey = test.extend<Fixtures>({
  now: [
    // biome-ignore lint/correctness/noEmptyPattern: Vitest reads the names of what a fixture needs from this pattern
    async ({}, use) => use(() => new Date()),
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
  visit: async ({ browser, stage }, use) => {
    const visits: Awaited<ReturnType<typeof openVisit>>[] = []
    await use(async (who = desk, beside = []) => {
      const opened = await openVisit(browser, stage.served.address, who, beside)
      visits.push(opened)
      return opened.page
    })
    for (const { close } of visits) await close()
    expect(visits.flatMap(({ faults }) => faults)).toEqual([])
  },
  deskPage: async ({ visit }, use) => use(await visit(desk)),
  phonePage: async ({ visit }, use) => use(await visit(phone)),
})
