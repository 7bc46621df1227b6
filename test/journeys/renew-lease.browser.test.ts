import { expect } from 'vitest'
import { dayFromNumber, dayNumber } from '../../src/kernel/calendar.ts'
import { legalDayOf } from '../../src/kernel/legal-day.ts'
import { phone } from '../setup/chromium.ts'
import { journey } from '../setup/journey.ts'
import { axeFindings, overflow } from './steps.ts'
import { openAt } from './within.ts'
import { type Place, sitDown, type Worker, worker } from './zone.ts'

const idOf = (answer: Record<string, unknown>) => (answer.record as { id: string }).id
const inDays = (days: number) => dayFromNumber(dayNumber(legalDayOf(new Date())) + days)

/** Two leases of plants that end soon, under a rule that lets the rent rise. */
async function prepare(place: Place): Promise<{ operator: Worker; leases: readonly string[]; enterprise: string }> {
  const [operator, officer] = [await worker(place, 'operator'), await worker(place, 'officer')]
  const enterprise = idOf(await officer.post('/enterprises', { name: '甲公司', status: 'operating' }))
  const house = { name: '1号厂房', use: 'plant', standardPlant: true, totalSqm: 9000 }
  const buildingId = idOf(await operator.post('/buildings', house))
  const warn = { warnFirst: 90, warnSecond: 60, warnLast: 30, idleMonths: 6 }
  const dated = { validFrom: '2020-01-01', source: '样例办法' }
  await officer.post('/lease-rules', { title: '租赁规则', ...warn, lateFeePerDay: 0.0005, renewalRise: 0.05, ...dated })
  const leases: string[] = []
  for (const code of ['1-101', '1-102']) {
    const room = { code, buildingId, use: 'plant', areaSqm: 1000, published: true }
    const unit = idOf(await operator.post('/units', room))
    const startsOn = inDays(-340)
    const terms = { startsOn, endsOn: inDays(25), steps: [{ from: startsOn, rate: '12' }], deposit: '24000.00' }
    const signed = { number: `租-${code}`, enterprise, units: [unit], ...terms, noticeDays: 30, dueDay: 10 }
    leases.push(String((await operator.post('/leases', signed)).id))
  }
  return { operator, leases, enterprise }
}

const seconds = (from: number) => (performance.now() - from) / 1000

journey(
  'an operator renews a lease within 45 seconds, by mouse and by keys; the lessee reads it on a phone',
  { timeout: 240_000 },
  async ({ visit, address, db }) => {
    const place = { address, db }
    const { operator, leases, enterprise } = await prepare(place)
    const page = await visit()
    await sitDown(page, place, operator)

    // From the board, where it stands because it ends soon.
    await page.goto('/space?zone=linyi')
    await page.getByRole('link', { name: '租-1-101' }).click()
    await page.getByRole('heading', { name: '租约 租-1-101', level: 1 }).waitFor()
    let from = performance.now()
    await page.getByRole('button', { name: '续租', exact: true }).click()
    await page.getByText('租金按规则递增 5%，由 12 到 12.6 元。').waitFor()
    await page.getByLabel('新合同编号').fill('租-1-101（二期）')
    await page.getByLabel('租金（元/平方米·月）').fill('12.5')
    expect(await axeFindings(page)).toEqual([])
    await page.getByRole('button', { name: '确认续租' }).click()
    await page.getByRole('heading', { name: '租约 租-1-101（二期）', level: 1 }).waitFor()
    const mouse = seconds(from)

    // By keys alone, with what the page offers: the form has the focus once it opens.
    await openAt(page, `/leases/${leases[1]}?zone=linyi`)
    await page.getByRole('button', { name: '续租', exact: true }).focus()
    from = performance.now()
    await page.keyboard.press('Enter')
    await page.getByLabel('新合同编号').waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '租约 租-1-102-续', level: 1 }).waitFor()
    const keys = seconds(from)
    console.log(`renew a lease: ${mouse.toFixed(1)} s by mouse, ${keys.toFixed(1)} s by keyboard`)
    expect(Math.max(mouse, keys)).toBeLessThan(45)
    expect(await axeFindings(page)).toEqual([])

    const read = async (id: string) => {
      const answer = await page.request.get(`${address}/api/zones/linyi/leases/${id}`)
      return (await answer.json()) as Record<string, unknown>
    }
    const all = (await (await page.request.get(`${address}/api/zones/linyi/leases`)).json()) as {
      leases: Record<string, unknown>[]
    }
    const renewed = all.leases.filter(({ startsOn }) => startsOn === inDays(26))
    expect(renewed.map(({ number, state }) => `${number} ${state}`).toSorted()).toEqual([
      '租-1-101（二期） future',
      '租-1-102-续 future',
    ])
    expect(await read(String(leases[0]))).toMatchObject({ renewed: true, renewal: null })
    const long = renewed.find(({ number }) => number === '租-1-101（二期）')
    expect(await read(String(long?.id))).toMatchObject({ steps: [{ from: inDays(26), rate: '12.5' }], areaSqm: 1000 })

    // Nothing expires any more; the lease before leads to the one that follows it.
    await openAt(page, '/space?zone=linyi')
    await page.getByText('没有将到期的租约').waitFor()

    const lessee = await visit(phone)
    await sitDown(lessee, place, await worker(place, 'enterprise', enterprise))
    await lessee.goto(`/leases/${leases[0]}?zone=linyi`)
    await lessee.getByRole('link', { name: '租-1-101（二期）' }).tap()
    await lessee.getByRole('heading', { name: '租约 租-1-101（二期）', level: 1 }).waitFor()
    expect(await overflow(lessee)).toBe(0)
    expect(await axeFindings(lessee)).toEqual([])
  },
)
