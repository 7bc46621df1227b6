import { expect, test } from 'vitest'
import { desk, launchChromium, openVisit } from './chromium.ts'
import { journey } from './journey.ts'

journey('the address shows the page, and the page asks nobody else for anything', async ({ deskPage }) => {
  const answer = await deskPage.goto('/')
  expect(answer?.status()).toBe(200)
  await deskPage.locator('main').waitFor()
})

test('a request to anywhere else is blocked and noted', async () => {
  const browser = await launchChromium()
  try {
    const visit = await openVisit(browser, 'http://127.0.0.1:9', desk)
    await visit.page.setContent('<img src="https://example.com/spy.png" alt="">')
    await expect.poll(() => visit.faults).toEqual(['request to https://example.com/spy.png'])
  } finally {
    await browser.close()
  }
})
