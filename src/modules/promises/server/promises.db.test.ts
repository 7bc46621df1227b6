import { pino } from 'pino'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestApp } from '../../../../test/support/server.ts'
import { broughtIn, newParcel, ok } from '../../../../test/support/supply.ts'
import { type Actor, actor, newEnterprise, type Stage } from '../../../../test/support/zone-people.ts'
import { loadModules } from '../../../platform/modules.ts'
import { drain } from '../../../platform/worker/drain.ts'
import type { Check, Promised } from '../contract/views.ts'

let now = new Date('2025-03-01T02:00:00Z')
const app = startTestApp({ now: () => now })
const stage: Stage = { app, now: () => now, zone: 'linyi' }
const on = (day: string) => {
  now = new Date(`${day}T02:00:00Z`)
}
let officer: Actor
let agent: Actor
let firm: Actor
let stranger: Actor
let enterprise: string
let count = 0

beforeAll(async () => {
  officer = await actor(stage, 'officer')
  agent = await actor(stage, 'agent')
  enterprise = await newEnterprise(officer, '甲公司')
  firm = await actor(stage, 'enterprise', enterprise)
  stranger = await actor(stage, 'enterprise', await newEnterprise(officer, '乙公司'))
})

const codeOf = ({ status, body }: { status: number; body: unknown }) => [status, (body as { code?: string }).code]
const work = async () =>
  drain({ db: app().db, modules: await loadModules(), log: pino({ level: 'silent' }), now: () => now })

/** A contract signed before, with its checks in the list. */
async function contracted(more: object = {}): Promise<{ contract: string; parcel: string }> {
  count += 1
  const parcel = await newParcel(officer, `P-${count}`)
  const given = broughtIn(parcel, enterprise, { number: `示例合同 ${count}`, ...more })
  const made = ok<{ contracts: { id: string }[] }>(
    await officer.post('/land-contracts/bring-in', { contracts: [given] }),
  )
  await work()
  return { contract: made.contracts[0]?.id ?? '', parcel }
}

async function promised(contract: string): Promise<Promised> {
  const { promises } = ok<{ promises: Promised[] }>(await agent.get(`/land-promises?contract=${contract}`))
  if (!promises[0]) throw new Error('no such contract')
  return promises[0]
}
async function check(contract: string, kind: Check['kind']): Promise<Check> {
  const found = (await promised(contract)).checks.filter((one) => one.kind === kind).at(-1)
  if (!found) throw new Error(`no check ${kind}`)
  return found
}
const step = (by: Actor, one: Check, path: string, more: object) =>
  by.post(`/land-checks/${one.id}/${path}`, { version: one.version, ...more })
const stateOf = async (id: string) => ok<{ state: string }>(await officer.get(`/parcels/${id}`)).state

describe('a start check', () => {
  it('is recorded on the spot, passes, costs its late days by the formula, and moves the parcel', async () => {
    const { contract, parcel } = await contracted()
    on('2025-03-21')
    const start = await check(contract, 'start')
    expect(start).toMatchObject({ state: 'due', dueOn: '2025-03-01', daysLate: 20, may: ['record'] })
    const seen = { checkedOn: '2025-03-21', reached: true, reachedOn: '2025-03-11' }
    expect((await step(firm, start, 'record', seen)).status).toBe(403)
    ok(await step(agent, start, 'record', seen))
    expect(codeOf(await step(agent, start, 'record', seen))).toEqual([409, 'promises.stale'])
    expect((await stranger.get(`/files?subjectKind=promises.check&subjectId=${start.id}`)).status).not.toBe(200)
    ok(await firm.get(`/files?subjectKind=promises.check&subjectId=${start.id}`))
    const decided = ok<Promised>(
      await step(officer, await check(contract, 'start'), 'decide', { outcome: 'pass', reason: '已动工' }),
    )
    expect(decided.penalties).toMatchObject([
      { kind: 'lateStart', amountYuan: '5000.00', arithmetic: '1000000.00 × 0.5‰ × 10', paidOn: null },
    ])
    expect(await stateOf(parcel)).toBe('under-construction')
    const [owed] = decided.penalties
    const paid = ok<Promised>(
      await officer.post(`/land-penalties/${owed?.id}/settle`, {
        version: 1,
        paidOn: '2025-03-21',
        document: '缴款书 9',
      }),
    )
    expect(paid.penalties).toMatchObject([{ paidDocument: '缴款书 9' }])
  })

  it('is put off twice by three months at most', async () => {
    const { contract } = await contracted()
    const put = { months: 3, document: '延期批复', reason: '设计变更' }
    expect(codeOf(await officer.post(`/land-promises/${contract}/extend-start`, { ...put, months: 4 }))[1]).toBe(
      'promises.extension_too_long',
    )
    ok(await officer.post(`/land-promises/${contract}/extend-start`, put))
    ok(await officer.post(`/land-promises/${contract}/extend-start`, put))
    expect((await check(contract, 'start')).dueOn).toBe('2025-09-01')
    expect(codeOf(await officer.post(`/land-promises/${contract}/extend-start`, put))).toEqual([
      422,
      'promises.no_more_extensions',
    ])
    expect((await agent.post(`/land-promises/${contract}/extend-start`, put)).status).toBe(403)
  })
})

describe('a completion check', () => {
  it('waits for values, hears the firm, sets a term, then finds a breach with its penalty and credit entry', async () => {
    on('2026-03-02')
    const { contract } = await contracted({ reached: { start: '2025-02-20' } })
    const seen = { checkedOn: '2026-03-01', reached: true }
    const value = { code: 'invest-intensity', actual: 240, source: '决算审计报告', measuredOn: '2026-03-01' }
    const odd = [{ ...value, code: 'rd-ratio' }]
    expect(codeOf(await step(agent, await check(contract, 'completion'), 'record', { ...seen, values: odd }))[1]).toBe(
      'promises.not_agreed',
    )
    ok(await step(agent, await check(contract, 'completion'), 'record', seen))
    const pass = { outcome: 'pass', reason: '同意' }
    expect(codeOf(await step(officer, await check(contract, 'completion'), 'decide', pass))[1]).toBe(
      'promises.unknown_values',
    )
    const doubt = { reason: '审计未计入进口设备' }
    expect((await step(stranger, await check(contract, 'completion'), 'object', doubt)).status).toBe(404)
    ok(await step(firm, await check(contract, 'completion'), 'object', doubt))
    ok(await step(agent, await check(contract, 'completion'), 'record', { ...seen, values: [value] }))
    const now_ = await check(contract, 'completion')
    expect(now_).toMatchObject({
      objection: '审计未计入进口设备',
      measures: [{ actual: 240, kept: false, agreed: 300 }],
    })
    expect(codeOf(await step(officer, now_, 'decide', pass))[1]).toBe('promises.failed_values')
    ok(await step(officer, now_, 'decide', { outcome: 'rectify', reason: '补投设备', rectifyUntil: '2026-09-01' }))
    const again = await check(contract, 'completion')
    expect(again).toMatchObject({ round: 2, state: 'due', dueOn: '2026-09-01' })
    on('2026-09-01')
    ok(await step(agent, again, 'record', { checkedOn: '2026-09-01', reached: true, values: [value] }))
    const breach = { outcome: 'breach', reason: '限期未改正' }
    const decided = ok<Promised>(await step(officer, await check(contract, 'completion'), 'decide', breach))
    expect(decided.penalties).toMatchObject([
      {
        kind: 'shortfall',
        name: '固定资产投资强度',
        amountYuan: '200000.00',
        arithmetic: '1000000.00 × (300 − 240) ÷ 300',
      },
    ])
    const credit = ok<{ entries: { cause: string }[] }>(await firm.get('/credit'))
    expect(credit.entries).toMatchObject([{ cause: 'land_breached' }])
  })
})

describe('idle land', () => {
  it('warns, is found by a letter, has a capped fee, and does not count what is excused', async () => {
    on('2025-12-15')
    const { contract, parcel } = await contracted()
    const act = (more: object) =>
      officer.post(`/land-promises/${contract}/idle-act`, {
        document: '文书 1',
        reason: '未动工',
        happenedOn: '2025-12-15',
        ...more,
      })
    expect((await promised(contract)).idle).toMatchObject({
      state: 'warning',
      feeOn: '2026-03-01',
      feeLimitYuan: '200000.00',
    })
    expect(codeOf(await act({ act: 'find' }))).toEqual([422, 'promises.not_idle'])
    const cause = { cause: 'government', from: '2025-04-01', until: '2025-05-01', document: '未完成拆迁的说明' }
    ok(await officer.post(`/land-promises/${contract}/excuse`, cause))
    expect((await promised(contract)).idle).toMatchObject({ feeOn: '2026-03-31', excusedDays: 30 })
    on('2026-04-02')
    ok(await act({ act: 'find' }))
    expect(codeOf(await act({ act: 'levy' }))[1]).toBe('promises.needs_amount')
    expect(codeOf(await act({ act: 'levy', amountYuan: '200000.01' }))[1]).toBe('promises.fee_too_high')
    expect(codeOf(await act({ act: 'takeBack' }))[1]).toBe('promises.not_two_years')
    const view = ok<Promised>(await act({ act: 'levy', amountYuan: '200000.00' }))
    expect(view.idle.acts).toMatchObject([{ act: 'find' }, { act: 'levy', amountYuan: '200000.00' }])
    const idle = ok<{ figure: { value: number } }>(await officer.get('/figures/land.idle'))
    expect(Number(idle.figure.value)).toBeGreaterThanOrEqual(15)
    on('2027-04-02')
    ok(await act({ act: 'takeBack' }))
    expect(await stateOf(parcel)).toBe('recovered')
  })
})

it('shows an enterprise its own promises alone', async () => {
  const own = ok<{ promises: Promised[] }>(await firm.get('/own-land-promises'))
  expect(own.promises.length).toBeGreaterThan(0)
  expect(ok<{ promises: Promised[] }>(await stranger.get('/own-land-promises')).promises).toEqual([])
  expect((await firm.get('/land-promises')).status).toBe(403)
})
