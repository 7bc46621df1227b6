import { pino } from 'pino'
import { beforeAll, describe, expect, it } from 'vitest'
import { withClient } from '../../../../test/setup/client.ts'
import { zoneRef } from '../../../../test/support/accounts.ts'
import { startTestApp } from '../../../../test/support/server.ts'
import { type Actor, actor, newEnterprise, newProject, type Stage } from '../../../../test/support/zone-people.ts'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import { addWorkdays } from '../../../kernel/workdays.ts'
import { inZone } from '../../../platform/database.ts'
import { loadModules } from '../../../platform/modules.ts'
import { drain } from '../../../platform/worker/drain.ts'
import { CaseDetail } from '../../cases/contract/case.ts'
import { ProjectPlan } from '../../plans/contract/project-plan.ts'
import { zoneCalendar } from '../../zones/server/api.ts'
import { listPlanChanges, type PlanChange } from '../contract.ts'

let now = new Date('2026-03-02T02:00:00Z')
const app = startTestApp({ now: () => now })
const stage: Stage = { app, now: () => now, zone: 'linyi' }
const log = pino({ level: 'silent' })
let officer: Actor
let firm: Actor
let enterprise: string

beforeAll(async () => {
  officer = await actor(stage, 'officer')
  enterprise = await newEnterprise(officer, '甲公司')
  firm = await actor(stage, 'enterprise', enterprise)
})

const work = async () => drain({ db: app().db, modules: await loadModules(), log, now: () => now })
const ask = <T extends object>(sql: string, ...values: unknown[]) =>
  withClient(app().ownerUrl, async (c) => (await c.query<T>(sql, values)).rows)

async function wait(days: number): Promise<void> {
  const calendar = await zoneCalendar(app().db, 'linyi')
  const day = addWorkdays(calendar, legalDayOf(now), days)
  now = new Date(`${day}T02:00:00Z`)
}

async function changesOf(project: string, by: Actor = officer, query = ''): Promise<PlanChange[]> {
  const answer = await by.get(`/projects/${project}/plan-changes?limit=100${query}`)
  expect(answer.status).toBe(200)
  return (listPlanChanges.output.parse(answer.body) as { changes: PlanChange[] }).changes
}

async function freshPlan(project: string): Promise<ProjectPlan> {
  return ProjectPlan.parse((await officer.get(`/projects/${project}/plan`)).body)
}

async function keptPermit(project: string): Promise<number | null> {
  const [row] = await ask<{ kept: { plan: { milestones: { permit: number | null } } } }>(
    'select kept from replans.plans where id = $1',
    project,
  )
  return row?.kept.plan.milestones.permit ?? null
}

function read({ status, body }: { status: number; body: unknown }): CaseDetail {
  expect({ status, body }).toMatchObject({ status: 200 })
  return CaseDetail.parse(body)
}

async function file(project: string, matter: string): Promise<CaseDetail> {
  const asked = (await firm.get(`/projects/${project}/applications/${matter}`)).body as { papers: { ref: string }[] }
  const papers = asked.papers.map(({ ref }) => ({ ref }))
  return read(await firm.post('/cases', { project, matter, papers }))
}

const step = async (by: Actor, one: CaseDetail, verb: string, input: object = {}) =>
  read(await by.post(`/cases/${one.id}/${verb}`, { version: one.version, ...input }))

/** Numbers that look random and are the same at every run. */
function draws(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

/** One thing that somebody does, whatever is possible now. */
async function act(project: string, draw: (below: number) => number): Promise<void> {
  const { cases } = (await officer.get(`/cases?project=${project}&limit=200`)).body as { cases: CaseDetail[] }
  const some = (state: string) => cases.filter((one) => one.state === state)
  const received = some('received')[draw(3)]
  const accepted = some('accepted')[draw(3)]
  const suspended = some('suspended')[0]
  const kind = draw(10)
  if (kind <= 1 && received) return void (await step(officer, received, 'accept'))
  if (kind <= 3 && accepted) return void (await step(officer, accepted, 'decide', { result: 'pass' }))
  if (kind === 4 && suspended) return void (await step(officer, suspended, 'resume', { reason: '检验完成' }))
  if (kind === 4 && accepted) {
    return void (await step(officer, accepted, 'suspend', { reason: '检验检测', promisedDays: 1 + draw(8) }))
  }
  if (kind === 5 && received) return void (await step(firm, received, 'request-withdraw', { reason: '改方案' }))
  if (kind === 6) {
    const { basis } = (await officer.get(`/projects/${project}/dossier`)).body as {
      basis: { version: number; facts: object; startOn: string }
    }
    const facts = { ...basis.facts, constructionWorkdays: draw(200) }
    const answer = await officer.post(`/projects/${project}/basis`, { ...basis, catalogueVersionId: undefined, facts })
    return expect(answer.status).toBe(200)
  }
  const { plan, progress } = await freshPlan(project)
  const ready = plan.matters.filter(
    ({ code, applies, prior, start, startDate }) =>
      applies === true &&
      !prior &&
      start !== undefined &&
      !progress.matters[code] &&
      (startDate ?? '9') <= progress.today,
  )
  const matter = ready[draw(ready.length)]
  if (matter && !cases.some((one) => one.matter.code === matter.code)) await file(project, matter.code)
}

describe('a living plan in the database', () => {
  it('after every event has the permit where a fresh plan with the same fixed past has it, and says what moved it', async () => {
    now = new Date('2026-03-02T02:00:00Z')
    const project = await newProject(officer, '食品厂', enterprise)
    await work()
    const [begun] = await changesOf(project)
    expect(begun).toMatchObject({ ordinal: 1, cause: 'begin' })
    const first = await keptPermit(project)
    const draw = draws(20_261_129)
    for (let event = 0; event < 44; event++) {
      await wait(draw(3) === 0 ? 1 + draw(4) : 0)
      // Now and then the worker is away for several events.
      for (let more = draw(4) === 0 ? 3 : 1; more > 0; more--) await act(project, draw)
      await work()
      expect(await keptPermit(project), `event ${event}`).toBe((await freshPlan(project)).plan.milestones.permit)
    }
    const changes = await changesOf(project)
    expect(new Set(changes.map(({ cause }) => cause))).toEqual(new Set(['begin', 'case', 'time', 'basis']))
    const moves = changes.flatMap(({ milestones }) => milestones.filter(({ name, days }) => name === 'permit' && days))
    expect(moves.length).toBeGreaterThan(3)
    expect(moves.reduce((sum, { days }) => sum + (days ?? 0), 0)).toBe(
      ((await keptPermit(project)) ?? 0) - (first ?? 0),
    )
    const keys = await ask<{ n: string }>(
      `select count(*) as n from replans.differences where project_id = $1 and cause <> 'begin'
        group by event_id, cause having count(*) > 1`,
      project,
    )
    expect(keys).toEqual([])
    const empty = changes.filter(
      ({ cause, in: came, out, moved, milestones }) =>
        cause !== 'begin' && came.length + out.length + moved.length + milestones.length === 0,
    )
    expect(empty).toEqual([])
    const ofCases = changes.filter(({ cause }) => cause === 'case')
    expect(ofCases.every(({ caseId, verb, matter }) => caseId && verb && matter)).toBe(true)
    expect(await ask('select * from jobs.outbox where error is not null')).toEqual([])
  }, 240_000)

  it('is told an event twice and keeps one difference; nothing moved leaves none', async () => {
    now = new Date('2026-03-02T02:00:00Z')
    const project = await newProject(officer, '二厂', enterprise)
    await work()
    await wait(3)
    await file(project, 'entry-review')
    await work()
    const once = await changesOf(project)
    expect(once.length).toBeGreaterThan(1)
    await ask(`update jobs.outbox set done_at = null, attempts = 0, next_at = $1 where kind = 'listener.replans'`, now)
    await work()
    expect(await changesOf(project)).toEqual(once)
  })

  it('looks by itself when nobody does anything, and says that time moved it', async () => {
    now = new Date('2026-03-02T02:00:00Z')
    const project = await newProject(officer, '三厂', enterprise)
    await work()
    const first = await keptPermit(project)
    for (let day = 0; day < 30; day++) {
      await wait(1)
      await work()
    }
    const times = (await changesOf(project)).filter(({ cause }) => cause === 'time')
    // Preparation is seen by nobody: for some weeks everything could still end as planned; then it is looked at once in five days.
    expect(times.length).toBeGreaterThan(1)
    expect(times.length).toBeLessThan(5)
    expect(times[0]?.milestones.find(({ name }) => name === 'permit')?.days).toBe(5)
    const late = times.flatMap(({ milestones }) => milestones.filter(({ name }) => name === 'permit'))
    expect(late.reduce((sum, { days }) => sum + (days ?? 0), 0)).toBe(((await keptPermit(project)) ?? 0) - (first ?? 0))
    expect(times[0]?.actorName).toBe('')
    const onlyPermit = await changesOf(project, officer, '&milestone=permit')
    expect(onlyPermit.map(({ cause }) => cause)).toEqual([...times.map(({ cause }) => cause), 'begin'])
  })

  it('a calendar corrected afterwards is its own cause', async () => {
    now = new Date('2026-03-02T02:00:00Z')
    const project = await newProject(officer, '四厂', enterprise)
    await work()
    const year = await ask<{ days_off: string[] }>(
      'select days_off::text[] from zones.calendar_years where year = 2026',
    )
    await ask(
      `update zones.calendar_years set days_off = days_off || '2026-03-04'::date || '2026-03-05'::date where year = 2026`,
    )
    await officer.post(`/projects/${project}/advance`, { version: 1, to: 'talks' })
    await file(project, 'entry-review')
    await work()
    await ask('update zones.calendar_years set days_off = $1 where year = 2026', year[0]?.days_off)
    const [latest] = (await changesOf(project)).filter(({ cause }) => cause === 'calendar')
    expect(latest?.actorName).toBe('')
    expect(latest?.moved.length).toBeGreaterThan(3)
  })

  it('shows an enterprise its own project alone', async () => {
    const project = await newProject(officer, '五厂', enterprise)
    await work()
    expect(await changesOf(project, firm)).toHaveLength(1)
    const stranger = await actor(stage, 'enterprise', await newEnterprise(officer, '乙公司'))
    expect((await stranger.get(`/projects/${project}/plan-changes`)).status).toBe(404)
    const elsewhere = await actor({ ...stage, zone: 'jiexiu' }, 'officer')
    expect((await elsewhere.get(`/projects/${project}/plan-changes`)).status).toBe(404)
    expect((await (await actor(stage, 'talent')).get(`/projects/${project}/plan-changes`)).status).toBe(403)
    const zone = await zoneRef(app().db, 'jiexiu')
    const rows = await inZone(app().db, zone.id, (db) =>
      db.selectFrom('replans.plans').select('id').where('zone_id', '=', zone.id).execute(),
    )
    expect(rows).toEqual([])
  })
})
