import { pino } from 'pino'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestApp } from '../../../../test/support/server.ts'
import { type Actor, actor, newEnterprise, type Stage } from '../../../../test/support/zone-people.ts'
import { loadModules } from '../../../platform/modules.ts'
import { drain } from '../../../platform/worker/drain.ts'
import { FaultView, readUpkeep } from '../contract.ts'

let now = new Date('2026-03-10T02:00:00Z')
const app = startTestApp({ now: () => now })
const stage: Stage = { app, now: () => now, zone: 'linyi' }
let operator: Actor
let officer: Actor
let firm: Actor
let stranger: Actor
let building: string
let leased: string
let free: string

const idOf = (answer: { status: number; body: unknown }): string => {
  expect(answer).toMatchObject({ status: 200 })
  return (answer.body as { record: { id: string } }).record.id
}
const told = ({ status, body }: { status: number; body: unknown }) =>
  `${status} ${(body as { code?: string }).code ?? ''}`.trim()
const read = (answer: { status: number; body: unknown }): FaultView => {
  expect(answer).toMatchObject({ status: 200 })
  return FaultView.parse(answer.body)
}
const boardOf = async (who: Actor) => readUpkeep.output.parse((await who.get('/upkeep')).body)

beforeAll(async () => {
  officer = await actor(stage, 'officer')
  operator = await actor(stage, 'operator')
  const enterprise = await newEnterprise(officer, '甲公司')
  firm = await actor(stage, 'enterprise', enterprise)
  stranger = await actor(stage, 'enterprise', await newEnterprise(officer, '乙公司'))
  const house = { name: '1号厂房', use: 'plant', standardPlant: true, totalSqm: 9000 }
  building = idOf(await operator.post('/buildings', house))
  const unit = async (code: string) =>
    idOf(await operator.post('/units', { code, buildingId: building, use: 'plant', areaSqm: 1000, published: true }))
  leased = await unit('1-101')
  free = await unit('1-102')
  const lease = { number: '租-1', enterprise, units: [leased], startsOn: '2026-01-01', endsOn: '2026-12-31' }
  const terms = { steps: [{ from: '2026-01-01', rate: '12' }], deposit: '0', noticeDays: 30, dueDay: 10 }
  expect((await operator.post('/leases', { ...lease, ...terms })).status).toBe(200)
})

const broken = (unit: string | null, more: object = {}) => ({
  ...{ title: '卷帘门关不上', building, unit, place: '南门', kind: 'doors', urgency: 'urgent', files: [] },
  ...more,
})

describe('a fault', () => {
  it('is reported by who leases the place, and by nobody else; a lessee sees its own alone', async () => {
    expect(told(await firm.post('/upkeep', broken(free)))).toBe('404 http.not_found')
    expect(told(await stranger.post('/upkeep', broken(null)))).toBe('404 http.not_found')
    const supervisor = await actor(stage, 'supervisor')
    expect(told(await supervisor.post('/upkeep', broken(leased)))).toBe('403 access.not_allowed')
    const file = await firm.upload('/files', '门.txt', '卷帘门照片的说明')
    const picture = (file.body as { id: string }).id
    const fault = read(await firm.post('/upkeep', broken(leased, { files: [picture] })))
    expect(fault).toMatchObject({ state: 'reported', enterprise: { name: '甲公司' }, unit: { name: '1-101' }, may: [] })
    const files = `/files?subjectKind=upkeep.fault&subjectId=${fault.id}`
    expect((await operator.get(files)).body).toMatchObject({ files: [{ id: picture }] })
    expect(told(await stranger.get(files))).toBe('404 http.not_found')
    expect((await boardOf(stranger)).faults).toEqual([])
    expect((await boardOf(stranger)).places).toEqual([])
    expect((await boardOf(firm)).places).toEqual([
      { building: { id: building, name: '1号厂房' }, units: [{ id: leased, name: '1-101' }] },
    ])
    expect(told(await firm.get('/faults'))).toBe('403 access.not_allowed')
    expect((await operator.get('/faults')).body).toMatchObject({
      rows: [{ title: '卷帘门关不上', state: 'reported' }],
    })
  })

  it('is taken, mended at a cost that somebody bears, rated once, and reported again', async () => {
    const fault = read(await firm.post('/upkeep', broken(leased, { title: '配电箱跳闸' })))
    const to = (verb: string) => `/upkeep/${fault.id}/${verb}`
    expect(told(await firm.post(to('take'), { version: 1, handler: '甲' }))).toBe('403 access.not_allowed')
    const mended = { words: '更换空气开关', cost: '280', payer: 'lessor', because: null }
    expect(told(await operator.post(to('finish'), { version: 1, ...mended }))).toBe('422 upkeep.not_now')
    const taken = read(await operator.post(to('take'), { version: 1, handler: '维修班' }))
    expect(taken).toMatchObject({ state: 'taken', handler: '维修班', may: ['take', 'finish', 'drop'] })
    expect(told(await operator.post(to('finish'), { version: 1, ...mended }))).toBe('409 upkeep.stale')
    const byLessee = { ...mended, version: 2, payer: 'lessee' }
    expect(told(await operator.post(to('finish'), byLessee))).toBe('422 upkeep.say_why_lessee')
    const done = read(await operator.post(to('finish'), { ...byLessee, because: '合同第9条，超负荷用电' }))
    expect(done).toMatchObject({ state: 'done', cost: '280.00', payer: 'lessee', may: [] })
    expect(told(await stranger.post(to('rate'), { version: 3, grade: 5, words: null }))).toBe('404 http.not_found')
    expect(told(await operator.post(to('rate'), { version: 3, grade: 5, words: null }))).toBe('404 http.not_found')
    const rated = read(await firm.post(to('rate'), { version: 3, grade: 2, words: '等了三天' }))
    expect(rated).toMatchObject({ grade: 2, may: ['reopen'] })
    expect(told(await firm.post(to('rate'), { version: 4, grade: 5, words: null }))).toBe('422 upkeep.rated_already')
    const again = read(await firm.post(to('reopen'), { version: 4, words: '又跳了' }))
    expect(again).toMatchObject({ state: 'reported', outcome: null, cost: null, grade: null })
    expect(again.acts.map(({ verb }) => verb)).toEqual(['take', 'finish', 'rate', 'reopen'])
  })

  it('in a shared part is the zone’s: no lessee pays for it', async () => {
    const fault = read(await officer.post('/upkeep', broken(null, { title: '电梯异响', kind: 'lift' })))
    expect(fault).toMatchObject({ unit: null, enterprise: null })
    await operator.post(`/upkeep/${fault.id}/take`, { version: 1, handler: '电梯公司' })
    const mended = { version: 2, words: '更换导靴', cost: '1200.00', because: '公摊' }
    expect(told(await operator.post(`/upkeep/${fault.id}/finish`, { ...mended, payer: 'lessee' }))).toBe(
      '422 upkeep.no_lessee',
    )
    const done = read(await operator.post(`/upkeep/${fault.id}/finish`, { ...mended, payer: 'warranty' }))
    expect(done).toMatchObject({ state: 'done', payer: 'warranty' })
    expect((await boardOf(firm)).faults.map(({ title }) => title)).not.toContain('电梯异响')
  })
})

describe('the limit', () => {
  it('is the zone’s rule for the urgency: without one no hours run; past it operator and leader hear of it once', async () => {
    const before = await boardOf(operator)
    expect(before.unruled).toEqual(['urgent', 'soon', 'normal'])
    expect(before.faults.every(({ dueAt, hoursLate }) => dueAt === null && hoursLate === 0)).toBe(true)
    const rule = {
      title: '紧急',
      urgency: 'urgent',
      takeHours: 1,
      mendHours: 24,
      validFrom: '2026-01-01',
      source: '样例',
    }
    expect(told(await operator.post('/upkeep-rules', rule))).toBe('403 access.not_allowed')
    expect(told(await officer.post('/upkeep-rules', { ...rule, mendHours: 0 }))).toMatch(/^400 /)
    idOf(await officer.post('/upkeep-rules', rule))
    const leader = await actor(stage, 'leader')
    const fault = read(await firm.post('/upkeep', broken(leased, { title: '屋面漏水', kind: 'structure' })))
    expect(fault).toMatchObject({ dueAt: '2026-03-10T03:00:00.000Z', hoursLate: 0 })
    now = new Date('2026-03-10T05:30:00Z')
    await drain({ db: app().db, modules: await loadModules(), log: pino({ level: 'silent' }), now: () => now })
    const late = (await boardOf(leader)).faults.find(({ id }) => id === fault.id)
    expect(late).toMatchObject({ hoursLate: 3, may: [] })
    const messages = JSON.stringify((await leader.get('/notifications')).body)
    expect(messages.split('报修“屋面漏水”已过时限').length).toBe(2)
    const taken = read(await operator.post(`/upkeep/${fault.id}/take`, { version: 1, handler: '防水队' }))
    expect(taken).toMatchObject({ dueAt: '2026-03-11T02:00:00.000Z', hoursLate: 0 })
  })
})
