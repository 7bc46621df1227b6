import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { desk, launchChromium, openVisit } from './chromium.ts'
import { journey } from './journey.ts'

journey('the address shows the page, and the page asks nobody else for anything', async ({ deskPage }) => {
  const answer = await deskPage.goto('/')
  expect(answer?.status()).toBe(200)
  await deskPage.locator('main').waitFor()
})

test('a request to anywhere else is blocked and noted, as is a socket', async () => {
  const asked: string[] = []
  const other = createServer((request, answer) => {
    asked.push(request.url ?? '')
    answer.end()
  })
  other.on('upgrade', (request, socket) => {
    asked.push(request.url ?? '')
    socket.destroy()
  })
  await once(other.listen(0, '127.0.0.1'), 'listening')
  const { port } = other.address() as AddressInfo
  const browser = await launchChromium()
  try {
    const visit = await openVisit(browser, 'http://127.0.0.1:9', desk)
    await visit.page.setContent('<img src="https://example.com/spy.png" alt="">')
    await expect.poll(() => visit.faults).toEqual(['request to https://example.com/spy.png'])
    // What is elsewhere on this machine could be reached.
    const failed = await visit.page.evaluate(async (beside) => {
      const socket = new WebSocket(`ws://${beside}/socket`)
      const closed = new Promise((resolve) => socket.addEventListener('close', resolve))
      const refused = await fetch(`http://${beside}/spy`, { mode: 'no-cors' }).then(String, () => 'refused')
      await closed
      return refused
    }, `127.0.0.1:${port}`)
    expect(failed).toBe('refused')
    expect(asked).toEqual([])
    await expect
      .poll(() => visit.faults.slice(1).sort())
      .toEqual([`request to http://127.0.0.1:${port}/spy`, `socket to ws://127.0.0.1:${port}/socket`])
  } finally {
    await browser.close()
    other.close()
  }
})
