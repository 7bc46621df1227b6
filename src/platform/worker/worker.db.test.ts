import { sql } from 'kysely'
import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { testContext, zoneRef } from '../../../test/support/accounts.ts'
import { startTestApp } from '../../../test/support/server.ts'
import { inZone } from '../database.ts'
import { publish } from '../events/publish.ts'
import { type Database, defineModule, type RequestContext, type ZoneRef } from '../module.ts'
import { loadModules } from '../modules.ts'
import { cancel, schedule } from '../timers/schedule.ts'
import { drain } from './drain.ts'
import { startWorker } from './worker.ts'

const log = pino({ level: 'silent' })
const start = new Date('2026-03-02T01:00:00Z')
const subject = { subjectKind: 'trial.thing', subjectId: '01900000-0000-7000-8000-000000000001' }
const other = '01900000-0000-7000-8000-000000000002'
const app = startTestApp()

let heard: string[] = []
let failing = new Set<string>()
let zone: ZoneRef
let moment = start

/** Does what the tests ask: hears, fails, follows up. Its effects on the database are seen by what it schedules. */
const trial = defineModule({
  name: 'trial',
  handlers: [],
  listeners: {
    'trial.happened': async (db, event, context) => {
      heard.push(`trial ${event.payload}`)
      await schedule(db, context, { kind: 'trial.effect', key: `${event.payload}`, ...subject, dueAt: later(99_999) })
      if (failing.has(`${event.payload}`)) throw new Error('not today')
    },
  },
  timers: {
    'trial.ring': async (_db, timer, context) => {
      heard.push(`${timer.key} due ${timer.dueAt.toISOString()} at ${context.now.toISOString()}`)
      if (failing.has(timer.key)) throw new Error('not today')
    },
    'trial.effect': async () => undefined,
  },
})
const second = defineModule({
  name: 'second',
  handlers: [],
  listeners: { 'trial.happened': async (_db, event) => void heard.push(`second ${event.payload}`) },
})

function later(seconds: number): Date {
  return new Date(start.getTime() + seconds * 1_000)
}

function acting(): RequestContext {
  return testContext(moment, zone)
}

function within<T>(work: (db: Database) => Promise<T>): Promise<T> {
  return inZone(app().db, zone.id, work)
}

async function drained(): Promise<void> {
  const modules = [...(await loadModules()).filter((module) => module.zones), trial, second]
  await drain({ db: app().db, modules, log, now: () => moment })
}

async function happen(payload: string, subjectId = subject.subjectId): Promise<void> {
  await within((db) => publish(db, acting(), { topic: 'trial.happened', ...subject, subjectId, payload }))
}

function rows(table: 'jobs.timers' | 'jobs.outbox', kind: string) {
  return within((db) =>
    db
      .selectFrom(table)
      .select(['key', 'attempts', 'error', 'done_at', 'dead_at'])
      .where('zone_id', '=', zone.id)
      .where('kind', '=', kind)
      .orderBy('id')
      .execute(),
  )
}

beforeEach(async () => {
  heard = []
  failing = new Set()
  moment = start
  zone = await zoneRef(app().db, 'linyi')
})

afterEach(async () => {
  await within((db) => db.deleteFrom('jobs.outbox').where('zone_id', '=', zone.id).execute())
  await within((db) => db.updateTable('jobs.timers').set({ done_at: start }).where('zone_id', '=', zone.id).execute())
})

describe('an event', () => {
  test('is heard once by every listening module, in the order of its subject', async () => {
    for (const payload of ['a1', 'a2', 'a3']) await happen(payload)
    await drained()
    await drained()
    expect(heard.filter((line) => line.startsWith('trial'))).toEqual(['trial a1', 'trial a2', 'trial a3'])
    expect(heard.filter((line) => line.startsWith('second'))).toEqual(['second a1', 'second a2', 'second a3'])
  })

  test('of a transaction that fails is never heard', async () => {
    const failed = within(async (db) => {
      await publish(db, acting(), { topic: 'trial.happened', ...subject, payload: 'never' })
      throw new Error('changed my mind')
    })
    await expect(failed).rejects.toThrow('changed my mind')
    await drained()
    expect(heard).toEqual([])
  })

  test('holds back later ones of its subject for a listener that fails, and for nobody else; its effects come once', async () => {
    failing.add('f1')
    await happen('f1')
    await happen('f2')
    await happen('g1', other)
    await drained()
    expect(heard).toEqual(expect.arrayContaining(['trial f1', 'second f1', 'second f2', 'trial g1']))
    expect(heard).not.toContain('trial f2')
    expect((await rows('jobs.timers', 'trial.effect')).map((row) => row.key)).not.toContain('f1')
    failing.clear()
    moment = later(2)
    await drained()
    expect(heard.filter((line) => line.startsWith('trial f'))).toEqual(['trial f1', 'trial f1', 'trial f2'])
    const effects = (await rows('jobs.timers', 'trial.effect')).map((row) => row.key)
    expect(effects.filter((key) => key === 'f1')).toHaveLength(1)
  })

  test('that a listener refuses five times is dead, and those behind it go on', async () => {
    failing.add('p1')
    await happen('p1')
    await happen('p2')
    for (const seconds of [0, 2, 20, 90, 400, 800]) {
      moment = later(seconds)
      await drained()
    }
    expect(heard.filter((line) => line === 'trial p1')).toHaveLength(5)
    expect(heard).toContain('trial p2')
    const dead = (await rows('jobs.outbox', 'listener.trial')).filter((row) => row.dead_at !== null)
    expect(dead).toMatchObject([{ attempts: 5, error: 'Error: not today', done_at: null }])
  })
})

describe('a timer', () => {
  const ring = (key: string, dueAt: Date) =>
    within((db) => schedule(db, acting(), { kind: 'trial.ring', key, ...subject, dueAt }))

  test('rings once at its moment, and an outage of a week later once', async () => {
    await ring('once', later(60))
    await drained()
    expect(heard).toEqual([])
    moment = later(7 * 86_400)
    await drained()
    await drained()
    expect(heard).toEqual([`once due ${later(60).toISOString()} at ${moment.toISOString()}`])
    expect(await ring('once', later(99))).toBe(false)
    await drained()
    expect(heard).toHaveLength(1)
  })

  test('that is set again is moved, that is cancelled is silent, that is set after that rings', async () => {
    expect(await ring('moved', later(10))).toBe(true)
    expect(await ring('moved', later(50))).toBe(true)
    moment = later(20)
    await drained()
    expect(heard).toEqual([])
    expect(await within((db) => cancel(db, acting(), { kind: 'trial.ring', key: 'moved' }))).toBe(true)
    expect(await within((db) => cancel(db, acting(), { kind: 'trial.ring', key: 'moved' }))).toBe(false)
    moment = later(60)
    await drained()
    expect(heard).toEqual([])
    await ring('moved', later(55))
    await drained()
    expect(heard).toHaveLength(1)
  })

  test('whose attempts never come back is dead after five', async () => {
    await ring('crash', start)
    const crash = () => sql`update jobs.timers set attempts = attempts + 1 where zone_id = ${zone.id} and key = 'crash'`
    for (let attempt = 0; attempt < 5; attempt++) await within((db) => crash().execute(db))
    await drained()
    expect(heard).toEqual([])
    const [row] = (await rows('jobs.timers', 'trial.ring')).filter(({ key }) => key === 'crash')
    expect(row).toMatchObject({ attempts: 5, error: 'worker.never_came_back', dead_at: start })
  })
})

test('a running worker hears of committed work at once, and stops when the job in hand is done', async () => {
  const modules = [...(await loadModules()).filter((module) => module.zones), trial, second]
  const workers = [1, 2].map(() => startWorker({ db: app().db, modules, log, now: () => new Date() }))
  moment = new Date()
  await happen('now')
  const since = Date.now()
  await expect.poll(() => heard.length, { timeout: 5_000, interval: 10 }).toBe(2)
  expect(Date.now() - since).toBeLessThan(1_500)
  await Promise.all(workers.map((worker) => worker.stop()))
  await happen('after')
  expect(heard).toHaveLength(2)
})
