import { existsSync } from 'node:fs'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
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
}

export const desk: BrowserContextOptions = { viewport: { width: 1440, height: 900 }, locale: 'zh-CN' }
export const phone: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
  locale: 'zh-CN',
}

/** Opens a fresh visit, signed in nowhere, nothing remembered; every request that leaves `address` is blocked and noted. */
export async function openVisit(browser: Browser, address: string, who: BrowserContextOptions): Promise<Visit> {
  const context = await browser.newContext({ baseURL: address, timezoneId: 'Asia/Shanghai', ...who })
  const faults: string[] = []
  await context.route(
    (url) => url.origin !== address,
    (route) => {
      faults.push(`request to ${route.request().url()}`)
      return route.abort()
    },
  )
  await context.routeWebSocket(/.*/, (socket) => {
    faults.push(`socket to ${socket.url()}`)
    return socket.close()
  })
  const page = await context.newPage()
  page.on('pageerror', (error) => faults.push(`error on the page: ${error.message}`))
  return { page, faults, close: () => context.close() }
}
