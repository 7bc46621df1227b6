import { pino } from 'pino'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestApp } from '../../../../test/support/server.ts'
import { type Actor, actor, newEnterprise, type Stage } from '../../../../test/support/zone-people.ts'
import { loadModules } from '../../../platform/modules.ts'
import { drain } from '../../../platform/worker/drain.ts'
import { Lease } from '../contract.ts'

let now = new Date('2026-03-10T02:00:00Z')
const app = startTestApp({ now: () => now })
const stage: Stage = { app, now: () => now, zone: 'linyi' }
let operator: Actor
let officer: Actor
let firm: Actor
let enterprise: string
let building: string

beforeAll(async () => {
  officer = await actor(stage, 'officer')
  operator = await actor(stage, 'operator')
  enterprise = await newEnterprise(officer, '甲公司')
  firm = await actor(stage, 'enterprise', enterprise)
  const made = await operator.post('/buildings', { name: '1号厂房', use: 'plant', standardPlant: true, totalSqm: 9000 })
  building = (made.body as { record: { id: string } }).record.id
  const days = { warnFirst: 90, warnSecond: 60, warnLast: 30, idleMonths: 6 }
  const rule = { title: '租赁规则', ...days, lateFeePerDay: 0.0005, renewalRise: 0.05 }
  const ruled = await officer.post('/lease-rules', { ...rule, validFrom: '2025-01-01', source: '样例办法' })
  expect(ruled).toMatchObject({ status: 200 })
})

const told = ({ status, body }: { status: number; body: unknown }) =>
  `${status} ${(body as { code?: string }).code ?? ''}`.trim()

function read({ status, body }: { status: number; body: unknown }): Lease {
  expect({ status, body }).toMatchObject({ status: 200 })
  return Lease.parse(body)
}

let units = 0
async function newUnit(): Promise<string> {
  const unit = { code: `1-${100 + ++units}`, buildingId: building, use: 'plant', areaSqm: 1000, published: true }
  const { body } = await operator.post('/units', unit)
  return (body as { record: { id: string } }).record.id
}

const terms = {
  ...{ startsOn: '2026-01-01', endsOn: '2026-05-31', steps: [{ from: '2026-01-01', rate: '12' }], propertyRate: '1' },
  ...{ deposit: '24000.00', noticeDays: 30, dueDay: 10 },
}
const signing = (unit: string, number: string) => ({ number, enterprise, units: [unit], ...terms })

describe('a lease', () => {
  it('is signed with its bills, over units that nobody else has, and seen by its lessee alone', async () => {
    const unit = await newUnit()
    const wanted = signing(unit, '租-1')
    expect(told(await firm.post('/leases', wanted))).toBe('403 access.not_allowed')
    expect(told(await operator.post('/leases', { ...wanted, endsOn: '2025-12-31' }))).toBe(
      '422 leases.ends_before_start',
    )
    const signed = read(await operator.post('/leases', wanted))
    expect(signed).toMatchObject({ state: 'running', areaSqm: 1000, rate: '12', arrears: '26000.00' })
    expect(signed.bills.map(({ kind, from, amount }) => `${kind} ${from} ${amount}`).toSorted()).toEqual([
      ...['property 2026-01-01 1000.00', 'property 2026-02-01 1000.00', 'property 2026-03-01 1000.00'],
      ...['rent 2026-01-01 12000.00', 'rent 2026-02-01 12000.00', 'rent 2026-03-01 12000.00'],
    ])
    const again = await operator.post('/leases', {
      ...wanted,
      number: '租-1b',
      startsOn: '2026-05-31',
      endsOn: '2026-12-31',
    })
    expect(told(again)).toBe('422 leases.steps_out_of_order')
    const later = { startsOn: '2026-05-31', endsOn: '2026-12-31', steps: [{ from: '2026-05-31', rate: '12' }] }
    expect(told(await operator.post('/leases', { ...wanted, ...later, number: '租-1b' }))).toBe('422 leases.unit_taken')
    const other = await newUnit()
    expect(told(await operator.post('/leases', signing(other, '租-1')))).toBe('409 leases.number_taken')
    expect((await firm.get('/leases')).body).toMatchObject({ leases: [{ number: '租-1' }] })
    const stranger = await actor(stage, 'enterprise', await newEnterprise(officer, '乙公司'))
    expect(told(await stranger.get(`/leases/${signed.id}`))).toBe('404 http.not_found')
    expect(told(await stranger.get('/lease-board'))).toBe('403 access.not_allowed')
  })

  it('of two at once for one unit one finds it taken', async () => {
    const unit = await newUnit()
    const both = await Promise.all([
      operator.post('/leases', signing(unit, '租-2a')),
      operator.post('/leases', signing(unit, '租-2b')),
    ])
    expect(both.map(told).toSorted()).toEqual(['200', '422 leases.unit_taken'])
  })

  it('is renewed once, for the same length at the next step, and the deposit goes over', async () => {
    const signed = read(await operator.post('/leases', signing(await newUnit(), '租-3')))
    const offered = { startsOn: '2026-06-01', endsOn: '2026-10-31', rate: '12.6', rise: 0.05 }
    expect(signed.renewal).toEqual(offered)
    const deposited = read(
      await operator.post(`/leases/${signed.id}/pay-deposit`, {
        version: 1,
        happenedOn: '2026-01-05',
        document: '回单1',
      }),
    )
    const asked = { version: deposited.version, number: '租-3续', endsOn: offered.endsOn, rate: offered.rate }
    expect(told(await operator.post(`/leases/${signed.id}/renew`, { ...asked, version: 1 }))).toBe(
      '409 leases.changed_meanwhile',
    )
    const renewed = read(await operator.post(`/leases/${signed.id}/renew`, asked))
    expect(renewed).toMatchObject({ state: 'future', startsOn: '2026-06-01', depositPaidOn: '2026-01-05', bills: [] })
    const before = read(await operator.get(`/leases/${signed.id}`))
    expect(before).toMatchObject({ renewed: true, renewal: null, after: { number: '租-3续' } })
    expect(renewed).toMatchObject({ before: { number: '租-3' }, after: null })
    const twice = { ...asked, version: before.version, number: '租-3再' }
    expect(told(await operator.post(`/leases/${signed.id}/renew`, twice))).toBe('422 leases.renewed_already')
  })

  it('is ended early with notice: later bills fall away, what was paid for them is given back, then the deposit', async () => {
    const signed = read(await operator.post('/leases', signing(await newUnit(), '租-4')))
    const march = signed.bills.find(({ kind, from }) => kind === 'rent' && from === '2026-03-01')
    const paid = { version: 1, happenedOn: '2026-03-09', document: '回单2', receipt: '票-1' }
    const settled = read(await operator.post(`/lease-bills/${march?.id}/pay`, paid))
    expect(told(await operator.post(`/lease-bills/${march?.id}/pay`, { ...paid, version: 2 }))).toBe(
      '422 leases.not_due',
    )
    const leaving = { version: settled.version, noticeOn: '2026-03-01', endsOn: '2026-03-15', reason: '搬迁' }
    expect(told(await operator.post(`/leases/${signed.id}/exit`, leaving))).toBe('422 leases.notice_too_short')
    const left = read(await operator.post(`/leases/${signed.id}/exit`, { ...leaving, agreed: '双方同意' }))
    const back = left.bills.find(({ kind }) => kind === 'settlement')
    expect(back).toMatchObject({ amount: '-6193.55', state: 'due' })
    const fee = left.bills.filter(
      ({ kind, from, state }) => kind === 'property' && from === '2026-03-01' && state === 'due',
    )
    expect(fee.map(({ to, amount }) => [to, amount])).toEqual([['2026-03-15', '483.87']])
    const giving = { version: left.version, happenedOn: '2026-03-10', deducted: '4000.00', document: '退款1' }
    expect(told(await operator.post(`/leases/${signed.id}/return-deposit`, giving))).toBe('422 leases.no_deposit')
  })

  it('changes its rent from a month that is not settled', async () => {
    const signed = read(await operator.post('/leases', signing(await newUnit(), '租-5')))
    const changed = read(
      await operator.post(`/leases/${signed.id}/change`, {
        version: 1,
        from: '2026-03-01',
        rate: '15',
        reason: '补充协议',
      }),
    )
    const rents = changed.bills.filter(({ kind, state }) => kind === 'rent' && state === 'due')
    expect(
      rents
        .map(({ from, amount }) => `${from} ${amount}`)
        .toSorted()
        .at(-1),
    ).toBe('2026-03-01 15000.00')
    const bill = rents.find(({ from }) => from === '2026-03-01')
    expect(told(await operator.post(`/lease-bills/${bill?.id}/waive`, { version: 1, reason: '停水' }))).toBe(
      '403 access.not_allowed',
    )
    const waived = read(await officer.post(`/lease-bills/${bill?.id}/waive`, { version: 1, reason: '停水三十天' }))
    const once = { version: waived.version, from: '2026-03-01', rate: '16', reason: '再变' }
    expect(told(await operator.post(`/leases/${signed.id}/change`, once))).toBe('422 leases.paid_already')
  })
})

describe('the round', () => {
  it('draws the month once, bills meters, and tells the operator and the lessee of the end', async () => {
    const unit = await newUnit()
    const signed = read(await operator.post('/leases', signing(unit, '租-6')))
    const price = { title: '电价', meter: 'power', price: 0.6, validFrom: '2025-01-01', source: '样例' }
    expect((await operator.post('/utility-prices', price)).status).toBe(200)
    for (const [readOn, value] of [
      ['2025-12-31', 100],
      ['2026-01-31', 350.5],
    ] as const) {
      const reading = { title: `抄表 ${readOn}`, unitId: unit, meter: 'power', readOn, value }
      expect((await operator.post('/meter-readings', reading)).status).toBe(200)
    }
    expect((await operator.post('/lease-bills/draw', {})).body).toEqual({ drawn: 1, unpriced: 0 })
    expect((await operator.post('/lease-bills/draw', {})).body).toEqual({ drawn: 0, unpriced: 0 })
    now = new Date('2026-04-03T02:00:00Z')
    await drain({ db: app().db, modules: await loadModules(), log: pino({ level: 'silent' }), now: () => now })
    const after = read(await firm.get(`/leases/${signed.id}`))
    expect(after.bills.filter(({ from }) => from === '2026-04-01')).toHaveLength(2)
    expect(after.bills.find(({ kind }) => kind === 'power')).toMatchObject({ amount: '150.30', from: '2026-01-01' })
    const { body } = await firm.get('/lease-board')
    expect((body as { code: string }).code).toBe('access.not_allowed')
    const board = (await operator.get('/lease-board')).body as { expiring: { number: string }[]; idle: unknown[] }
    expect(board.expiring.map(({ number }) => number)).toContain('租-6')
  })
})

describe('what shared parts use', () => {
  it('is split by area or by meter, shown before it is billed, and billed once', async () => {
    const house = { name: '9号厂房', use: 'plant', standardPlant: true, totalSqm: 3000 }
    const made = await operator.post('/buildings', house)
    const own = (made.body as { record: { id: string } }).record.id
    const unit = async (code: string, areaSqm: number) => {
      const { body } = await operator.post('/units', { code, buildingId: own, use: 'plant', areaSqm, published: true })
      return (body as { record: { id: string } }).record.id
    }
    const [one, other] = [await unit('9-101', 2000), await unit('9-102', 1000)]
    const days = { startsOn: '2026-01-01', endsOn: '2026-12-31' }
    const signed = read(await operator.post('/leases', { ...signing(one, '租-9'), ...days }))
    const asked = { building: own, meter: 'power', from: '2026-03-01', to: '2026-03-31', total: '900.00', rule: 'area' }
    const query = (more: object = {}) => `/lease-bills/split?${new URLSearchParams({ ...asked, ...more })}`
    expect(told(await firm.get(query()))).toBe('403 access.not_allowed')
    expect((await operator.get(query())).body).toMatchObject({
      ...{ kept: '300.00', shares: [{ lease: { number: '租-9', lessee: '甲公司' }, unit: '9-101', amount: '600.00' }] },
    })
    expect(told(await operator.get(query({ rule: 'meter' })))).toBe('422 leases.no_reading')
    expect(told(await operator.get(query({ to: '2026-02-01' })))).toBe('422 leases.bad_days')
    const bill = { ...asked, document: '电费单 2026-03' }
    expect((await operator.post('/lease-bills/split', bill)).status).toBe(200)
    const after = read(await firm.get(`/leases/${signed.id}`))
    expect(after.bills.find(({ kind }) => kind === 'sharedPower')).toMatchObject({ amount: '600.00', state: 'due' })
    expect(told(await operator.post('/lease-bills/split', bill))).toBe('422 leases.split_already')
    const later = { ...bill, from: '2026-03-31', to: '2026-04-02' }
    expect(told(await operator.post('/lease-bills/split', later))).toBe('422 leases.split_already')

    for (const [unitId, values] of [
      [one, [100, 400]],
      [other, [50, 150]],
    ] as const) {
      for (const [i, value] of values.entries()) {
        const readOn = i === 0 ? '2026-02-28' : '2026-03-31'
        const reading = { title: `水表 ${unitId} ${readOn}`, unitId, meter: 'water', readOn, value }
        expect((await operator.post('/meter-readings', reading)).status).toBe(200)
      }
    }
    const water = await operator.get(query({ meter: 'water', rule: 'meter', total: '80.00' }))
    expect(water.body).toMatchObject({ kept: '20.00', shares: [{ unit: '9-101', amount: '60.00' }] })
  })
})
