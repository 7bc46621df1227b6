import { pino } from 'pino'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type SignedInAs, signedInAs, testContext, zoneRef } from '../../../test/support/accounts.ts'
import { startTestApp } from '../../../test/support/server.ts'
import { inZone } from '../database.ts'
import { openBridge } from '../live/bridge.ts'
import { Signals } from '../live/signals.ts'
import { defineModule, type ZoneRef } from '../module.ts'
import { loadModules } from '../modules.ts'
import { schedule } from '../timers/schedule.ts'
import { drain } from '../worker/drain.ts'
import { type NewMessage, send } from './send.ts'

const log = pino({ level: 'silent' })
const subject = { subjectKind: 'trial.thing', subjectId: '01900000-0000-7000-8000-000000000001' }
const text = { zh: '请补正材料', en: 'Please complete the papers' }
const app = startTestApp()
let zone: ZoneRef
let officer: SignedInAs
let admin: SignedInAs
let works = true

const trial = defineModule({
  name: 'trial',
  handlers: [],
  timers: {
    'trial.fail': async () => {
      if (!works) throw new Error('not today')
    },
  },
})

async function drained(now = new Date()): Promise<void> {
  const modules = [...(await loadModules()).filter((module) => module.zones), trial]
  await drain({ db: app().db, modules, log, now: () => now })
}

function sent(message: Partial<NewMessage> & Pick<NewMessage, 'key' | 'to'>): Promise<boolean> {
  const whole = { channel: 'app', ...subject, text, link: '/cases', ...message } as const
  return inZone(app().db, zone.id, (db) => send(db, testContext(new Date(), zone), whole))
}

const at = (path: string) => `/api/zones/linyi/${path}`

beforeAll(async () => {
  zone = await zoneRef(app().db, 'linyi')
  officer = await signedInAs(app().db, { zone: 'linyi', roles: ['officer'] })
  admin = await signedInAs(app().db, { zone: 'linyi', roles: ['admin'] })
})

beforeEach(() => {
  works = true
})

describe('a message in the program', () => {
  test('reaches every account of a role once, is counted, listed and marked as read by its own account only', async () => {
    const second = await signedInAs(app().db, { zone: 'linyi', roles: ['officer'] })
    expect(await sent({ key: 'papers', to: [{ role: 'officer' }, { accountId: officer.accountId }] })).toBe(true)
    expect(await sent({ key: 'papers', to: [{ role: 'officer' }] })).toBe(false)
    await drained()
    await drained()
    for (const { headers } of [officer, second]) {
      expect((await app().get(at('notifications/count'), headers)).body).toEqual({ unread: 1 })
    }
    const { body } = await app().get(at('notifications?unread=true'), officer.headers)
    expect(body).toMatchObject({ notifications: [{ text, link: '/cases', readAt: null, ...subject }], next: null })
    const [{ id }] = (body as { notifications: [{ id: string }] }).notifications
    const foreign = await app().post(at('notifications/read'), { ids: [id] }, second.headers)
    expect(foreign.body).toEqual({ marked: 0 })
    expect((await app().post(at('notifications/read'), {}, officer.headers)).body).toEqual({ marked: 1 })
    expect((await app().get(at('notifications/count'), officer.headers)).body).toEqual({ unread: 0 })
    expect((await app().get(at('notifications/count'), second.headers)).body).toEqual({ unread: 1 })
  })

  test('is refused to visitors and to other zones', async () => {
    expect((await app().get(at('notifications'))).status).toBe(401)
    expect((await app().get('/api/zones/jiexiu/notifications', officer.headers)).status).toBe(404)
  })
})

describe('dead jobs', () => {
  test('are listed for the administrator, tried again or given up, and the journal says by whom', async () => {
    works = false
    const start = new Date()
    const moment = (seconds: number) => new Date(start.getTime() + seconds * 1_000)
    for (const key of ['one', 'two']) {
      const timer = { kind: 'trial.fail', key, ...subject, dueAt: start }
      await inZone(app().db, zone.id, (db) => schedule(db, testContext(start, zone), timer))
    }
    for (const seconds of [0, 2, 20, 90, 400]) await drained(moment(seconds))
    expect((await app().get(at('jobs'), officer.headers)).status).toBe(403)
    const { body } = await app().get(at('jobs'), admin.headers)
    const { jobs } = body as { jobs: { id: string; key: string; queue: string }[] }
    expect(body).toMatchObject({ counts: { dead: 2 } })
    expect(jobs.map((job) => job.key).sort()).toEqual(['one', 'two'])
    const [first, second] = jobs.map(({ id, queue }) => at(`jobs/${queue}/${id}`))
    works = true
    expect((await app().post(`${first}/retry`, {}, admin.headers)).status).toBe(200)
    expect((await app().post(`${first}/retry`, {}, admin.headers)).status).toBe(404)
    expect((await app().post(`${second}/discard`, { note: '重复' }, admin.headers)).status).toBe(200)
    await drained(moment(500))
    expect((await app().get(at('jobs'), admin.headers)).body).toMatchObject({ jobs: [], counts: { dead: 0 } })
    const events = await inZone(app().db, zone.id, (db) =>
      db
        .selectFrom('journal.events')
        .select(['action', 'note', 'actor_id'])
        .where('zone_id', '=', zone.id)
        .where('subject_kind', '=', 'jobs.timers')
        .orderBy('id')
        .execute(),
    )
    const by = { actor_id: admin.accountId }
    expect(events).toEqual([
      { action: 'retry', note: null, ...by },
      { action: 'discard', note: '重复', ...by },
    ])
  })
})

test('what one process commits, another on the same database hears, and nobody hears himself twice', async () => {
  const nodes = [new Signals(), new Signals()]
  const heard: string[][] = [[], []]
  for (const [i, signals] of nodes.entries())
    signals.on((signal, origin) => heard[i]?.push(`${'zoneId' in signal ? signal.zoneId : signal.what} ${origin}`))
  const bridges = nodes.map((signals) => openBridge({ url: app().appUrl, signals, log }))
  await expect
    .poll(
      () => {
        nodes[0]?.raise({ what: 'jobs', zoneId: 'ready' })
        return heard[1]?.length
      },
      { timeout: 5_000 },
    )
    .toBeGreaterThan(1)
  for (const list of heard) list.length = 0
  for (let i = 0; i < 500; i++) {
    nodes[0]?.raise({ what: 'live', zoneId: `zone${i}`, topic: 'cases.changed', id: subject.subjectId, audience: {} })
  }
  await expect.poll(() => heard[1]?.filter((line) => line.startsWith('zone')).length, { timeout: 5_000 }).toBe(500)
  expect(heard[0]?.filter((line) => line.includes('elsewhere'))).toEqual([])
  await Promise.all(bridges.map((bridge) => bridge.close()))
})
