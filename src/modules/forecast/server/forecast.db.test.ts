import { setTimeout as sleep } from 'node:timers/promises'
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
  type Stage,
} from '../../../../test/support/zone-people.ts'
import { loadModules } from '../../../platform/modules.ts'
import { drain } from '../../../platform/worker/drain.ts'
import { Forecast, ZoneForecast } from '../contract.ts'

let now = new Date('2026-03-03T02:00:00Z')
const app = startTestApp({ now: () => now })
const here: Stage = { app, now: () => now, zone: 'linyi' }
const bare: Stage = { app, now: () => now, zone: 'jiexiu' }
const log = pino({ level: 'silent' })

let leader: Actor
let officer: Actor
let project: string

beforeAll(async () => {
  leader = await actor(here, 'leader')
  officer = await actor(here, 'officer')
  const enterprise = await newEnterprise(officer, '甲食品公司')
  project = await newProject(officer, '食品厂', enterprise)
  await newProject(officer, '食品厂二期', enterprise)
})

async function work(): Promise<void> {
  const modules = await loadModules()
  await drain({ db: app().db, modules, log, now: () => now })
}

async function readZone(by = leader): Promise<ZoneForecast> {
  const { status, body } = await by.get('/forecast')
  expect(status).toBe(200)
  return ZoneForecast.parse(body)
}

async function start(input: object): Promise<Forecast> {
  now = new Date(now.getTime() + 1000)
  const { status, body } = await leader.post('/forecasts', input)
  expect({ status, body }).toMatchObject({ status: 200 })
  return Forecast.parse(body)
}

/** The thread tells when it tells. */
async function until(state: Forecast['state']): Promise<ZoneForecast> {
  for (let i = 0; i < 400; i++) {
    const zone = await readZone()
    if ((zone.current ?? zone.answer?.forecast)?.state === state) return zone
    await sleep(50)
  }
  throw new Error(`never ${state}`)
}

/** As a process leaves it that was killed in the middle of its so-manieth attempt. */
const killed = (id: string, attempt: number) =>
  withClient(app().ownerUrl, (c) =>
    c.query(`update forecast.forecasts set state = 'running', beat_at = $2, attempts = $3 where id = $1`, [
      ...[id, new Date(0), attempt],
    ]),
  )

describe('a forecast of the zone', () => {
  it('is nothing before anybody asked for one', async () => {
    expect(await readZone()).toEqual({ current: null, answer: null })
    expect((await officer.get(`/projects/${project}/forecast`)).body).toEqual({ answer: null })
  })

  it('answers, the same for the same seed and data', async () => {
    const answers: ZoneForecast['answer'][] = []
    for (const seed of [7, 7, 8]) {
      const { state } = await start({ runs: 60, seed })
      expect(state).toBe('queued')
      await work()
      answers.push((await until('done')).answer)
    }
    const [one, again, other] = answers
    expect(one?.projects.map(({ project: { name } }) => name).sort()).toEqual(['食品厂', '食品厂二期'])
    expect(again?.projects).toEqual(one?.projects)
    expect(again?.desks).toEqual(one?.desks)
    expect(other?.projects).not.toEqual(one?.projects)
    const permit = one?.projects[0]?.permit
    expect(permit?.state).toBe('coming')
    expect([permit?.by50, permit?.by80, permit?.by95].toSorted()).toEqual([permit?.by50, permit?.by80, permit?.by95])
    // Nothing has been decided here yet: everything rests on the catalogue's limits, and says so.
    expect(one?.rests.matters.every(({ cases, known }) => cases === 0 && known === 0)).toBe(true)
    expect(one?.rests.owed.from).toBe('assumed')
  })

  it('tells of one project the chance of the day that is asked for', async () => {
    const early = await officer.get(`/projects/${project}/forecast?permitBy=2026-03-04`)
    const late = await officer.get(`/projects/${project}/forecast?permitBy=2036-03-04&productionBy=2036-03-04`)
    expect(early.body).toMatchObject({ answer: { permit: { chance: 0, promised: { from: 'asked' } } } })
    expect(late.body).toMatchObject({ answer: { permit: { chance: 1 }, production: { promised: { from: 'asked' } } } })
    expect((await officer.get(`/projects/${project}/forecast?permitBy=soon`)).status).toBe(400)
  })

  it('is made one at a time: the second of two is told who was first', async () => {
    now = new Date(now.getTime() + 1000)
    const asked = await Promise.all([leader.post('/forecasts', { runs: 5 }), leader.post('/forecasts', { runs: 5 })])
    expect(asked.map(({ status }) => status).sort()).toEqual([200, 422])
    const refused = asked.find(({ status }) => status === 422)
    expect(refused?.body).toMatchObject({ code: 'forecast.already_running', details: { who: leader.name } })
    await work()
    await until('done')
  })

  it('counts a double click once', async () => {
    now = new Date(now.getTime() + 1000)
    const key = { 'idempotency-key': 'one-click-of-a-leader' }
    const first = await leader.post('/forecasts', { runs: 5 }, key)
    const second = await leader.post('/forecasts', { runs: 5 }, key)
    expect([first.status, second.status]).toEqual([200, 200])
    expect(second.body).toEqual(first.body)
    await work()
    await until('done')
  })

  it('can be stopped before and while it runs, and only once', async () => {
    const queued = await start({ runs: 5 })
    expect((await leader.post(`/forecasts/${queued.id}/cancel`, {})).body).toMatchObject({ state: 'cancelled' })
    const again = await leader.post(`/forecasts/${queued.id}/cancel`, {})
    expect(again).toMatchObject({ status: 422, body: { code: 'forecast.not_running' } })
    const running = await start({ runs: 5000 })
    await work()
    expect((await leader.post(`/forecasts/${running.id}/cancel`, {})).status).toBe(200)
    const { current, answer } = await until('cancelled')
    expect(current?.id).toBe(running.id)
    expect(answer?.forecast.id).not.toBe(running.id)
  })

  it('begins again when its process was killed in the middle, and is given up after three times', async () => {
    const once = await start({ runs: 20 })
    await killed(once.id, 1)
    await work()
    expect((await until('done')).answer?.forecast.id).toBe(once.id)
    const often = await start({ runs: 20 })
    await killed(often.id, 3)
    await work()
    const { current, answer } = await until('failed')
    expect(current).toMatchObject({ id: often.id, reason: { en: expect.stringContaining('interrupted three times') } })
    expect(answer?.forecast.id).toBe(once.id)
  })

  it('refuses no runs, too many, and a zone with nothing to forecast', async () => {
    expect((await leader.post('/forecasts', { runs: 0 })).status).toBe(400)
    expect((await leader.post('/forecasts', { runs: 5001 })).status).toBe(400)
    expect((await leader.post('/forecasts', { runs: 1, seed: 1.5 })).status).toBe(400)
    const other = await actor(bare, 'leader')
    const empty = await other.post('/forecasts', {})
    expect(empty).toMatchObject({ status: 422, body: { code: 'forecast.nothing_to_forecast' } })
  })

  it('is for leaders to start, and stays in its zone', async () => {
    const enterprise = await actor(here, 'enterprise')
    expect((await officer.post('/forecasts', { runs: 5 })).status).toBe(403)
    expect((await enterprise.get('/forecast')).status).toBe(403)
    expect((await readZone(officer)).answer).not.toBeNull()
    const other = await actor(bare, 'leader')
    const own = (await readZone()).answer?.forecast.id
    expect((await other.post(`/forecasts/${own}/cancel`, {})).status).toBe(404)
    expect((await other.get(`/projects/${project}/forecast`)).status).toBe(404)
    expect((await other.get('/forecast')).body).toEqual({ current: null, answer: null })
  })

  it('reckons with what the zone has entered of a desk and with absences, and answers as figures that open', async () => {
    const admin = await actor(here, 'admin')
    const desk = await newDepartment(admin, '审批窗口', ['王科长', '李经办'], '住房城乡建设主管部门')
    const setting = { departmentId: desk.id, casesAtOnce: 9, validFrom: '2026-01-01', source: '排班表' }
    expect((await officer.post('/desk-settings', setting)).status).toBe(403)
    expect((await admin.post('/desk-settings', { ...setting, casesAtOnce: 0 })).status).toBe(400)
    expect((await admin.post('/desk-settings', setting)).status).toBe(200)
    const away = { personId: desk.people[1], fromOn: '2026-03-02', toOn: '2026-03-13', reason: 'leave' }
    expect((await admin.post('/absences', away)).status).toBe(200)
    await start({ runs: 20 })
    await work()
    const { answer } = await until('done')
    expect(answer?.desks.find(({ departmentId }) => departmentId === desk.id)).toMatchObject({
      ...{ officers: 2, from: 'set', each: 9, absent: 9, cases: 17 },
    })
    const { body } = await leader.get('/figures/forecast.permit.days')
    const { rows } = body as { rows: { id: string; value: string }[] }
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.every(({ value }) => Number(value) > 0)).toBe(true)
  })
})
