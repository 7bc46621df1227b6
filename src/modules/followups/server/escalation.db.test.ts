import { readFileSync } from 'node:fs'
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

let now = new Date('2026-03-02T02:00:00Z')
const app = startTestApp({ now: () => now })
const stage: Stage = { app, now: () => now, zone: 'linyi' }
const at = async (day: string, hour = 2) => {
  now = new Date(`${day}T${String(hour).padStart(2, '0')}:00:00Z`)
  await drain({ db: app().db, modules: await loadModules(), log: pino({ level: 'silent' }), now: () => now })
}

let admin: Actor
let leader: Actor
let head: Actor
let deputy: Actor
let agent: Actor
let project: string
let office: { id: string; people: readonly string[] }

interface Told {
  readonly id: string
  readonly text: { readonly zh: string }
  readonly subjectId: string
}

const messages = async (of: Actor, about: string) =>
  ((await of.get('/notifications?limit=200')).body as { notifications: Told[] }).notifications.filter(({ text }) =>
    text.zh.includes(about),
  )

beforeAll(async () => {
  admin = await actor(stage, 'admin')
  leader = await actor(stage, 'leader')
  const { matters } = JSON.parse(readFileSync('data/catalogue/matters.json', 'utf8')) as {
    matters: { code: string; authority: string }[]
  }
  const authority = matters.find(({ code }) => code === 'food-licence')?.authority ?? ''
  office = await newDepartment(admin, '发展改革局', ['吴某', '郑某'], authority)
  head = await personActor(stage, 'officer', office.people[0] as string)
  deputy = await personActor(stage, 'officer', office.people[1] as string)
  agent = await actor(stage, 'agent')
  const officer = await actor(stage, 'officer')
  project = await newProject(officer, '食品厂', await newEnterprise(officer, '甲公司'))
})

async function order(days: number): Promise<{ id: string; version: number }> {
  const told = {
    sentence: '请吴某办',
    task: `办第${days}件`,
    to: { kind: 'person', id: office.people[0] },
    workdays: days,
  }
  const answer = await leader.post('/follow-ups', told)
  expect(answer).toMatchObject({ status: 200 })
  return answer.body as { id: string; version: number }
}

describe('rules of escalation', () => {
  it('are the zone’s own from the day on which an administrator takes them over; only once, and by nobody else', async () => {
    expect((await leader.post('/escalation-rules/adopt', {})).status).toBe(403)
    expect((await admin.post('/escalation-rules/adopt', {})).body).toEqual({ adopted: 10 })
    expect((await admin.post('/escalation-rules/adopt', {})).body).toMatchObject({ code: 'followups.rules_there' })
    const { rows } = (await admin.get('/escalation-rules')).body as { rows: { source: string }[] }
    expect(rows).toHaveLength(10)
    expect(rows.every(({ source }) => /\[[VPE]\]/.test(source))).toBe(true)
  })

  it('tell who is owed an answer before its day and the leader after it: each once a cycle, however often anybody looks', async () => {
    await order(3)
    for (const day of ['2026-03-03', '2026-03-04', '2026-03-04', '2026-03-05']) await at(day)
    expect((await messages(head, '督办将到期')).length).toBe(1)
    expect(await messages(leader, '督办超期未回复')).toEqual([])
    for (const day of ['2026-03-06', '2026-03-06', '2026-03-09', '2026-03-10']) await at(day)
    expect((await messages(leader, '督办超期未回复')).length).toBe(1)
    // Every third working day again: the second cycle begins on the fourth day over.
    for (const day of ['2026-03-11', '2026-03-12']) await at(day)
    expect((await messages(leader, '督办超期未回复')).length).toBe(2)
    const [told] = await messages(leader, '督办超期未回复')
    const why = (await leader.get(`/notifications/${told?.id}/why`)).body as { via: string; cause: { zh: string } }
    expect(why).toMatchObject({ via: 'role:leader', cause: { zh: '升级规则“督办超期提醒承办人和领导”' } })
  })

  it('after an outage of a week tell what is late once', async () => {
    await at('2026-04-01')
    const one = await order(2)
    await at('2026-04-14')
    await at('2026-04-14')
    const late = (await messages(leader, '办第2件')).filter(({ text }) => text.zh.includes('超期'))
    expect(late).toHaveLength(1)
    expect(one.id).not.toBe('')
  })

  it('find the delegate when the head is away', async () => {
    await at('2026-05-06')
    const absence = { personId: office.people[0], delegateId: office.people[1], reason: 'leave' }
    const away = await admin.post('/absences', { ...absence, fromOn: '2026-05-06', toOn: '2026-05-12' })
    expect(away.status).toBeLessThan(404)
    const writer = away.status === 200 ? admin : await actor(stage, 'officer')
    if (away.status !== 200) {
      const again = await writer.post('/absences', { ...absence, fromOn: '2026-05-06', toOn: '2026-05-12' })
      expect(again).toMatchObject({ status: 200 })
    }
    await order(1)
    await at('2026-05-07')
    expect((await messages(deputy, '督办将到期')).length).toBeGreaterThan(0)
  })

  it('turn a red case into an order with a reply date, said once', async () => {
    await at('2026-06-01')
    const asked = (await agent.get(`/projects/${project}/applications/food-licence`)).body as {
      papers: { ref: string; status: string }[]
    }
    const papers = asked.papers
      .filter(({ status }) => status === 'needed')
      .map(({ ref }) => ({ ref, fileId: null, note: null }))
    const filed = await agent.post('/cases', { project, matter: 'food-licence', papers })
    expect(filed).toMatchObject({ status: 200 })
    const { id, version } = filed.body as { id: string; version: number }
    expect(await head.post(`/cases/${id}/accept`, { version })).toMatchObject({ status: 200 })
    // Without the facts of a plan nobody knows of slack: what is late is red.
    await withClient(app().ownerUrl, (c) => c.query('delete from projects.bases where id = $1', [project]))
    for (const day of ['2026-06-02', '2026-06-08', '2026-06-15', '2026-06-22', '2026-06-29', '2026-07-13'])
      await at(day)
    const { followUps } = (await leader.get(`/follow-ups?about=${id}`)).body as {
      followUps: { issuer: string; to: { id: string }; dueOn: string }[]
    }
    expect(followUps).toHaveLength(1)
    expect(followUps[0]).toMatchObject({ issuer: '升级规则“红灯开督办单”', to: { id: office.id } })
    const about = (await messages(head, '办件亮红灯')).filter(({ subjectId }) => subjectId === id)
    expect(about).toHaveLength(1)
  })
  it('give the head an order when the days of a bad rating are over: once, and without saying who rated', async () => {
    await at('2026-09-01')
    const enterprise = await newEnterprise(head, '乙公司')
    const firm = await actor(stage, 'enterprise', enterprise)
    const other = await newProject(head, '饮料厂', enterprise)
    const { papers } = (await firm.get(`/projects/${other}/applications/food-licence`)).body as {
      papers: { ref: string }[]
    }
    const given = papers.map(({ ref }) => ({ ref }))
    const filed = await firm.post('/cases', { project: other, matter: 'food-licence', papers: given })
    let one = filed.body as { id: string; version: number }
    for (const [verb, more] of [
      ['accept', {}],
      ['decide', { result: 'pass' }],
      ['issue', {}],
    ] as const) {
      const answer = await deputy.post(`/cases/${one.id}/${verb}`, { version: one.version, ...more })
      expect(answer).toMatchObject({ status: 200 })
      one = answer.body as typeof one
    }
    expect(await firm.post('/ratings', { case: one.id, grade: 1 })).toMatchObject({ status: 200 })
    for (const day of ['2026-09-02', '2026-09-08', '2026-09-30', '2026-10-09', '2026-10-12', '2026-10-13'])
      await at(day)
    const { followUps } = (await leader.get(`/follow-ups?about=${one.id}`)).body as {
      followUps: { issuer: string; task: string; to: { kind: string; id: string } }[]
    }
    expect(followUps).toHaveLength(1)
    expect(followUps[0]).toMatchObject({
      issuer: '升级规则“差评回访超期给负责人开督办单”',
      to: { kind: 'person', id: office.people[0] },
      task: expect.stringContaining('差评回访整改超期'),
    })
    expect(followUps[0]?.task).not.toContain('乙公司')
  }, 90_000)
})
