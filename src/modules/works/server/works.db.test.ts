import { beforeAll, describe, expect, it } from 'vitest'
import { startTestApp } from '../../../../test/support/server.ts'
import { type Actor, actor, newEnterprise, type Stage } from '../../../../test/support/zone-people.ts'
import { BondView } from '../../bonds/contract.ts'
import { WorkView } from '../contract/work-view.ts'

const now = new Date('2026-06-01T02:00:00Z')
const app = startTestApp({ now: () => now })
const stage: Stage = { app, now: () => now, zone: 'linyi' }
let officer: Actor
let leader: Actor
let agent: Actor
let firm: Actor

beforeAll(async () => {
  officer = await actor(stage, 'officer')
  leader = await actor(stage, 'leader')
  agent = await actor(stage, 'agent')
  firm = await actor(stage, 'enterprise', await newEnterprise(officer, '甲公司'))
})

type Answer = { readonly status: number; readonly body: unknown }
const made = ({ status, body }: Answer) => {
  expect({ status, body }).toMatchObject({ status: 200 })
  return (body as { record: { id: string; version: number } }).record
}
const view = ({ status, body }: Answer) => {
  expect({ status, body }).toMatchObject({ status: 200 })
  return WorkView.parse(body)
}
const told = ({ status, body }: Answer) => [status, (body as { code?: string }).code]
const dated = (version: number, happenedOn: string) => ({ version, happenedOn, words: '按批复办理' })

/** A work under way with one contract of 1,000 yuan, and a bond of 500 of which it has 300. */
async function begun(name: string) {
  const { id } = made(await officer.post('/works', { name, kind: 'road' }))
  const work = `/works/${id}`
  expect(told(await officer.post(`${work}/approve`, dated(1, '2025-01-10')))).toEqual([422, 'works.no_estimate'])
  const approval = { document: `示批 ${name}`, approvedOn: '2025-01-08', approvedBy: '审批局' }
  made(await officer.post('/work-estimates', { workId: id, ordinal: 1, amountYuan: '1050.00', ...approval }))
  view(await officer.post(`${work}/approve`, dated(1, '2025-01-10')))
  expect(told(await officer.post(`${work}/start`, dated(2, '2025-03-01')))).toEqual([422, 'works.no_contract'])
  const terms = { number: `合 ${name}`, party: '乙公司', sme: true, tender: 'open', signedOn: '2025-02-20' }
  const contract = made(
    await officer.post('/work-contracts', { workId: id, title: '土建', amountYuan: '1000.00', ...terms }),
  )
  view(await officer.post(`${work}/start`, dated(2, '2025-03-01')))
  const issue = { issuedOn: '2025-02-01', amountYuan: '500.00', termYears: 5, ratePercent: 2.5, mode: 'level' }
  const bond = made(await officer.post('/bonds', { name: `债 ${name}`, code: `债 ${name}`, ...issue }))
  const give = { version: 3, bond: bond.id, amount: '300.00', document: '实施方案' }
  view(await officer.post(`${work}/allot-bond`, give))
  return { id, work, contract, bond }
}

describe('a work', () => {
  it('pays what was earned, from money that came, and from a bond only what is its own', async () => {
    const { id, work, contract, bond } = await begun('道路')
    const source = made(
      await officer.post('/work-sources', {
        workId: id,
        title: '专项债',
        kind: 'bond',
        bondId: bond.id,
        plannedYuan: '300.00',
      }),
    )
    const due = { contractId: contract.id, evidence: '计量单', deliveredOn: '2026-04-30' }
    const payable = made(await officer.post('/work-payables', { ...due, title: '进度款', amountYuan: '400.00' }))
    const pay = { source: source.id, amount: '200.00', paidOn: '2026-05-20', document: '回单 1' }
    const place = `/work-payables/${payable.id}/pay`
    expect(told(await officer.post(place, pay))).toEqual([422, 'works.no_money'])
    const came = { sourceId: source.id, document: '到账 1', receivedOn: '2026-05-01' }
    made(await officer.post('/work-receipts', { ...came, amountYuan: '350.00' }))
    const key = { 'Idempotency-Key': 'pay-twice-1' }
    view(await officer.post(place, pay, key))
    const paid = view(await officer.post(place, pay, key))
    expect(paid).toMatchObject({ paid: '200.00', sources: [{ received: '350.00', used: '200.00' }] })
    expect(told(await officer.post(place, { ...pay, amount: '101.00' }))).toEqual([422, 'bonds.over_allotment'])
    expect(told(await officer.post(place, { ...pay, amount: '200.01' }))).toEqual([422, 'works.over_payable'])
    expect(told(await officer.post(place, { ...pay, paidOn: '2026-06-02' }))).toEqual([422, 'works.in_the_future'])
    expect(told(await agent.post(place, pay))[0]).toBe(403)
    const listed = (await leader.get(`/work-ledger?id=${id}`)).body as { works: unknown[] }
    const [seen] = listed.works.map((one) => WorkView.parse(one))
    expect(seen?.payables).toMatchObject([{ owed: '200.00', dueOn: '2026-05-30' }])
    expect(seen?.warnings.map(({ code }) => code)).toEqual(['lateToSme'])
    const back = { version: seen?.version, bond: bond.id, document: '调整' }
    expect(told(await officer.post(`${work}/take-back-bond`, { ...back, amount: '100.01' }))).toEqual([
      422,
      'bonds.over_allotment',
    ])
    view(await officer.post(`${work}/take-back-bond`, { ...back, amount: '100.00' }))
    expect(told(await officer.post(`${work}/allot-bond`, { ...back, amount: '1.00' }))).toEqual([409, 'works.stale'])
    const other = made(await officer.post('/works', { name: '别的工程', kind: 'water' }))
    const more = { version: 1, bond: bond.id, amount: '300.01', document: '再安排' }
    expect(told(await officer.post(`/works/${other.id}/allot-bond`, more))).toEqual([422, 'bonds.over_amount'])
    const ledger = (await leader.get('/bond-ledger')).body as { bonds: unknown[] }
    const own = ledger.bonds.map((one) => BondView.parse(one)).find((one) => one.id === bond.id)
    expect(own).toMatchObject({ allotted: '200.00', used: '200.00', idle: '300.00', coverage: null, idleTooLong: true })
    expect(own?.works).toEqual([{ id, name: '道路', allotted: '200.00', used: '200.00' }])
  })

  it('changes its contract within the limit, or with the approval; of two at once one is first', async () => {
    const { contract } = await begun('管网')
    const place = `/work-contracts/${contract.id}/change`
    const change = { version: 1, amount: '101.00', reason: '签证', document: '变更 1', happenedOn: '2026-05-01' }
    expect(told(await officer.post(place, change))).toEqual([422, 'works.change_over_limit'])
    const both = await Promise.all([
      officer.post(place, { ...change, amount: '60.00' }),
      officer.post(place, { ...change, amount: '60.00' }),
    ])
    expect(both.map(told).toSorted()).toEqual([
      [200, undefined],
      [409, 'works.stale'],
    ])
    const approved = view(await officer.post(place, { ...change, version: 2, approval: '示发改函 3 号' }))
    expect(approved.contracts).toMatchObject([{ total: '1161.00', changeShare: 16.1 }])
    expect(approved.warnings.map(({ code }) => code)).toEqual(['overEstimate'])
  })

  it('is completed when it is accepted, and becomes an asset once at what was paid', async () => {
    const { id, work } = await begun('泵站')
    const asset = { name: '泵站', inServiceOn: '2026-05-20' }
    expect(told(await officer.post(`${work}/take-into-assets`, { version: 4, ...asset }))).toEqual([
      422,
      'works.not_completed',
    ])
    expect(told(await officer.post(`${work}/complete`, dated(4, '2026-05-10')))).toEqual([422, 'works.not_accepted'])
    const paper = { workId: id, document: '备案表', acceptedOn: '2026-05-09', acceptedBy: '住建局' }
    made(await officer.post('/work-acceptances', { ...paper, kind: 'final', result: 'passedWithDefects' }))
    expect(told(await agent.post(`${work}/complete`, dated(4, '2026-05-10')))[0]).toBe(403)
    view(await officer.post(`${work}/complete`, dated(4, '2026-05-10')))
    const taken = view(await leader.post(`${work}/take-into-assets`, { version: 5, ...asset }))
    expect(taken).toMatchObject({ state: 'completed', asset: { name: '泵站', value: '0.00' }, may: ['operate'] })
    expect(told(await leader.post(`${work}/take-into-assets`, { version: 6, ...asset }))).toEqual([
      422,
      'works.asset_already',
    ])
    view(await officer.post(`${work}/operate`, dated(6, '2026-05-21')))
    const elsewhere = await actor({ ...stage, zone: 'jiexiu' }, 'officer')
    expect((await elsewhere.post(`${work}/cancel`, dated(7, '2026-05-22'))).status).toBe(404)
  })

  it('is not for enterprises; a bond of the zone neither', async () => {
    expect((await firm.get('/work-ledger')).status).toBe(403)
    expect((await firm.get('/bond-ledger')).status).toBe(403)
  })
})

describe('a bond', () => {
  it('is repaid as its schedule says, each instalment once', async () => {
    const { bond } = await begun('厂房')
    const place = `/bonds/${bond.id}`
    const drawn = BondView.parse((await officer.post(`${place}/schedule`, { version: 1 })).body)
    expect(
      drawn.repayments.map(({ dueOn, principal, interest, state }) => [dueOn, principal, interest, state]),
    ).toEqual([
      ['2026-02-01', '100.00', '12.50', 'late'],
      ['2027-02-01', '100.00', '10.00', 'planned'],
      ['2028-02-01', '100.00', '7.50', 'planned'],
      ['2029-02-01', '100.00', '5.00', 'planned'],
      ['2030-02-01', '100.00', '2.50', 'planned'],
    ])
    expect(told(await officer.post(`${place}/schedule`, { version: 2 }))).toEqual([422, 'bonds.scheduled'])
    const first = { version: 2, repayment: drawn.repayments[0]?.id, paidOn: '2026-02-01', document: '凭证' }
    expect(told(await officer.post(`${place}/repay`, { ...first, paidOn: '2026-06-02' }))).toEqual([
      422,
      'bonds.wrong_day',
    ])
    expect(told(await leader.post(`${place}/repay`, first))[0]).toBe(403)
    const paid = BondView.parse((await officer.post(`${place}/repay`, first)).body)
    expect(paid).toMatchObject({ principalPaid: '100.00', interestPaid: '12.50', version: 3 })
    expect(told(await officer.post(`${place}/repay`, { ...first, version: 3 }))).toEqual([422, 'bonds.paid_already'])
  })
})
