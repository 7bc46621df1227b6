import { beforeAll, describe, expect, it } from 'vitest'
import { zoneRef } from '../../../../test/support/accounts.ts'
import { startTestApp } from '../../../../test/support/server.ts'
import { broughtIn, clauses, indicators, newParcel, ok } from '../../../../test/support/supply.ts'
import { type Actor, actor, newEnterprise, type Stage } from '../../../../test/support/zone-people.ts'
import { inZone } from '../../../platform/database.ts'

let now = new Date('2026-03-02T02:00:00Z')
const app = startTestApp({ now: () => now })
const stage: Stage = { app, now: () => now, zone: 'linyi' }
const on = (day: string) => {
  now = new Date(`${day}T02:00:00Z`)
}
let officer: Actor
let leader: Actor
let agent: Actor
let firm: string
let other: string

beforeAll(async () => {
  officer = await actor(stage, 'officer')
  leader = await actor(stage, 'leader')
  agent = await actor(stage, 'agent')
  firm = await newEnterprise(officer, '甲公司')
  other = await newEnterprise(officer, '乙公司')
})

const codeOf = ({ status, body }: { status: number; body: unknown }) => [status, (body as { code?: string }).code]
interface Versioned {
  id: string
  version: number
}

/** Assessment and clearing are the module of parcels'; here only their end matters. */
async function readyParcel(code: string): Promise<string> {
  const id = await newParcel(officer, code)
  const zone = await zoneRef(app().db, 'linyi')
  await inZone(app().db, zone.id, (db) =>
    db
      .updateTable('parcels.parcels')
      .set({ state: 'ready' })
      .where('zone_id', '=', zone.id)
      .where('id', '=', id)
      .execute(),
  )
  return id
}
const stateOf = async (id: string) => ok<{ state: string }>(await officer.get(`/parcels/${id}`)).state

describe('from notice to handover', () => {
  it('keeps the legal floors, two contracts of five contents, the schedule, and moves the parcel', async () => {
    const parcel = await readyParcel('S-1')
    const notice = {
      ...{ parcel, number: '临自然告〔2026〕3号', method: 'listing', purpose: 'industrial', landGrade: 13 },
      ...{ announcedOn: '2026-03-02', opensOn: '2026-03-22', closesOn: '2026-04-01', startPriceYuan: '1000000.00' },
      ...{ planningConditions: '规条〔2026〕3号', indicators },
    }
    expect((await agent.post('/land-offerings', notice)).status).toBe(403)
    const short = await officer.post('/land-offerings', { ...notice, opensOn: '2026-03-20' })
    expect(codeOf(short)).toEqual([422, 'supply.notice_too_short'])
    const cheap = await officer.post('/land-offerings', { ...notice, startPriceYuan: '1.00' })
    expect(codeOf(cheap)).toEqual([422, 'supply.price_below_floor'])
    const void_ = await officer.post('/land-offerings', { ...notice, planningConditions: '' })
    expect(codeOf(void_)).toEqual([422, 'supply.no_planning_conditions'])
    let offering = ok<Versioned & { state: string }>(await officer.post('/land-offerings', notice))
    expect(codeOf(await officer.post('/land-offerings', notice))).toEqual([422, 'supply.already_offered'])
    const step = async (path: string, more: object) =>
      officer.post(`/land-offerings/${offering.id}/${path}`, { version: offering.version, ...more })

    on('2026-03-22')
    offering = ok(await step('open', { happenedOn: '2026-03-22' }))
    expect(await stateOf(parcel)).toBe('listed')
    const deal = { enterprise: firm, priceYuan: '1100000.00', confirmation: '成交确认书 3', commitment: '承诺书 3' }
    expect(codeOf(await step('sell', { ...deal, happenedOn: '2026-03-22' }))).toEqual([422, 'supply.still_listed'])
    on('2026-04-01')
    expect(codeOf(await step('sell', { ...deal, priceYuan: '999999.99', happenedOn: '2026-04-01' }))).toEqual([
      422,
      'supply.below_start',
    ])
    const stale = await officer.post(`/land-offerings/${offering.id}/sell`, {
      version: 1,
      ...deal,
      happenedOn: '2026-04-01',
    })
    expect(codeOf(stale)).toEqual([409, 'supply.stale'])
    offering = ok(await step('sell', { ...deal, happenedOn: '2026-04-01' }))
    expect(offering).toMatchObject({ state: 'sold', buyer: { name: '甲公司' }, contractDueOn: '2026-04-16' })

    const paper = {
      ...{ happenedOn: '2026-04-01', number: '出让合同 3', buildNumber: '建设合同 3', clauses },
      dates: {
        ...{ handoverDue: '2026-05-01', startDue: '2026-08-01', completionDue: '2027-08-01' },
        ...{ productionDue: '2028-02-01', outputDue: '2030-02-01' },
      },
      instalments: [
        { dueOn: '2026-05-01', amountYuan: '550000.00' },
        { dueOn: '2027-04-01', amountYuan: '550000.00' },
      ],
      ...{ lateStartPermille: 0.5, lateCompletionPermille: 0.5, capPercent: 20 },
    }
    expect(codeOf(await step('contract', { ...paper, clauses: clauses.slice(1) }))).toEqual([
      422,
      'supply.missing_content',
    ])
    const favour = [...clauses.slice(0, 3), { kind: 'other', words: '乙方缴纳的增值税地方留成部分予以返还。' }]
    expect(codeOf(await step('contract', { ...paper, clauses: favour }))).toEqual([422, 'supply.flagged_clause'])
    const late = [{ dueOn: '2027-04-01', amountYuan: '1100000.00' }]
    expect(codeOf(await step('contract', { ...paper, instalments: late }))).toEqual([422, 'supply.bad_schedule'])
    const signed = ok<{ contract: string; state: string }>(await step('contract', paper))
    expect(signed.state).toBe('contracted')
    expect(await stateOf(parcel)).toBe('contracted')

    let contract = ok<Versioned>(await officer.get(`/land-contracts/${signed.contract}`))
    expect(contract).toMatchObject({
      ...{ landKind: 'standard', areaSqm: 10_000, indicators: [{ code: 'invest-intensity' }, { code: 'tax-per-mu' }] },
      permits: [
        { code: 'land-planning-permit', dueOn: '2026-04-01', number: null },
        { code: 'project-planning-permit' },
      ],
    })
    const act = async (path: string, more: object) =>
      officer.post(`/land-contracts/${contract.id}/${path}`, {
        version: contract.version,
        happenedOn: '2026-05-11',
        ...more,
      })
    on('2026-05-11')
    const paid = { amountYuan: '550000.00', document: '缴款书 3' }
    contract = ok(await act('pay', paid))
    expect(contract).toMatchObject({ paidYuan: '550000.00', interestYuan: '5500.00', overdueYuan: '0.00' })
    expect(codeOf(await act('pay', { ...paid, amountYuan: '550000.01' }))).toEqual([422, 'supply.paid_too_much'])
    contract = ok(await act('note-permit', { code: 'land-planning-permit', number: '地字第 3 号' }))
    contract = ok(await act('hand-over', { document: '交地确认书 3' }))
    expect(await stateOf(parcel)).toBe('handed-over')
    expect(codeOf(await act('hand-over', { document: '交地确认书 3' }))).toEqual([422, 'supply.handed_over'])
    expect(codeOf(await act('transfer', { enterprise: firm, document: '转让合同' }))).toEqual([
      422,
      'supply.same_holder',
    ])
    contract = ok(await act('transfer', { enterprise: other, document: '转让合同' }))
    expect(contract).toMatchObject({
      enterprise: { name: '乙公司' },
      holders: [{}, { enterprise: { name: '乙公司' } }],
    })
  })
})

describe('the waiting list', () => {
  it('ranks by the visible rule; a dropped key project moves it, and the decision keeps who moved', async () => {
    on('2026-05-11')
    const parcel = await readyParcel('S-2')
    const line = {
      title: '2026 S-2',
      year: 2026,
      quarter: 'q2',
      parcelId: parcel,
      areaSqm: 10_000,
      purpose: 'industrial',
    }
    ok(await officer.post('/supply-plan', line))
    const wanted = { purpose: 'industrial', areaSqm: 10_000, appliedOn: '2026-03-02' }
    const ask = async (title: string, more: object) =>
      ok<{ record: Versioned }>(await officer.post('/land-demands', { title, ...wanted, ...more })).record
    const key = await ask('重点项目', { keyLevel: 'province', taxPerMu: 20, readiness: 'ready' })
    await ask('一般项目', { keyLevel: 'none', taxPerMu: 15 })
    const list = async () =>
      ok<{ lines: { title: string; reached: boolean }[] }>(await agent.get('/land-waiting')).lines
    expect(await list()).toMatchObject([
      { title: '重点项目', reached: true },
      { title: '一般项目', reached: false },
    ])
    const drop = { version: key.version, reason: '企业调整投资方向' }
    expect((await agent.post(`/land-demands/${key.id}/drop`, drop)).status).toBe(403)
    const after = ok<{ acts: unknown[] }>(await leader.post(`/land-demands/${key.id}/drop`, drop))
    expect(after.acts[0]).toMatchObject({
      ...{ verb: 'drop', demand: '重点项目' },
      moves: [{ title: '一般项目', fromRank: 2, toRank: 1, reachedBefore: false, reachedAfter: true }],
    })
    const [next] = ok<{ lines: Versioned[] }>(await officer.get('/land-waiting')).lines
    const give = { version: next?.version, reason: '按名次安排', parcel }
    const given = ok<{ availableSqm: number; lines: unknown[] }>(
      await officer.post(`/land-demands/${next?.id}/allocate`, give),
    )
    expect(given).toMatchObject({ availableSqm: 0, lines: [] })
    const again = await officer.post(`/land-demands/${next?.id}/allocate`, {
      ...give,
      version: (next?.version ?? 0) + 1,
    })
    expect(codeOf(again)).toEqual([422, 'supply.not_now'])
  })
})

describe('contracts from before', () => {
  it('come in at once, count as supplied, and are not taken twice', async () => {
    const parcel = await newParcel(officer, 'S-3')
    const body = { contracts: [broughtIn(parcel, firm, { signedOn: '2025-01-02', reached: { start: '2025-02-20' } })] }
    ok(await officer.post('/land-contracts/bring-in', body))
    expect(await stateOf(parcel)).toBe('under-construction')
    expect(codeOf(await officer.post('/land-contracts/bring-in', body))).toEqual([422, 'supply.contracted_already'])
    const figure = ok<{ value: number; rows: unknown[] }>(await officer.get('/figures/land.standard.supplied'))
    expect(figure.rows).toHaveLength(2)
    const plan = ok<{ plannedSqm: number; suppliedSqm: number }>(await officer.get('/land-plan'))
    expect(plan).toMatchObject({ year: 2026, plannedSqm: 10_000, suppliedSqm: 0 })
  })
})
