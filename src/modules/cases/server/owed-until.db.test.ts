import { pino } from 'pino'
import { beforeAll, describe, expect, it } from 'vitest'
import { withClient } from '../../../../test/setup/client.ts'
import { startTestApp } from '../../../../test/support/server.ts'
import { type Actor, actor, newEnterprise, newProject, type Stage } from '../../../../test/support/zone-people.ts'
import { dayFromNumber, dayNumber } from '../../../kernel/calendar.ts'
import { loadModules } from '../../../platform/modules.ts'
import { drain } from '../../../platform/worker/drain.ts'
import { CaseDetail } from '../contract/case.ts'

let now = new Date('2026-03-02T02:00:00Z')
const app = startTestApp({ now: () => now })
const stage: Stage = { app, now: () => now, zone: 'linyi' }
const on = (day: string) => {
  now = new Date(`${day}T02:00:00Z`)
}
let officer: Actor
let applicant: Actor
let enterprise: string

beforeAll(async () => {
  officer = await actor(stage, 'officer')
  enterprise = await newEnterprise(officer, '甲食品公司')
  applicant = await actor(stage, 'enterprise', enterprise)
})

function read({ status, body }: { status: number; body: unknown }): CaseDetail {
  expect({ status, body }).toMatchObject({ status: 200 })
  return CaseDetail.parse(body)
}

async function file(project: string, matter: string, but: readonly string[] = []): Promise<CaseDetail> {
  const { papers } = (await applicant.get(`/projects/${project}/applications/${matter}`)).body as {
    papers: { ref: string }[]
  }
  const given = papers.filter(({ ref }) => !but.includes(ref)).map(({ ref }) => ({ ref }))
  return read(await applicant.post('/cases', { project, matter, papers: given }))
}

async function workThrough(from: string, until: string): Promise<void> {
  const modules = await loadModules()
  for (let day = dayNumber(from); day <= dayNumber(until); day++) {
    now = new Date(`${dayFromNumber(day)}T02:00:00Z`)
    await drain({ db: app().db, modules, log: pino({ level: 'silent' }), now: () => now })
  }
}

async function counted(sql: string, value: string): Promise<number> {
  return withClient(app().ownerUrl, async (c) => Number((await c.query(sql, [value])).rows[0].n))
}
const messages = (text: string) =>
  counted(
    `select count(*) as n from jobs.outbox where kind = 'send.app' and payload -> 'text' ->> 'zh' like $1`,
    `%${text}%`,
  )
const lapses = (id: string) =>
  counted(
    `select count(*) as n from jobs.outbox where kind = 'event' and payload ->> 'topic' = 'cases.owedLapsed' and subject_id::text = $1`,
    id,
  )

describe('a paper that is owed until another matter starts', () => {
  it('has a day from the running plan, is warned of before it, and lapses when the matter starts without it', async () => {
    on('2026-03-02')
    const project = await newProject(officer, '食品厂', enterprise)
    const filed = await file(project, 'entry-review', ['finance-proof'])
    let one = read(await officer.post(`/cases/${filed.id}/accept`, { version: filed.version, owed: ['finance-proof'] }))
    const { body } = await applicant.get(`/projects/${project}/plan`)
    const { plan } = body as { plan: { matters: { code: string; startDate: string }[] } }
    const planned = plan.matters.find(({ code }) => code === 'invest-agreement')?.startDate ?? ''
    expect(planned > '2026-03-04').toBe(true)
    const theirs = read(await applicant.get(`/cases/${one.id}`))
    expect(theirs.expectedOwed).toMatchObject([
      { ref: 'finance-proof', matter: { code: 'invest-agreement' }, on: planned },
    ])
    expect(theirs.clocks.filter(({ kind }) => kind === 'owed')).toEqual([])

    await workThrough('2026-03-02', planned)
    expect(await messages(`预计应在 ${planned} 前补齐`)).toBe(1)
    expect(read(await applicant.get(`/cases/${one.id}`))).toMatchObject({ owedOverdue: false })
    expect(await lapses(one.id)).toBe(0)

    one = read(await officer.get(`/cases/${one.id}`))
    read(await officer.post(`/cases/${one.id}/decide`, { version: one.version, result: 'pass_with_tolerance' }))
    await file(project, 'invest-agreement')
    await workThrough(planned, planned)
    one = read(await officer.get(`/cases/${one.id}`))
    expect(one.expectedOwed).toEqual([])
    expect(one.clocks.find(({ kind }) => kind === 'owed')).toMatchObject({
      ...{ ref: 'finance-proof', dueOn: planned, late: 0 },
    })
    expect(one.actions.at(-1)).toMatchObject({ verb: 'fallDue', happenedOn: planned })
    expect(await messages('应当在后续事项申请前补齐')).toBe(1)

    await workThrough(planned, dayFromNumber(dayNumber(planned) + 4))
    expect(await lapses(one.id)).toBe(1)
    one = read(await applicant.get(`/cases/${one.id}`))
    expect(one).toMatchObject({ owedOverdue: true })
    one = read(
      await applicant.post(`/cases/${one.id}/supply`, { version: one.version, papers: [{ ref: 'finance-proof' }] }),
    )
    expect(one).toMatchObject({ owedOverdue: false })
  }, 120_000)
})
