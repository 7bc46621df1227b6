import type { Browser, BrowserContextOptions } from 'playwright-core'
import { openVisit, type Visit } from './chromium.ts'

interface Wanted {
  readonly address: string
  readonly who: BrowserContextOptions
  /** The page's clock will be set: no visitor after this one could have another. */
  readonly ownClock: boolean
}

/**
 * Opens visits in one browser. Whoever leaves makes room for the next who comes with the same device: up to two hundred files of scripts,
 * which have their hash in their name and never change, are so fetched and compiled once and not by each anew.
 */
export function openVisits(browser: Browser): (wanted: Wanted) => Promise<Visit> {
  const left = new Map<string, Visit[]>()
  return async ({ address, who, ownClock }) => {
    const device = JSON.stringify([address, who])
    const places = left.get(device) ?? []
    left.set(device, places)
    const visit = (await places.pop()?.another()) ?? (await openVisit(browser, address, who))
    if (ownClock) return visit
    const close = async () => {
      await visit.leave()
      places.push(visit)
    }
    return { ...visit, close }
  }
}
