import { expect } from 'vitest'
import { desk } from '../setup/chromium.ts'
import { journey } from '../setup/journey.ts'
import { sitDown, worker } from './zone.ts'

type WithSpills = typeof globalThis & { spills: string[] }

journey(
  'no link of the header ever stands under its neighbour while a page is built',
  async ({ stage, firstVisit }) => {
    const place = { address: stage.served.address, db: stage.served.db }
    const officer = await worker(place, 'officer')
    const page = await firstVisit(desk)
    await sitDown(page, place, officer)
    // As each picture is drawn: an observer born in this frame is told last, after everyone who measures has acted.
    await page.addInitScript(() => {
      const seen: string[] = []
      ;(globalThis as WithSpills).spills = seen
      const each = () => {
        const nav = document.querySelector('.top nav')
        if (nav !== null) {
          const last = new ResizeObserver(() => {
            if (nav.scrollWidth > nav.clientWidth) seen.push(`${nav.scrollWidth} in ${nav.clientWidth}`)
            last.disconnect()
          })
          last.observe(nav)
        }
        requestAnimationFrame(each)
      }
      requestAnimationFrame(each)
    })
    for (let i = 0; i < 3; i++) {
      await page.goto('/inbox?zone=linyi')
      await page.locator('.signed-in-bar').waitFor()
      await page.waitForLoadState('networkidle')
      expect(await page.evaluate(() => (globalThis as WithSpills).spills)).toEqual([])
    }
    await page.setViewportSize({ width: 900, height: 700 })
    await page.waitForTimeout(200)
    expect(await page.evaluate(() => (globalThis as WithSpills).spills)).toEqual([])
  },
)
