import { pino } from 'pino'
import { expect } from 'vitest'
import { loadModules } from '../../src/platform/modules.ts'
import { drain } from '../../src/platform/worker/drain.ts'
import { phone } from '../setup/chromium.ts'
import { journey } from '../setup/journey.ts'
import { broughtIn } from '../support/supply.ts'
import { axeFindings, overflow } from './steps.ts'
import { sitDown, worker } from './zone.ts'

/** A picture of one red dot. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
)

journey(
  'an agent records a start check with a picture on a phone, in three taps, also without a line',
  { timeout: 240_000 },
  async ({ firstVisit, address, db }) => {
    const place = { address, db }
    const officer = await worker(place, 'officer')
    const idOf = (answer: Record<string, unknown>) => (answer.record as { id: string }).id
    const land = { registeredAreaSqm: 10_000, landUse: 'industrial', landKind: 'standard', serviceLevel: 'seven' }
    const parcel = idOf(await officer.post('/parcels', { code: 'J-1', name: '示例地块 J-1', ...land }))
    const firm = idOf(await officer.post('/enterprises', { name: '甲公司', status: 'building' }))
    await officer.post('/land-contracts/bring-in', { contracts: [broughtIn(parcel, firm)] })

    // The checks follow the contract by its event.
    await drain({ db, modules: await loadModules(), log: pino({ level: 'silent' }), now: () => new Date() })

    const page = await firstVisit(phone)
    await sitDown(page, place, await worker(place, 'agent'))
    const card = page.locator('.check-card').filter({ hasText: '开工核查' })
    await page.goto('/land-checks?zone=linyi')
    await card.waitFor()
    expect(await overflow(page)).toBe(0)

    await page.context().setOffline(true)
    const began = Date.now()
    await card.getByRole('button', { name: '核查', exact: true }).tap()
    await card.locator('input[type=file]').setInputFiles({ name: 'site.png', mimeType: 'image/png', buffer: picture })
    await card.getByRole('button', { name: '已开工' }).tap()
    await card.getByRole('button', { name: '记下', exact: true }).tap()
    await page.getByText('待发送 2').waitFor()
    const seconds = (Date.now() - began) / 1000
    console.log(`start check with a picture on a phone: ${seconds.toFixed(1)} s`)
    expect(seconds).toBeLessThan(30)
    expect(await axeFindings(page)).toEqual([])
    await page.context().setOffline(false)
    await page.getByText('待发送').waitFor({ state: 'detached', timeout: 60_000 })

    const answer = await page.request.get(`${address}/api/zones/linyi/land-promises`)
    const { promises } = (await answer.json()) as {
      promises: { checks: { id: string; kind: string; state: string; reached: boolean }[] }[]
    }
    const start = promises.flatMap(({ checks }) => checks).find(({ kind }) => kind === 'start')
    expect(start).toMatchObject({ state: 'recorded', reached: true })
    const files = await page.request.get(
      `${address}/api/zones/linyi/files?subjectKind=promises.check&subjectId=${start?.id}`,
    )
    expect(((await files.json()) as { files: unknown[] }).files).toHaveLength(1)
  },
)
