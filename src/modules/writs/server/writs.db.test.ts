import { beforeAll, describe, expect, it } from 'vitest'
import { withClient } from '../../../../test/setup/client.ts'
import { startTestApp } from '../../../../test/support/server.ts'
import { type Actor, actor, newEnterprise, newProject, type Stage } from '../../../../test/support/zone-people.ts'
import { CaseDetail } from '../../cases/contract/case.ts'
import { Verification } from '../contract/verify.ts'
import { Writ } from '../contract/writ.ts'

let now = new Date('2026-03-02T02:00:00Z')
const app = startTestApp({ now: () => now, requestsPerMinute: 100_000 })
const stage: Stage = { app, now: () => now, zone: 'linyi' }

let officer: Actor
let admin: Actor
let applicant: Actor
let other: Actor
let enterprise: string

const hostile = '甲<w:p/>{申请人}{#x}&"食品'

beforeAll(async () => {
  officer = await actor(stage, 'officer')
  admin = await actor(stage, 'admin')
  enterprise = await newEnterprise(officer, hostile)
  applicant = await actor(stage, 'enterprise', enterprise)
  other = await actor(stage, 'enterprise', await newEnterprise(officer, '乙公司'))
})

const hard = ['business-licence', 'food-layout', 'food-equipment', 'food-rules', 'trial-run']

async function corrected(): Promise<CaseDetail> {
  const project = await newProject(officer, '食品厂', enterprise)
  const papers = hard.slice(0, 4).map((ref) => ({ ref }))
  const { body } = await applicant.post('/cases', { project, matter: 'food-licence', papers })
  const one = CaseDetail.parse(body)
  const asked = { version: one.version, reason: '缺试运行材料', papers: [{ ref: 'trial-run', note: '未提交' }] }
  return CaseDetail.parse((await officer.post(`/cases/${one.id}/correct`, asked)).body)
}

async function make(one: { id: string }, kind: string, headers: Record<string, string> = {}): Promise<Writ> {
  const { status, body } = await officer.post('/writs', { kind, case: one.id }, headers)
  expect({ status, body }).toMatchObject({ status: 200 })
  return Writ.parse(body)
}

const ordinalOf = ({ number }: Writ) => Number(/〕(\d+)号/.exec(number)?.[1])
const code = ({ status, body }: { status: number; body: unknown }) => `${status} ${(body as { code: string }).code}`

async function verify(text: string): Promise<Verification> {
  const { status, body } = await app().get(`/api/verify/${encodeURIComponent(text)}`)
  expect(status).toBe(200)
  return Verification.parse(body)
}

describe('before the zone has an issuing office', () => {
  it('refuses with what is to be done', async () => {
    const one = await corrected()
    expect(code(await officer.post('/writs', { kind: 'correction', case: one.id }))).toBe('422 writs.no_issuer')
  })
})

describe('a writ of a case', () => {
  let one: CaseDetail

  beforeAll(async () => {
    const office = { name: '临猗审批局', prefix: '临审批', main: true }
    expect(await admin.post('/issuers', office)).toMatchObject({ status: 200 })
    one = await corrected()
  })

  it('is due, previewed, made with the first number, and says what was said', async () => {
    const due = await officer.get(`/cases/${one.id}/due-writs`)
    expect((due.body as { due: { kind: string }[] }).due.map(({ kind }) => kind)).toEqual(['receipt', 'correction'])
    const preview = await officer.post('/writs/preview', { kind: 'correction', case: one.id })
    expect(preview.status).toBe(200)
    const text = JSON.stringify(preview.body)
    for (const word of ['未提交', '缺试运行材料', '（出具时编号）', '2026年3月2日']) expect(text).toContain(word)
    expect(text).not.toContain('undefined')
    const writ = await make(one, 'correction')
    expect(writ).toMatchObject({
      number: '临审批补〔2026〕1号',
      state: 'valid',
      steps: ['void', 'reissue'],
      version: 1,
    })
    const read = await applicant.get(`/writs/${writ.id}`)
    const said = (read.body as { document: { blocks: { runs?: { text: string }[] }[] } }).document.blocks
    expect(said.flatMap(({ runs = [] }) => runs.map(({ text: words }) => words)).join('')).toContain(`${hostile}：`)
  })

  it('is made once for a step: a second press has one effect, another request is told', async () => {
    const key = { 'idempotency-key': 'receipt-once-1' }
    const [a, b] = [await make(one, 'receipt', key), await make(one, 'receipt', key)]
    expect(a.id).toBe(b.id)
    expect(code(await officer.post('/writs', { kind: 'receipt', case: one.id }))).toBe('422 writs.made_already')
    expect(code(await officer.post('/writs', { kind: 'refusal', case: one.id }))).toBe('422 writs.no_remedies')
    expect(code(await officer.post('/writs', { kind: 'approval', case: one.id }))).toBe('422 writs.nothing_to_tell')
    expect(code(await officer.post('/writs', { kind: 'commitment', case: one.id }))).toBe('400 writs.wrong_source')
  })

  it('is read by its enterprise alone, made by officers alone', async () => {
    const list = await applicant.get(`/writs?case=${one.id}`)
    const [writ] = (list.body as { writs: Writ[] }).writs
    expect(writ?.steps).toEqual([])
    expect((await other.get(`/writs/${writ?.id}`)).status).toBe(404)
    expect((await other.get(`/writs?case=${one.id}`)).body).toMatchObject({ writs: [] })
    expect(code(await applicant.post('/writs', { kind: 'receipt', case: one.id }))).toBe('403 access.not_allowed')
    const elsewhere = await actor({ ...stage, zone: 'jiexiu' }, 'officer')
    expect((await elsewhere.get(`/writs/${writ?.id}`)).status).toBe(404)
    expect((await elsewhere.post('/writs', { kind: 'receipt', case: one.id })).status).toBe(404)
  })

  it('is declared void or replaced with a reason; numbers stay listed and are never given again', async () => {
    const fresh = await corrected()
    const first = await make(fresh, 'correction')
    expect(await officer.post(`/writs/${first.id}/void`, { version: 9, reason: '写错' })).toMatchObject({ status: 409 })
    const again = await officer.post(`/writs/${first.id}/reissue`, { version: 1, reason: '写错', note: '更正如下。' })
    const second = Writ.parse(again.body)
    expect(second).toMatchObject({ number: '临审批补〔2026〕3号', replaces: first.number })
    expect((await officer.get(`/writs/${first.id}`)).body).toMatchObject({
      writ: { state: 'replaced', replacedBy: second.number, reason: '写错', steps: [] },
    })
    expect(code(await officer.post(`/writs/${first.id}/void`, { version: 2, reason: '再废' }))).toBe('422 writs.ended')
    const voided = await officer.post(`/writs/${second.id}/void`, { version: 1, reason: '撤件' })
    expect(voided.body).toMatchObject({ state: 'void', reason: '撤件' })
    const third = await make(fresh, 'correction')
    expect(third.number).toBe('临审批补〔2026〕4号')
    expect(await verify(first.code)).toMatchObject({ found: true, state: 'replaced', replacedBy: second.number })
    expect(await verify(second.code)).toMatchObject({ found: true, state: 'void', endedOn: '2026-03-02' })
  })

  it('is verified by its code without signing in, the applicant masked; an unknown code has the same shape', async () => {
    const fresh = await corrected()
    const writ = await make(fresh, 'correction')
    const known = await verify(writ.code.toLowerCase().replaceAll('-', ''))
    expect(known).toMatchObject({ found: true, state: 'valid', number: writ.number, files: [{ format: 'docx' }] })
    expect(known.applicant).not.toContain('食品')
    const word = await fetch(`${app().url}/api/zones/linyi/writs/${writ.id}/word`)
    expect(word.status).toBe(401)
    const unknown = await verify('linyi.2222-3333-4444')
    expect(unknown.found).toBe(false)
    expect(Object.keys(unknown).sort()).toEqual(Object.keys(known).sort())
    expect(await verify('nowhere.2222-3333-4444')).toEqual(unknown)
    expect(await verify('???')).toEqual(unknown)
  })

  it('numbers what is made at the same time without a gap or a twin, refused ones among them', async () => {
    const cases = await Promise.all(Array.from({ length: 4 }, corrected))
    const last = ordinalOf(await make(await corrected(), 'correction'))
    const twice = [...cases, ...cases].map((each) => officer.post('/writs', { kind: 'correction', case: each.id }))
    const answers = await Promise.all(twice)
    const made = answers.filter(({ status }) => status === 200).map(({ body }) => ordinalOf(Writ.parse(body)))
    expect(answers.filter(({ status }) => status === 422)).toHaveLength(4)
    expect(made.sort((a, b) => a - b)).toEqual([1, 2, 3, 4].map((i) => last + i))
  }, 60_000)

  it('begins anew with the year', async () => {
    now = new Date('2027-01-04T02:00:00Z')
    const writ = await make(await corrected(), 'correction')
    expect(writ.number).toBe('临审批补〔2027〕1号')
    now = new Date('2026-03-02T02:00:00Z')
  })

  it('gives a receipt from the journal whose digests change with what was recorded', async () => {
    const before = (await applicant.get(`/cases/${one.id}/receipt`)).body as {
      events: { id: string; digest: string }[]
    }
    expect(before.events.map(({ digest }) => digest.length)).toEqual([64, 64])
    const sql = `update journal.events set note = 'x' where id = $1`
    await withClient(app().ownerUrl, (client) => client.query(sql, [before.events[1]?.id]))
    const after = (await applicant.get(`/cases/${one.id}/receipt`)).body as typeof before
    expect(after.events[0]).toEqual(before.events[0])
    expect(after.events[1]?.digest).not.toBe(before.events[1]?.digest)
    expect((await other.get(`/cases/${one.id}/receipt`)).status).toBe(404)
  })
})

describe('verification', () => {
  it('is limited by address', async () => {
    const tries = await Promise.all(Array.from({ length: 40 }, () => app().get('/api/verify/linyi.2222-3333-4444')))
    const statuses = new Set(tries.map(({ status }) => status))
    expect([...statuses].sort()).toEqual([200, 429])
  })
})
