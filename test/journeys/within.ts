import type { Page, Request } from 'playwright-core'
import { expect } from 'vitest'

/** As long as Playwright waits for silence after a page was loaded anew. */
const silentMs = 500

/**
 * Goes to an address of ours as a link does, without loading the program anew, and waits until nothing has been asked for a while:
 * Playwright knows such a silence only of a page that was loaded.
 */
export async function goWithin(page: Page, at: string): Promise<void> {
  const underWay = new Set<Request>()
  let lastMoved = Date.now()
  const begun = (request: Request) => {
    lastMoved = Date.now()
    // The stream of what others do stays open.
    if (request.resourceType() !== 'eventsource') underWay.add(request)
  }
  const ended = (request: Request) => {
    lastMoved = Date.now()
    underWay.delete(request)
  }
  page.on('request', begun).on('requestfinished', ended).on('requestfailed', ended)
  try {
    const shown = () => page.locator('main').textContent()
    const before = await shown()
    await page.evaluate((to) => history.pushState(null, '', to), at)
    // The address alone tells nothing: the program has to follow it.
    await expect.poll(shown).not.toBe(before)
    lastMoved = Date.now()
    await expect.poll(() => underWay.size === 0 && Date.now() - lastMoved >= silentMs).toBe(true)
  } finally {
    page.off('request', begun).off('requestfinished', ended).off('requestfailed', ended)
  }
}

/**
 * Opens an address of ours as somebody who works does: by a link where the program is there already, else by loading it, and again where the
 * page stands there.
 */
export async function openAt(page: Page, at: string): Promise<void> {
  const here = page.url()
  await lookAgain(page)
  if (here === 'about:blank' || here.endsWith(at)) await page.goto(at)
  else await goWithin(page, at)
}

/** Nobody sits before the page: as a tab that lies behind others it listens to nothing until it is looked at again. */
export async function layAside(page: Page): Promise<void> {
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
  })
}

export async function lookAgain(page: Page): Promise<void> {
  await page.evaluate(() => {
    // What stood over the document's own state is taken away.
    if (!Object.hasOwn(document, 'visibilityState')) return
    Reflect.deleteProperty(document, 'visibilityState')
    document.dispatchEvent(new Event('visibilitychange'))
  })
}
