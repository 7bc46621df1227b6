import ICAL from 'ical.js'
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

let now = new Date('2026-03-02T02:00:00Z')
const app = startTestApp({ now: () => now })
const stage: Stage = { app, now: () => now, zone: 'linyi' }
const drained = async () =>
  drain({ db: app().db, modules: await loadModules(), log: pino({ level: 'silent' }), now: () => now })
const later = (minutes: number) => {
  now = new Date(now.getTime() + minutes * 60_000)
}

let officer: Actor
let leader: Actor
let agent: Actor
let firm: Actor
let project: string
let order: { id: string; version: number }

interface Day {
  readonly uid: string
  readonly on: string
  readonly sequence: number
  readonly status: string
  readonly summary: string
}

async function read(path: string): Promise<Day[]> {
  const { status, body } = await app().get(path)
  expect(status).toBe(200)
  const events = new ICAL.Component(ICAL.parse(String(body)) as unknown[]).getAllSubcomponents('vevent')
  return events.map((event) => ({
    uid: String(event.getFirstPropertyValue('uid')),
    on: String(event.getFirstPropertyValue('dtstart')),
    sequence: Number(event.getFirstPropertyValue('sequence')),
    status: String(event.getFirstPropertyValue('status')),
    summary: String(event.getFirstPropertyValue('summary')),
  }))
}

async function opened(by: Actor, more: object = {}): Promise<{ id: string; path: string }> {
  const answer = await by.post('/calendars', more)
  expect(answer).toMatchObject({ status: 200 })
  const { feed, path } = answer.body as { feed: { id: string }; path: string }
  return { id: feed.id, path }
}

beforeAll(async () => {
  const admin = await actor(stage, 'admin')
  officer = await actor(stage, 'officer')
  leader = await actor(stage, 'leader')
  const { person } = await newOffice(admin, {
    name: '代办中心',
    shortName: '代办',
    person: '周某',
    title: '代办员',
  })
  agent = await personActor(stage, 'agent', person)
  const enterprise = await newEnterprise(officer, '甲公司')
  firm = await actor(stage, 'enterprise', enterprise)
  project = await newProject(officer, '食品厂', enterprise)
  const told = {
    sentence: '请周某三日内报进展',
    task: '报进展',
    to: { kind: 'person', id: person },
    dueOn: '2026-03-05',
  }
  order = (await leader.post('/follow-ups', { ...told, subject: { kind: 'projects.project', id: project } }))
    .body as typeof order
})

describe('a feed', () => {
  it('of a project tells the days of its plan without signing in, as days, with stable UIDs and folded lines', async () => {
    const { path } = await opened(officer, { project })
    const days = await read(path)
    expect(days.find(({ uid }) => uid === `milestone:${project}:production@linyi.luodi`)?.status).toBe('CONFIRMED')
    expect(days.filter(({ uid }) => uid.startsWith('matter:')).length).toBeGreaterThan(20)
    const { body, headers } = await app().get(path)
    const text = String(body)
    expect(text).toContain('DTSTART;VALUE=DATE:2026')
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
    expect(text.replaceAll('\r\n', '')).not.toContain('\n')
    expect(headers.get('content-type')).toContain('text/calendar')
    expect(headers.get('last-modified')).toMatch(/GMT$/)
    const again = await app().get(path, { 'if-none-match': headers.get('etag') ?? '' })
    expect(again.status).toBe(304)
  })

  it('of a person has the orders that wait; moved they keep their UID with a higher SEQUENCE, answered they are cancelled', async () => {
    const { path } = await opened(agent)
    const uid = `order:${order.id}@linyi.luodi`
    const mine = async () => (await read(path)).find((day) => day.uid === uid)
    expect(await mine()).toMatchObject({ on: '2026-03-05', sequence: 0, status: 'CONFIRMED', summary: '督办：报进展' })
    const step = async (by: Actor, verb: string, more: object = {}) => {
      const { body } = await by.post(`/follow-ups/${order.id}/${verb}`, { version: order.version, ...more })
      order = body as typeof order
      later(2)
      await drained()
      later(2)
      await drained()
    }
    await step(agent, 'answer', { words: '已办' })
    expect(await mine()).toMatchObject({ sequence: 1, status: 'CANCELLED' })
    await step(leader, 'send-back', { words: '不够', days: 4 })
    expect(await mine()).toMatchObject({ on: '2026-03-11', sequence: 2, status: 'CONFIRMED' })
    // What an enterprise reads of the same project has no orders in it.
    const firms = await opened(firm, { project })
    expect((await read(firms.path)).some((day) => day.uid === uid)).toBe(false)
    expect((await read(firms.path)).length).toBeGreaterThan(20)
  })

  it('a plan that moves moves its days', async () => {
    const { path } = await opened(officer, { project })
    const find = async () => (await read(path)).find(({ uid }) => uid.startsWith(`milestone:${project}:production`))
    const before = await find()
    const { body } = await officer.get(`/projects/${project}/dossier`)
    const { version, facts } = (body as { basis: { version: number; facts: object } }).basis
    const changed = await officer.post(`/projects/${project}/basis`, { version, facts, startOn: '2026-06-01' })
    expect(changed).toMatchObject({ status: 200 })
    later(2)
    await drained()
    later(2)
    await drained()
    const after = await find()
    expect(after?.uid).toBe(before?.uid)
    expect(after?.on).not.toBe(before?.on)
    expect(after?.sequence).toBe((before?.sequence ?? 0) + 1)
  })

  it('closed, guessed or of somebody who has left it is not there; its secret is nowhere in the database', async () => {
    const { id, path } = await opened(officer)
    const token = path.split('/').at(-1) ?? ''
    const kept = await withClient(app().ownerUrl, async (c) => {
      const all = ['calendars.feeds', 'journal.events', 'access.answers'].map(
        (t) => `select t::text as row from ${t} t`,
      )
      return JSON.stringify((await c.query(all.join(' union all '))).rows)
    })
    expect(kept).not.toContain(token)
    expect((await app().get(path)).status).toBe(200)
    expect((await leader.post(`/calendars/${id}/close`, {})).status).toBe(404)
    expect((await officer.post(`/calendars/${id}/close`, {})).body).toEqual({ closed: true })
    expect((await app().get(path)).status).toBe(404)
    expect((await app().get(`${path.slice(0, -3)}abc`)).status).toBe(404)
    expect((await app().get(path.replace('/linyi/', '/jiexiu/'))).status).toBe(404)
    const stranger = await actor(stage, 'enterprise', await newEnterprise(officer, '乙公司'))
    expect((await stranger.post('/calendars', { project })).status).toBe(404)
    const gone = await opened(agent)
    await withClient(app().ownerUrl, (c) =>
      c.query('update access.memberships set archived_at = now() where account_id = $1', [agent.accountId]),
    )
    expect((await app().get(gone.path)).status).toBe(404)
  })

  it('read without end is refused with a pace, and the list tells which addresses there are', async () => {
    const { path } = await opened(officer)
    later(5)
    const answers = await Promise.all(Array.from({ length: 25 }, () => app().get(path)))
    expect(answers.filter(({ status }) => status === 429).length).toBe(5)
    const { feeds } = (await officer.get('/calendars')).body as { feeds: { kind: string }[] }
    expect(feeds.map(({ kind }) => kind)).toContain('project')
    expect(JSON.stringify(feeds)).not.toContain(path.split('/').at(-1))
  })

  it('has the day of an opinion in the calendars of the department that was asked; given, it is cancelled', async () => {
    const admin = await actor(stage, 'admin')
    const asked = await newOffice(admin, { name: '气象局', shortName: '气象', person: '钱某', title: '科员' })
    const weather = await personActor(stage, 'officer', asked.person)
    const { path } = await opened(weather)
    const { papers } = (await firm.get(`/projects/${project}/applications/emergency-record`)).body as {
      papers: { ref: string }[]
    }
    const given = papers.map(({ ref }) => ({ ref }))
    let one = (await firm.post('/cases', { project, matter: 'emergency-record', papers: given })).body as {
      id: string
      version: number
    }
    const step = async (by: Actor, verb: string, more: object) => {
      const answer = await by.post(`/cases/${one.id}/${verb}`, { version: one.version, ...more })
      expect(answer).toMatchObject({ status: 200 })
      one = answer.body as typeof one
    }
    await step(officer, 'accept', {})
    await step(officer, 'ask-opinions', { reason: '请提出意见', departments: [{ id: asked.department, days: 5 }] })
    await drained()
    later(3)
    await drained()
    const mine = (await read(path)).filter(({ summary }) => summary.includes('征求意见'))
    expect(mine).toMatchObject([{ status: 'CONFIRMED' }])
    await step(weather, 'give-opinion', { opinion: 'agree', reason: '同意' })
    await drained()
    later(3)
    await drained()
    const [after] = (await read(path)).filter(({ uid }) => uid === mine[0]?.uid)
    expect(after).toMatchObject({ status: 'CANCELLED' })
  }, 90_000)
})
