import { pino } from 'pino'
import { beforeAll, describe, expect, it } from 'vitest'
import { withClient } from '../../../../test/setup/client.ts'
import { startTestApp } from '../../../../test/support/server.ts'
import {
  type Actor,
  actor,
  newDepartment,
  newEnterprise,
  newProject,
  personActor,
  type Stage,
} from '../../../../test/support/zone-people.ts'
import { loadModules } from '../../../platform/modules.ts'
import { drain } from '../../../platform/worker/drain.ts'
import type { BulkRow } from '../contract/bulk.ts'
import { CaseDetail } from '../contract/case.ts'

let now = new Date('2026-03-02T02:00:00Z')
const app = startTestApp({ now: () => now })
const stage: Stage = { app, now: () => now, zone: 'linyi' }

let officer: Actor
let applicant: Actor
let leader: Actor
let enterprise: string
let colleague: string

beforeAll(async () => {
  const admin = await actor(stage, 'admin')
  const desk = await newDepartment(admin, '市场监管局', ['王科长', '李经办'], '市场监管部门')
  colleague = desk.people[1] ?? ''
  officer = await personActor(stage, 'officer', desk.people[0] ?? '')
  await personActor(stage, 'officer', colleague)
  leader = await actor(stage, 'leader')
  enterprise = await newEnterprise(officer, '甲食品公司')
  applicant = await actor(stage, 'enterprise', enterprise)
})

const refs = [
  'business-licence',
  'food-layout',
  'food-equipment',
  'food-rules',
  'trial-run',
  'trial-test',
  'health-certs',
]

async function submit(papers = refs): Promise<CaseDetail> {
  const project = await newProject(officer, '食品厂', enterprise)
  const { status, body } = await applicant.post('/cases', {
    project,
    matter: 'food-licence',
    papers: papers.map((ref) => ({ ref })),
  })
  expect(status).toBe(200)
  return CaseDetail.parse(body)
}

interface Told {
  readonly batch: string | null
  readonly rows: BulkRow[]
}

const ask = (by: Actor, verb: string, cases: readonly CaseDetail[], more: object = {}) =>
  by.post('/case-batches', { verb, cases: cases.map(({ id, version }) => ({ id, version })), dryRun: false, ...more })

async function told(answer: Promise<{ status: number; body: unknown }>): Promise<Told> {
  const { status, body } = await answer
  expect({ status, body }).toMatchObject({ status: 200 })
  return body as Told
}

const show = async ({ id }: { id: string }) => CaseDetail.parse((await officer.get(`/cases/${id}`)).body)
const refusals = ({ rows }: Pick<Told, 'rows'>) => rows.map(({ refusal }) => refusal?.zh ?? null)
const undo = ({ batch }: Told, by = officer) => by.post(`/case-batches/${batch}/undo`, {})

async function work(): Promise<void> {
  await drain({ db: app().db, modules: await loadModules(), log: pino({ level: 'silent' }), now: () => now })
}

describe('one step on many cases', () => {
  it('is tried first and changes nothing; then each is judged for itself, and what is refused says why', async () => {
    const whole = await submit()
    const lacking = await submit(refs.slice(0, 3))
    const stale = { ...(await submit()), version: 7 }
    const all = [whole, lacking, stale]
    const tried = await told(ask(officer, 'accept', all, { dryRun: true }))
    expect(tried.batch).toBeNull()
    expect(refusals(tried)).toEqual([null, expect.stringContaining('没有提交'), expect.stringContaining('已先办理')])
    expect((await show(whole)).version).toBe(1)
    const done = await told(ask(officer, 'accept', all))
    expect(refusals(done)).toEqual(refusals(tried))
    expect([(await show(whole)).state, (await show(lacking)).state]).toEqual(['accepted', 'received'])
    expect(refusals((await undo(done)).body as Told)).toEqual(['受理已起算时限并告知申请人，不能撤销。'])
  })

  it('takes in many and gives them back within ten minutes, where nothing has left the house', async () => {
    const [one, two, three] = [await submit(), await submit(), await submit()]
    const done = await told(ask(officer, 'receive', [one, two, three]))
    expect(refusals(done)).toEqual([null, null, null])
    const second = await show(two)
    expect(await officer.post(`/cases/${two.id}/accept`, { version: second.version })).toMatchObject({ status: 200 })
    await work()
    const undone = (await undo(done)).body as Told
    const why = new Map(undone.rows.map(({ id, refusal }) => [id, refusal?.zh ?? null]))
    expect([one, two, three].map(({ id }) => why.get(id))).toEqual([null, '之后又办了别的步骤，不能撤销。', null])
    const back = await show(one)
    expect(back).toMatchObject({ state: 'received', handler: null, version: 3 })
    expect(back.actions.map(({ verb }) => verb)).toEqual(['submit', 'receive', 'undo'])
    expect((await undo(done)).body).toMatchObject({ rows: [{ refusal: {} }, { refusal: {} }, { refusal: {} }] })
  })

  it('is not undone after ten minutes, by nobody else, nor where a message has gone out since', async () => {
    const one = await submit()
    const done = await told(ask(officer, 'transfer', [one], { person: colleague, reason: '分工调整' }))
    expect((await show(one)).handler).not.toBeNull()
    expect((await undo(done, leader)).status).toBe(404)
    const urged = await told(ask(leader, 'remind', [await show(one)]))
    await work()
    expect(refusals((await undo(urged, leader)).body as Told)).toEqual(['催办已经发出，不能撤销。'])
    expect(refusals((await undo(done)).body as Told)).toEqual(['之后又办了别的步骤，不能撤销。'])
    const late = await told(ask(officer, 'receive', [await submit()]))
    now = new Date(now.getTime() + 11 * 60_000)
    expect(refusals((await undo(late)).body as Told)).toEqual(['已超过 10 分钟，不能撤销。'])
  })

  it('is not undone where a message of the case has left the house since', async () => {
    now = new Date('2026-03-09T02:00:00Z')
    const one = await submit()
    await work()
    // Its five working days end on 16 March: two working days before, at nine, the office is warned.
    now = new Date('2026-03-12T00:58:00Z')
    const done = await told(ask(officer, 'receive', [await show(one)]))
    for (const minute of ['00:59', '01:00']) {
      now = new Date(`2026-03-12T${minute}:00Z`)
      await work()
    }
    now = new Date('2026-03-12T01:03:00Z')
    expect(refusals((await undo(done)).body as Told)).toEqual(['之后已有消息或文书发出，不能撤销。'])
    expect((await show(one)).state).toBe('window_accepted')
  })

  it('has one effect when it is sent twice under one key, and is nobody’s who may not take the step alone', async () => {
    const one = await submit()
    const body = { verb: 'receive', cases: [{ id: one.id, version: 1 }], dryRun: false }
    const key = { 'idempotency-key': `bulk-${one.id}` }
    const [first, second] = [
      await officer.post('/case-batches', body, key),
      await officer.post('/case-batches', body, key),
    ]
    expect(first).toMatchObject({ status: 200 })
    expect(second.body).toEqual(first.body)
    expect((await show(one)).actions).toHaveLength(2)
    expect((await ask(leader, 'receive', [one])).status).toBe(403)
    expect((await ask(applicant, 'remind', [one])).status).toBe(403)
    const elsewhere = await actor({ ...stage, zone: 'jiexiu' }, 'officer')
    const foreign = await told(ask(elsewhere, 'remind', [await show(one)]))
    expect(foreign.rows).toMatchObject([{ refusal: { zh: '没有这个地址。' }, project: '', version: 0 }])
  })

  it('lets two officers who take the same cases at once win each case once', async () => {
    const cases = [await submit(), await submit()]
    const second = await actor(stage, 'officer')
    const both = await Promise.all([
      told(ask(officer, 'receive', cases)),
      told(ask(second, 'receive', cases.toReversed())),
    ])
    const wins = both.flatMap(({ rows }) => rows.filter(({ refusal }) => refusal === null).map(({ id }) => id))
    expect(wins.sort()).toEqual(cases.map(({ id }) => id).sort())
  })
})

it('steps entered long after their day are listed for the supervisor with who and when', async () => {
  now = new Date('2026-04-01T02:00:00Z')
  const one = await submit()
  now = new Date('2026-04-07T02:00:00Z')
  const late = await officer.post(`/cases/${one.id}/receive`, { version: 1, happenedOn: '2026-04-02' })
  expect(late).toMatchObject({ status: 200 })
  const supervisor = await actor(stage, 'supervisor')
  // 3 April is worked, 4 to 6 April are off: the day of entry is the second working day after.
  expect(await supervisor.get('/case-backdated')).toMatchObject({ body: { after: 2, steps: [] } })
  now = new Date('2026-04-09T02:00:00Z')
  const two = await officer.post(`/cases/${one.id}/accept`, { version: 2, happenedOn: '2026-04-02' })
  expect(two).toMatchObject({ status: 200 })
  const found = await supervisor.get('/case-backdated')
  expect(found.body).toMatchObject({
    steps: [{ caseId: one.id, verb: 'accept', happenedOn: '2026-04-02', by: officer.name, days: 4 }],
    truncated: false,
  })
  expect((await officer.get('/case-backdated')).status).toBe(403)
  const kept = 'select happened_on::text as day, created_at from cases.actions where case_id = $1 order by ordinal'
  const rows = await withClient(app().ownerUrl, async (c) => (await c.query(kept, [one.id])).rows)
  expect(rows.at(-1)).toEqual({ day: '2026-04-02', created_at: new Date('2026-04-09T02:00:00Z') })
})
