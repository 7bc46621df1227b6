import { pino } from 'pino'
import { beforeAll, describe, expect, it } from 'vitest'
import { withClient } from '../../../../test/setup/client.ts'
import { startTestApp } from '../../../../test/support/server.ts'
import {
  type Actor,
  actor,
  newEnterprise,
  newOffice,
  newProject,
  personActor,
  type Stage,
} from '../../../../test/support/zone-people.ts'
import { loadModules } from '../../../platform/modules.ts'
import { drain } from '../../../platform/worker/drain.ts'
import { type FollowUpVerb, followUpVerbs } from '../contract/steps.ts'
import { FollowUp, FollowUpDetail } from '../contract.ts'

let now = new Date('2026-03-02T02:00:00Z')
const app = startTestApp({ now: () => now })
const stage: Stage = { app, now: () => now, zone: 'linyi' }
const on = (day: string) => {
  now = new Date(`${day}T02:00:00Z`)
}
const drained = async () =>
  drain({ db: app().db, modules: await loadModules(), log: pino({ level: 'silent' }), now: () => now })

let admin: Actor
let leader: Actor
let handler: Actor
let other: Actor
let permit: { department: string; person: string }
let land: { department: string; person: string }
let project: string

beforeAll(async () => {
  admin = await actor(stage, 'admin')
  leader = await actor(stage, 'leader')
  permit = await newOffice(admin, { name: '行政审批局', shortName: '审批局', person: '周某', title: '副局长' })
  land = await newOffice(admin, { name: '自然资源局', shortName: '资源局', person: '吴某', title: '科长' })
  handler = await personActor(stage, 'officer', permit.person)
  other = await personActor(stage, 'officer', land.person)
  project = await newProject(other, '食品厂', await newEnterprise(other, '甲公司'))
})

const sentence = '请审批局周五前把食品厂的立项办完'

async function issued(more: object = {}): Promise<FollowUp> {
  on('2026-03-02')
  const { to, when, task } = (await leader.post('/follow-ups/read-sentence', { sentence })).body as {
    to: [{ kind: string; id: string }]
    when: [{ on: string }]
    task: string
  }
  const order = { sentence, task, to: { kind: to[0].kind, id: to[0].id }, dueOn: when[0].on }
  const answer = await leader.post('/follow-ups', {
    ...order,
    subject: { kind: 'projects.project', id: project },
    ...more,
  })
  expect(answer).toMatchObject({ status: 200 })
  return FollowUp.parse(answer.body)
}

const inputs: Readonly<Record<FollowUpVerb, () => object>> = {
  acknowledge: () => ({}),
  answer: () => ({ words: '已办结，批文附后' }),
  accept: () => ({}),
  sendBack: () => ({ words: '批文缺附件', days: 2 }),
  urge: () => ({}),
  transfer: () => ({ words: '归自然资源局办', to: { kind: 'department', id: land.department } }),
  close: () => ({ words: '情况已变' }),
}
const doer = (verb: FollowUpVerb) => (['acknowledge', 'answer', 'transfer'].includes(verb) ? handler : leader)
const pathOf = (verb: FollowUpVerb) => (verb === 'sendBack' ? 'send-back' : verb)

function send(by: Actor, one: FollowUp, verb: FollowUpVerb, more: object = {}) {
  return by.post(`/follow-ups/${one.id}/${pathOf(verb)}`, { version: one.version, ...inputs[verb](), ...more })
}

async function ready(verb: FollowUpVerb): Promise<FollowUp> {
  const one = await issued()
  if (verb !== 'accept' && verb !== 'sendBack') return one
  return FollowUpDetail.parse((await send(handler, one, 'answer')).body)
}

const told = ({ status, body }: { status: number; body: unknown }) =>
  `${status} ${(body as { code?: string }).code ?? ''}`.trim()
const eventsOf = (id: string) =>
  withClient(
    app().ownerUrl,
    async (c) => (await c.query('select * from journal.events where subject_id = $1 order by id', [id])).rows,
  )

describe('one sentence of a leader', () => {
  it('is read against the people of the zone and becomes a follow-up with its day, on the project', async () => {
    on('2026-03-02')
    expect((await leader.post('/follow-ups/read-sentence', { sentence })).body).toEqual({
      to: [{ kind: 'department', id: permit.department, name: '行政审批局' }],
      when: [{ on: '2026-03-06', workdays: null, said: '周五前' }],
      task: '把食品厂的立项办完',
      asks: [],
    })
    const one = await issued()
    expect(one).toMatchObject({
      ...{ state: 'issued', dueOn: '2026-03-06', late: 0, issuer: leader.name, answer: null },
      subject: { kind: 'projects.project', id: project, name: '食品厂', link: `/projects/${project}` },
    })
    expect(told(await handler.post('/follow-ups/read-sentence', { sentence }))).toBe('403 access.not_allowed')
    expect(told(await handler.post('/follow-ups', { sentence, task: '办', to: {} }))).toBe('403 access.not_allowed')
    const absent = '00000000-0000-7000-8000-000000000009'
    const order = { sentence, task: '把立项办完', to: { kind: 'person', id: absent }, dueOn: '2026-03-06' }
    expect(told(await leader.post('/follow-ups', order))).toBe('422 followups.unknown_addressee')
    const fine = { ...order, to: { kind: 'person', id: permit.person } }
    expect(told(await leader.post('/follow-ups', { ...fine, dueOn: '2026-02-27' }))).toBe('422 followups.day_passed')
    expect(told(await leader.post('/follow-ups', { ...fine, dueOn: undefined }))).toBe('422 followups.no_day')
    const nowhere = { kind: 'projects.project', id: absent }
    expect(told(await leader.post('/follow-ups', { ...fine, subject: nowhere }))).toBe('404 http.not_found')
  })

  it('is told once although the button was pressed twice; the answer returns to the same line, read by whom and when', async () => {
    on('2026-03-02')
    const order = {
      sentence,
      task: '把立项办完',
      to: { kind: 'person', id: permit.person },
      workdays: 2,
      subject: null,
    }
    const key = { 'idempotency-key': 'b3a0c2ce-1111-4111-8111-000000000001' }
    const [a, b] = [await leader.post('/follow-ups', order, key), await leader.post('/follow-ups', order, key)]
    expect(b.body).toEqual(a.body)
    const one = FollowUp.parse(a.body)
    expect(one.dueOn).toBe('2026-03-04')
    await drained()
    const { notifications } = (await handler.get('/notifications')).body as {
      notifications: { id: string; text: { zh: string }; subjectId: string }[]
    }
    const mine = notifications.filter(({ subjectId }) => subjectId === one.id)
    expect(mine.map(({ text }) => text.zh)).toEqual([`${leader.name} 交办“把立项办完”（2026-03-04 前）`])
    const unread = FollowUpDetail.parse((await leader.get(`/follow-ups/${one.id}`)).body)
    expect(unread.readers).toMatchObject([{ name: handler.name, readAt: null }])
    await handler.post('/notifications/read', { subject: one.id })
    await send(handler, one, 'answer')
    await drained()
    const read = FollowUpDetail.parse((await leader.get(`/follow-ups/${one.id}`)).body)
    expect(read.readers.find(({ name }) => name === handler.name)?.readAt).toBe(now.toISOString())
    expect(read.answer).toMatchObject({ words: '已办结，批文附后', by: handler.name })
    expect(FollowUpDetail.parse((await handler.get(`/follow-ups/${one.id}`)).body).readers).toEqual([])
    const told = (await leader.get('/notifications')).body as { notifications: { text: { zh: string } }[] }
    expect(told.notifications[0]?.text.zh).toContain('回复“把立项办完”')
  })
})

describe.each([...followUpVerbs])('%s', (verb) => {
  it('works for whoever is shown it; everything else is refused and leaves no trace', async () => {
    const one = await ready(verb)
    const by = doer(verb)
    expect(FollowUpDetail.parse((await by.get(`/follow-ups/${one.id}`)).body).steps).toContain(verb)
    const events = await eventsOf(one.id)
    expect(told(await send(await actor(stage, 'admin'), one, verb))).toBe('403 access.not_allowed')
    expect(told(await send(await actor({ ...stage, zone: 'jiexiu' }, 'leader'), one, verb))).toBe('404 http.not_found')
    expect(told(await send(await actor(stage, 'officer'), one, verb))).toMatch(/^(404 http.not_found|403 )/)
    expect(told(await send(by, one, verb, { version: 99 }))).toBe('409 followups.changed_meanwhile')
    expect(await eventsOf(one.id)).toEqual(events)
    const done = FollowUpDetail.parse((await send(by, one, verb)).body)
    expect(done.version).toBe(one.version + 1)
    expect((await eventsOf(one.id)).at(-1)).toMatchObject({ action: verb, thread_id: project })
    expect(done.actions.at(-1)).toMatchObject({ verb, by: by.name })
  })
})

it('a transferred order is the other department’s, and no longer the first one’s', async () => {
  const one = await issued()
  await send(handler, one, 'transfer')
  expect((await handler.get(`/follow-ups/${one.id}`)).status).toBe(404)
  const seen = FollowUpDetail.parse((await other.get(`/follow-ups/${one.id}`)).body)
  expect(seen).toMatchObject({
    state: 'issued',
    to: { id: land.department },
    steps: ['acknowledge', 'answer', 'transfer'],
  })
  expect(seen.actions.at(-1)).toMatchObject({ verb: 'transfer', to: '自然资源局', words: '归自然资源局办' })
})

it('who is away is stood in for by the delegate', async () => {
  on('2026-03-02')
  const order = { sentence, task: '把立项办完', to: { kind: 'person', id: permit.person }, workdays: 2 }
  const one = FollowUp.parse((await leader.post('/follow-ups', order)).body)
  expect((await other.get(`/follow-ups/${one.id}`)).status).toBe(404)
  const absence = {
    personId: permit.person,
    delegateId: land.person,
    fromOn: '2026-03-02',
    toOn: '2026-03-03',
    reason: 'leave',
  }
  expect(await (await actor(stage, 'officer')).post('/absences', absence)).toMatchObject({ status: 200 })
  expect(FollowUpDetail.parse((await other.get(`/follow-ups/${one.id}`)).body).steps).toContain('answer')
  on('2026-03-04')
  expect((await other.get(`/follow-ups/${one.id}`)).status).toBe(404)
})

it('the inbox holds what waits for me, the late first; badge and list are one query', async () => {
  const one = await issued()
  on('2026-03-11')
  const inbox = (await handler.get('/follow-ups?view=waiting')).body as {
    followUps: FollowUp[]
    waiting: number
    late: number
  }
  expect(inbox.followUps).toHaveLength(inbox.waiting)
  expect(inbox.late).toBeGreaterThan(0)
  expect(inbox.followUps.find(({ id }) => id === one.id)?.late).toBe(3)
  const about = (await leader.get(`/follow-ups?about=${project}&open=true`)).body as { followUps: FollowUp[] }
  expect(about.followUps.every(({ subject }) => subject?.projectId === project)).toBe(true)
})
