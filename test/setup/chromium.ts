import { existsSync } from 'node:fs'
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
  type Request,
} from 'playwright-core'
import usualPaths from './chromium-paths.json' with { type: 'json' }

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // The second wall behind the block of requests: no name but ours resolves.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
]

/** The port of the protocol that throws everything away: nothing listens there. */
const nobody = 'http://127.0.0.1:9'

/** What a test itself asks with `page.request` passes by names' ends, without ports; to Chromium this is the whole name of a host that is none. */
const endOfOurHost = '0.1'

/** Addresses that ask nobody. */
const within = ['about:', 'blob:', 'data:']

/** Debian's Chromium or a usual one, or that of LUODI_CHROMIUM. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = process.env.LUODI_CHROMIUM ?? usualPaths.find((path) => existsSync(path))
  if (!executablePath) throw new Error('Chromium is missing: install it or set LUODI_CHROMIUM to its path.')
  return chromium.launch({ executablePath, headless: true, args: flags })
}

/** A person at a screen, and what went wrong on it that no test step sees by itself. */
export interface Visit {
  readonly page: Page
  /** Requests to anywhere but our own server (all blocked), and errors that the page's scripts did not catch. */
  readonly faults: readonly string[]
  readonly close: () => Promise<void>
  /** Closes the pages alone, for `another`; not where a clock was set, which stays. */
  readonly leave: () => Promise<void>
  /** The next person at the screen that was left: signed in nowhere, nothing remembered but files that never change. */
  readonly another: () => Promise<Visit>
}

export const desk: BrowserContextOptions = { viewport: { width: 1440, height: 900 }, locale: 'zh-CN' }
export const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
  locale: 'zh-CN',
}

/**
 * Opens a fresh visit, signed in nowhere, nothing remembered; every request that leaves `address` and what is named beside it is blocked
 * and noted. Requests are not taken in hand one by one: Chromium would keep no cache, and read the whole program anew for each page.
 */
export async function openVisit(
  browser: Browser,
  address: string,
  who: BrowserContextOptions,
  beside: readonly string[] = [],
): Promise<Visit> {
  const origins = [address, ...beside]
  const context = await browser.newContext({
    baseURL: address,
    timezoneId: 'Asia/Shanghai',
    // Whatever else is asked for goes to a proxy that is not there.
    proxy: { server: nobody, bypass: [...origins.map((origin) => new URL(origin).host), endOfOurHost].join(',') },
    ...who,
  })
  let faults: string[] = []
  context.on('request', (request) => {
    const { origin, protocol } = new URL(request.url())
    if (origins.includes(origin) || within.includes(protocol) || isOthers(request, beside)) return
    faults.push(`request to ${request.url()}`)
  })
  context.on('page', (opened) => {
    opened.on('websocket', (socket) => faults.push(`socket to ${socket.url()}`))
    opened.on('pageerror', (error) => faults.push(`error on the page: ${error.message}`))
  })
  const begin = async (): Promise<Visit> => ({
    page: await context.newPage(),
    faults,
    close: () => context.close(),
    leave: async () => {
      for (const page of context.pages()) await page.close()
      await context.unrouteAll({ behavior: 'ignoreErrors' })
      await context.setOffline(false)
    },
    another: async () => {
      faults = []
      const visit = await begin()
      await forgetAll(context, visit.page, address)
      return visit
    },
  })
  return begin()
}

/** Cookies and whatever else a page can store; what Chromium itself keeps of files stays. */
async function forgetAll(context: BrowserContext, page: Page, origin: string): Promise<void> {
  const session = await context.newCDPSession(page)
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' })
  await session.detach()
  await context.clearCookies()
}

/** What the pages of somebody else ask for is not our fault; they do without it. */
function isOthers(request: Request, beside: readonly string[]): boolean {
  if (beside.length === 0 || request.isNavigationRequest()) return false
  return beside.includes(new URL(request.frame().url()).origin)
}
