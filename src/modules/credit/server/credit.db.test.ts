import { pino } from 'pino'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestApp } from '../../../../test/support/server.ts'
import { type Actor, actor, newEnterprise, newProject, type Stage } from '../../../../test/support/zone-people.ts'
import { loadModules } from '../../../platform/modules.ts'
import { drain } from '../../../platform/worker/drain.ts'
import { Commitment } from '../../commitments/contract.ts'
import { Credit } from '../contract.ts'

let now = new Date('2026-03-02T02:00:00Z')
const app = startTestApp({ now: () => now })
const stage: Stage = { app, now: () => now, zone: 'linyi' }
const on = (day: string) => {
  now = new Date(`${day}T02:00:00Z`)
}

let officer: Actor
let firm: Actor
let other: Actor
let enterprise: string

beforeAll(async () => {
  officer = await actor(stage, 'officer')
  enterprise = await newEnterprise(officer, '甲公司')
  firm = await actor(stage, 'enterprise', enterprise)
  other = await actor(stage, 'enterprise', await newEnterprise(officer, '乙公司'))
})

const told = ({ status, body }: { status: number; body: unknown }) =>
  `${status} ${(body as { code?: string }).code ?? ''}`.trim()
const read = (answer: { status: number; body: unknown }) => {
  expect(answer).toMatchObject({ status: 200 })
  return Credit.parse(answer.body)
}
const work = async () =>
  drain({ db: app().db, modules: await loadModules(), log: pino({ level: 'silent' }), now: () => now })

async function drafts(): Promise<Commitment[]> {
  const project = await newProject(officer, '食品厂', enterprise)
  const { body } = await officer.post(`/projects/${project}/commitments`, {})
  const list = (body as { commitments: unknown[] }).commitments.map((one) => Commitment.parse(one))
  return list.filter(({ signer }) => signer === 'enterprise')
}

async function step(by: Actor, one: Commitment, path: string, more: object = {}): Promise<Commitment> {
  const answer = await by.post(`/commitments/${one.id}/${path}`, { version: one.version, reason: '核查', ...more })
  expect(answer).toMatchObject({ status: 200 })
  return Commitment.parse(answer.body)
}

describe('credit', () => {
  it('falls with a breach, bars commitments, is repaired on application, and every entry says why', async () => {
    const [one, two] = await drafts()
    if (!one || !two) throw new Error('two commitments are needed')
    expect(read(await firm.get('/credit'))).toMatchObject({ standing: { grade: 'B', points: 100 }, entries: [] })
    const signed = await step(firm, one, 'sign')
    const heard = await step(officer, signed, 'hear', { days: 3 })
    const said = await step(firm, heard, 'defend', { reason: '已重新取样' })
    await step(officer, said, 'breach')
    await work()
    await work()
    const fallen = read(await firm.get('/credit'))
    expect(fallen.standing).toMatchObject({ grade: 'D', points: 55, mayCommit: false, samplePercent: 100 })
    expect(fallen.entries).toHaveLength(1)
    expect(fallen.entries[0]).toMatchObject({
      ...{ cause: 'commitment_breached', points: -45, happenedOn: '2026-03-02', endsOn: '2029-03-02' },
      ...{ repairFrom: '2026-05-31', mayRepair: false },
    })
    const shown = Commitment.parse((await firm.get(`/commitments/${two.id}`)).body)
    expect(shown.mayCommit?.outcome).toBe('not_met')
    expect(told(await firm.post(`/commitments/${two.id}/sign`, { version: two.version }))).toBe(
      '422 commitments.may_not_commit',
    )
    const id = fallen.entries[0]?.id
    const ask = { reason: '已完成整改并缴清罚款' }
    expect(told(await firm.post(`/credit/entries/${id}/repair`, ask))).toBe('422 credit.too_early')
    on('2026-06-01')
    const key = { 'idempotency-key': '019aaaaa-0000-7000-8000-000000000001' }
    const both = await Promise.all([
      firm.post(`/credit/entries/${id}/repair`, ask, key),
      firm.post(`/credit/entries/${id}/repair`, ask, key),
    ])
    expect(both.some(({ status }) => status === 200)).toBe(true)
    const repair = read(await officer.get(`/credit?enterprise=${enterprise}`)).entries[0]?.repair
    expect(repair).toMatchObject({ state: 'applied', version: 1 })
    expect(told(await firm.post(`/credit/entries/${id}/repair`, ask))).toBe('422 credit.repair_pending')
    const grant = { version: 1, grant: true, reason: '核实已整改' }
    expect(told(await firm.post(`/credit/repairs/${repair?.id}/decide`, grant))).toBe('403 access.not_allowed')
    expect(told(await officer.post(`/credit/repairs/${repair?.id}/decide`, { ...grant, version: 7 }))).toBe(
      '409 credit.changed_meanwhile',
    )
    const repaired = read(await officer.post(`/credit/repairs/${repair?.id}/decide`, grant))
    expect(repaired).toMatchObject({ standing: { grade: 'B', points: 100 }, entries: [{ counts: false }] })
    expect(told(await officer.post(`/credit/repairs/${repair?.id}/decide`, { ...grant, version: 2 }))).toBe(
      '409 credit.changed_meanwhile',
    )
    const then = read(await officer.get(`/credit?enterprise=${enterprise}&on=2026-04-01`))
    expect(then.standing.grade).toBe('D')
    expect((await firm.post(`/commitments/${two.id}/sign`, { version: two.version })).status).toBe(200)
  })

  it("is the enterprise's own and the zone's officers': nobody else's, whatever is asked", async () => {
    const elsewhere = await actor({ ...stage, zone: 'jiexiu' }, 'officer')
    const promoter = await actor(stage, 'promoter')
    expect(read(await other.get('/credit')).entries).toEqual([])
    expect(told(await other.get(`/credit?enterprise=${enterprise}`))).toBe('404 http.not_found')
    expect(told(await promoter.get(`/credit?enterprise=${enterprise}`))).toBe('403 access.not_allowed')
    expect(told(await other.get('/credit/enterprises'))).toBe('403 access.not_allowed')
    expect(told(await elsewhere.get(`/credit?enterprise=${enterprise}`))).toBe('404 http.not_found')
    const [entry] = read(await firm.get('/credit')).entries
    expect(told(await other.post(`/credit/entries/${entry?.id}/repair`, { reason: '无关' }))).toBe('404 http.not_found')
    const { enterprises } = (await officer.get('/credit/enterprises')).body as { enterprises: { id: string }[] }
    expect(enterprises.map(({ id }) => id)).toEqual([enterprise])
  })

  it('takes a penalty with its document once, and none of the future', async () => {
    const input = { enterprise, cause: 'penalty', happenedOn: '2026-05-20', document: '临市监罚〔2026〕8号' }
    expect(told(await officer.post('/credit/entries', { ...input, happenedOn: '2027-01-01' }))).toBe(
      '422 credit.in_the_future',
    )
    expect(told(await firm.post('/credit/entries', input))).toBe('403 access.not_allowed')
    const once = read(await officer.post('/credit/entries', input))
    expect(once.standing.points).toBe(85)
    expect(read(await officer.post('/credit/entries', input)).entries).toHaveLength(once.entries.length)
  })

  it("follows the zone's own rules from their day on", async () => {
    const rule = { cause: 'penalty', points: -40, months: 6, source: '本区办法第8条', confidence: 'V' }
    const own = await officer.post('/credit-point-rules', { ...rule, validFrom: '2026-06-10' })
    expect(own).toMatchObject({ status: 200 })
    on('2026-06-20')
    const input = { enterprise, cause: 'penalty', document: '临市监罚〔2026〕9号' }
    const before = read(await officer.post('/credit/entries', { ...input, happenedOn: '2026-06-09' }))
    expect(before.entries.map(({ points }) => points)).toContain(-15)
    const after = read(
      await officer.post('/credit/entries', { ...input, document: '临市监罚〔2026〕10号', happenedOn: '2026-06-10' }),
    )
    expect(after.entries[0]).toMatchObject({ points: -40, endsOn: '2026-12-10', source: '本区办法第8条' })
  })
})
