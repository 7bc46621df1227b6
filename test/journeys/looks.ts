import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Preferences } from '../../src/web/preferences.ts'

/** The colours of the reader's system, and what the reader chose for this device. */
export interface Look extends Preferences {
  readonly colorScheme: 'light' | 'dark'
}

const long = process.env.LUODI_LONG === '1'

/** Of the four looks every two of colour, size and language meet. */
const everyTwo: readonly [Look, ...Look[]] = [
  { colorScheme: 'light', large: false, language: 'zh' },
  { colorScheme: 'light', large: true, language: 'en' },
  { colorScheme: 'dark', large: false, language: 'en' },
  { colorScheme: 'dark', large: true, language: 'zh' },
]

/**
 * In which looks the page at this place of a row is looked at: one and its opposite, so that each colour, size and language comes once.
 * From page to page it is another of the four pairs, so that in the row, whose parts are the same, all eight looks come. With LUODI_LONG=1
 * every page is seen in four.
 */
export function looksOf(place: number): readonly [Look, ...Look[]] {
  const large = place % 2 === 1
  const chinese = place % 4 < 2
  const one: Look = { colorScheme: 'light', large, language: chinese ? 'zh' : 'en' }
  const opposite: Look = { colorScheme: 'dark', large: !large, language: chinese ? 'en' : 'zh' }
  return long ? everyTwo : [one, opposite]
}

/** Pages opened from now on look like this. */
export async function beginWith(page: Page, { colorScheme, ...preferences }: Look): Promise<void> {
  await page.emulateMedia({ colorScheme })
  await page.evaluate((chosen) => localStorage.setItem('luodi.preferences', chosen), JSON.stringify(preferences))
}

/**
 * Gives the open page another look, as its reader does: by the system's colours and the two buttons in the page's head. A page opened
 * anew in each look would show the same and cost several times as much.
 */
export async function changeTo(page: Page, { colorScheme, large, language }: Look): Promise<void> {
  await page.emulateMedia({ colorScheme })
  const worn = await wornBy(page)
  if (worn.large !== large || worn.language !== language) {
    // Whoever is signed in has the buttons behind the own name. They are pressed even where a dialog lies over them.
    const name = page.locator('.me-label')
    const signedIn = (await name.count()) > 0
    const buttons = page.locator(signedIn ? '.me-reading' : '.top-choices')
    if (signedIn) await name.dispatchEvent('click')
    if (worn.large !== large) await buttons.locator('button[aria-pressed]').dispatchEvent('click')
    if (worn.language !== language) await buttons.locator('button[lang]').dispatchEvent('click')
    if (signedIn) await name.dispatchEvent('click')
    if (signedIn) await buttons.waitFor({ state: 'detached' })
    await expect.poll(() => wornBy(page)).toEqual({ large, language })
  }
  // With the next picture a page knows its colours, and whatever passes from one to the other has begun to.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
}

async function wornBy(page: Page): Promise<{ readonly large: boolean; readonly language: string }> {
  return page.evaluate(() => {
    const { classList, lang } = document.documentElement
    return { large: classList.contains('large'), language: lang.slice(0, 2) }
  })
}
