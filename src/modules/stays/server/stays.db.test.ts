import { pino } from 'pino'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestApp } from '../../../../test/support/server.ts'
import { type Actor, actor, newEnterprise, type Stage } from '../../../../test/support/zone-people.ts'
import { loadModules } from '../../../platform/modules.ts'
import { drain } from '../../../platform/worker/drain.ts'
import { Subsidies } from '../contract/subsidy.ts'
import { Flats } from '../contract.ts'

let now = new Date('2026-03-10T02:00:00Z')
const app = startTestApp({ now: () => now })
const stage: Stage = { app, now: () => now, zone: 'linyi' }
let operator: Actor
let officer: Actor
let firm: Actor
let enterprise: string
let building: string

const idOf = (answer: { status: number; body: unknown }): string => {
  expect(answer).toMatchObject({ status: 200 })
  return (answer.body as { record: { id: string } }).record.id
}
const told = ({ status, body }: { status: number; body: unknown }) =>
  `${status} ${(body as { code?: string }).code ?? ''}`.trim()
const read = (answer: { status: number; body: unknown }): Flats => {
  expect(answer).toMatchObject({ status: 200 })
  return Flats.parse(answer.body)
}

beforeAll(async () => {
  officer = await actor(stage, 'officer')
  operator = await actor(stage, 'operator')
  enterprise = await newEnterprise(officer, '甲公司')
  firm = await actor(stage, 'enterprise', enterprise)
  const house = { name: '人才公寓1号楼', use: 'apartment', standardPlant: false, totalSqm: 3000 }
  building = idOf(await operator.post('/buildings', house))
  const rule = {
    ownRate: 5,
    subsidyRate: 7,
    termMonths: 12,
    maxMonths: 24,
    sqmPerHead: 60,
    idleMonths: 3,
    warnDays: 60,
  }
  const dated = { validFrom: '2025-01-01', source: '样例办法' }
  for (const level of ['d', 'e']) {
    idOf(await officer.post('/apartment-rules', { ...rule, ...dated, title: `待遇${level}`, level }))
  }
})

const flat = async (code: string, areaSqm: number) =>
  idOf(await operator.post('/units', { code, buildingId: building, use: 'apartment', areaSqm, published: false }))

const apply = async (title: string, level: string, more: object = {}) =>
  idOf(
    await firm.post('/apartment-applications', {
      ...{ title, enterpriseId: enterprise, applicant: '孙某', level, appliedOn: '2026-03-02', family: 1 },
      ...{ rentAllowance: false, ...more },
    }),
  )

describe('a flat', () => {
  it('goes by the queue, of its size, to one alone, never beside a rent allowance', async () => {
    const [small, large] = [await flat('1-101', 48), await flat('1-102', 86)]
    const later = await apply('申-1', 'e')
    const first = await apply('申-2', 'd')
    const allowed = await apply('申-3', 'd', { appliedOn: '2026-01-02', rentAllowance: true })
    const seen = read(await firm.get('/apartments'))
    expect(seen.queue.map(({ title, position, hindrance }) => [title, position, hindrance !== null])).toEqual([
      ...[
        ['申-3', 1, true],
        ['申-2', 2, false],
        ['申-1', 3, false],
      ],
    ])
    expect(seen.free).toEqual([])
    const giving = { unit: small, startsOn: '2026-03-10' }
    expect(told(await firm.post(`/apartment-applications/${first}/allot`, giving))).toBe('403 access.not_allowed')
    expect(told(await operator.post(`/apartment-applications/${allowed}/allot`, giving))).toBe(
      '422 stays.rent_allowance',
    )
    expect(told(await operator.post(`/apartment-applications/${later}/allot`, giving))).toBe('422 stays.out_of_turn')
    const wide = { ...giving, unit: large }
    expect(told(await operator.post(`/apartment-applications/${first}/allot`, wide))).toBe('422 stays.too_large')
    const given = read(await operator.post(`/apartment-applications/${first}/allot`, giving))
    expect(given.tenancies).toMatchObject([{ endsOn: '2027-03-09', ownRent: '240.00', subsidy: '336.00' }])
    expect(told(await operator.post(`/apartment-applications/${later}/allot`, giving))).toBe('422 stays.flat_taken')
    const stranger = await actor(stage, 'enterprise', await newEnterprise(officer, '乙公司'))
    expect(read(await stranger.get('/apartments'))).toMatchObject({ queue: [], tenancies: [], free: [] })
    const [tenancy] = given.tenancies
    const longer = read(await operator.post(`/tenancies/${tenancy?.id}/extend`, { version: 1 }))
    expect(longer.tenancies[0]?.endsOn).toBe('2028-03-09')
    expect(told(await operator.post(`/tenancies/${tenancy?.id}/extend`, { version: 1 }))).toBe(
      '409 stays.changed_meanwhile',
    )
    expect(told(await operator.post(`/tenancies/${tenancy?.id}/extend`, { version: 2 }))).toBe(
      '422 stays.longest_reached',
    )
    const leaving = { version: 2, happenedOn: '2026-03-10', trigger: 'jobLeft', reason: '已离职' }
    const left = read(await operator.post(`/tenancies/${tenancy?.id}/end`, leaving))
    expect(left.tenancies).toMatchObject([{ endedOn: '2026-03-10', trigger: 'jobLeft' }])
    expect(told(await operator.post(`/tenancies/${tenancy?.id}/end`, { ...leaving, version: 3 }))).toBe(
      '422 stays.ended_already',
    )
  })

  it('counts receptions by person-times and by batches, names hidden', async () => {
    const batch = { title: '2026-001 专家团', purpose: '技术诊断', arrivedOn: '2026-03-02', leftOn: '2026-03-04' }
    const batchId = idOf(await operator.post('/stay-batches', batch))
    for (const title of ['住-1', '住-2']) {
      idOf(await operator.post('/stays', { title, batchId, guest: '赵明', level: 'c', nights: 2 }))
    }
    expect(read(await operator.get('/apartments')).receptions).toEqual({ batches: 1, personTimes: 2 })
    expect(JSON.stringify((await operator.get('/stays')).body)).not.toContain('赵明')
    expect((await firm.get('/stays')).status).toBe(403)
    expect((await operator.post('/stay-batches', { ...batch, title: '反', leftOn: '2026-03-01' })).status).toBe(400)
  })
})

describe('a term', () => {
  it('warns before its end, ends by the day, and what the zone owes for it is paid month by month', async () => {
    const unit = await flat('2-101', 50)
    const asked = await apply('申-9', 'd', { appliedOn: '2026-01-05' })
    const giving = { unit, startsOn: '2026-03-10', outOfTurn: '样例' }
    const given = read(await operator.post(`/apartment-applications/${asked}/allot`, giving))
    const { id, endsOn } = given.tenancies.find(({ application }) => application.title === '申-9') ?? {
      id: '',
      endsOn: '',
    }
    expect(endsOn).toBe('2027-03-09')
    const oneOf = async () => read(await operator.get('/apartments')).tenancies.find((tenancy) => tenancy.id === id)
    expect(await oneOf()).toMatchObject({ expiring: false })
    const morning = async (at: string) => {
      now = new Date(at)
      await drain({ db: app().db, modules: await loadModules(), log: pino({ level: 'silent' }), now: () => now })
    }
    await morning('2027-01-11T02:00:00Z')
    expect(await oneOf()).toMatchObject({ expiring: true, endedOn: null, daysLeft: 57 })
    expect(JSON.stringify((await firm.get('/notifications')).body)).toContain('公寓租住还有 57 天到期（2027-03-09）')
    await morning('2027-03-10T02:00:00Z')
    expect(await oneOf()).toMatchObject({ expiring: false, endedOn: '2027-03-09', trigger: 'termOver' })
    const late = await operator.post(`/tenancies/${id}/extend`, { version: 2 })
    expect(told(late)).toBe('422 stays.ended_already')

    const ledger = (answer: { status: number; body: unknown }) => {
      expect(answer).toMatchObject({ status: 200 })
      return Subsidies.parse(answer.body)
    }
    const owed = ledger(await operator.get('/apartment-subsidies'))
    // 50 m² at 7 yuan: 350 a month; March 2026 has 22 of 31 days of it. The other tenancy had one day of March for 48 m².
    expect(owed.months.at(-2)).toMatchObject({ month: '2026-04', tenancies: 1, accrued: '350.00', paid: '0.00' })
    expect(owed.months.at(-1)).toMatchObject({ month: '2026-03', tenancies: 2, accrued: '259.23' })
    expect(owed.months[0]?.month).toBe('2027-02')
    const paying = { balance: owed.balance, amount: '300.00', happenedOn: '2027-03-09', document: '支付令1' }
    expect(told(await operator.post('/apartment-subsidies', paying))).toBe('403 access.not_allowed')
    expect(told(await firm.get('/apartment-subsidies'))).toBe('403 access.not_allowed')
    const noSum = await officer.post('/apartment-subsidies', { ...paying, balance: '三百' })
    expect(told(noSum)).toBe('400 http.invalid_input')
    const more = await officer.post('/apartment-subsidies', { ...paying, amount: '99999.00' })
    expect(told(more)).toBe('422 stays.nothing_to_pay')
    const paid = ledger(await officer.post('/apartment-subsidies', paying))
    expect(paid.months.slice(-2).map((month) => month.paid)).toEqual(['40.77', '259.23'])
    expect(told(await officer.post('/apartment-subsidies', paying))).toBe('409 stays.changed_meanwhile')
    expect(paid.payments).toMatchObject([{ amount: '300.00', document: '支付令1' }])
  })
})
