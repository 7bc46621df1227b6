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
import { Bottleneck } from '../contract.ts'

let now = new Date('2026-03-02T02:00:00Z')
const app = startTestApp({ now: () => now })
const stage: Stage = { app, now: () => now, zone: 'linyi' }
let agent: Actor
let leader: Actor
let firm: Actor
let owner: Actor
let project: string
let people: readonly string[]

beforeAll(async () => {
  const officer = await actor(stage, 'officer')
  agent = await actor(stage, 'agent')
  leader = await actor(stage, 'leader')
  people = (await newDepartment(await actor(stage, 'admin'), '自然资源局', ['周某', '郑某'])).people
  owner = await personActor(stage, 'officer', people[0] ?? '')
  const enterprise = await newEnterprise(officer, '甲公司')
  firm = await actor(stage, 'enterprise', enterprise)
  project = await newProject(officer, '食品厂', enterprise)
})

const read = ({ status, body }: { status: number; body: unknown }) => {
  expect({ status, body }).toMatchObject({ status: 200 })
  return Bottleneck.parse(body)
}
const codeOf = ({ status, body }: { status: number; body: unknown }) => [status, (body as { code?: string }).code]
const raise = (by: Actor, title: string) => by.post('/bottlenecks', { project, title, topic: 'land', owner: people[0] })
const listed = async (query: string, by = leader) =>
  ((await by.get(`/bottlenecks${query}`)).body as { bottlenecks: Bottleneck[] }).bottlenecks
const work = async () =>
  drain({ db: app().db, modules: await loadModules(), log: pino({ level: 'silent' }), now: () => now })

describe('a bottleneck', () => {
  it('has an owner and days, goes one level up by itself when it is late, and is solved with its outcome', async () => {
    const made = read(await raise(agent, '用地指标未落实'))
    expect(made).toMatchObject({ state: 'open', level: 1, dueOn: '2026-03-09', late: 0, owner: { name: '周某' } })
    expect((await listed('?mine=true&open=true', owner)).map(({ title }) => title)).toEqual(['用地指标未落实'])
    now = new Date('2026-03-10T01:00:00Z')
    await work()
    const [up] = await listed(`?project=${project}`)
    expect(up).toMatchObject({ level: 2, dueOn: '2026-03-17', late: 0 })
    expect(up?.acts.at(-1)).toMatchObject({ verb: 'escalate', level: 2, days: 5 })
    await work()
    expect((await listed(`?project=${project}`))[0]).toMatchObject({ level: 2 })
    const told = await owner.get('/notifications')
    expect(JSON.stringify(told.body)).toContain('用地指标未落实')
    const solved = read(
      await owner.post(`/bottlenecks/${made.id}/solve`, { version: up?.version, words: '省厅已下达指标' }),
    )
    expect(solved).toMatchObject({ state: 'solved', outcome: '省厅已下达指标', dueOn: null })
    now = new Date('2026-03-25T01:00:00Z')
    await work()
    expect((await listed(`?project=${project}`))[0]).toMatchObject({ state: 'solved', level: 2 })
    expect(
      codeOf(await owner.post(`/bottlenecks/${made.id}/escalate`, { version: solved.version, words: '再' })),
    ).toEqual([422, 'bottlenecks.not_open'])
  })

  it('changes hands, is given more days by a leader alone, and of two at once one wins', async () => {
    const made = read(await raise(leader, '变压器未到货'))
    const given = read(
      await owner.post(`/bottlenecks/${made.id}/assign`, { version: 1, words: '归供电组', owner: people[1] }),
    )
    expect(given.owner.name).toBe('郑某')
    const more = { version: 2, days: 4, words: '到货延期' }
    expect(codeOf(await owner.post(`/bottlenecks/${made.id}/extend`, more))[0]).toBe(403)
    const both = await Promise.all([
      leader.post(`/bottlenecks/${made.id}/extend`, more),
      leader.post(`/bottlenecks/${made.id}/extend`, more),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
    const gone = { version: 3, words: '给谁', owner: '019aaaaa-0000-7000-8000-000000000001' }
    expect(codeOf(await owner.post(`/bottlenecks/${made.id}/assign`, gone))).toEqual([422, 'bottlenecks.no_owner'])
    const dropped = read(await leader.post(`/bottlenecks/${made.id}/drop`, { version: 3, words: '项目改址' }))
    expect(dropped).toMatchObject({ state: 'dropped', may: ['reopen'] })
    expect(read(await owner.post(`/bottlenecks/${made.id}/reopen`, { version: 4, words: '又遇到' })).state).toBe('open')
  })

  it('is not for enterprises, nor of a project that is not there', async () => {
    expect((await firm.get('/bottlenecks')).status).toBe(403)
    const nowhere = { project: '019aaaaa-0000-7000-8000-000000000001', title: '堵', topic: 'land', owner: people[0] }
    expect((await agent.post('/bottlenecks', nowhere)).status).toBe(404)
  })
})

describe('when days off are corrected', () => {
  /** What a notice had wrong before the right one came. */
  const wrongly = (column: 'days_off' | 'days_worked', days: string) =>
    withClient(app().ownerUrl, (client) =>
      client.query(`update zones.calendar_years set ${column} = ${column} || $1::date[] where year = 2026`, [days]),
    )
  /** The program starts with the right one. */
  const correct = async () => {
    const zones = (await loadModules()).find(({ name }) => name === 'zones')
    await zones?.prepare?.(app().db, { now, log: pino({ level: 'silent' }) })
  }
  const levelOf = async (title: string) =>
    (await listed(`?project=${project}`)).find((one) => one.title === title)?.level

  it('what is late by the right days goes up at once, not on the day that was reckoned before', async () => {
    await wrongly('days_off', '{2026-05-12,2026-05-13}')
    now = new Date('2026-05-11T02:00:00Z')
    expect(read(await raise(agent, '通电未落实')).dueOn).toBe('2026-05-20')
    now = new Date('2026-05-19T01:00:00Z')
    await work()
    expect(await levelOf('通电未落实')).toBe(1)
    await correct()
    await work()
    expect(await levelOf('通电未落实')).toBe(2)
    await correct()
    expect(await work()).toBe(0)
  })

  it('what has more days than was reckoned waits for them', async () => {
    await wrongly('days_worked', '{2026-06-06}')
    now = new Date('2026-06-01T02:00:00Z')
    expect(read(await raise(agent, '通水未落实')).dueOn).toBe('2026-06-06')
    await correct()
    now = new Date('2026-06-07T01:00:00Z')
    await work()
    expect(await levelOf('通水未落实')).toBe(1)
    now = new Date('2026-06-09T01:00:00Z')
    await work()
    expect(await levelOf('通水未落实')).toBe(2)
  })
})

describe('a project that was archived', () => {
  it('takes its bottlenecks along: no step is taken on them', async () => {
    const officer = await actor(stage, 'officer')
    const gone = await newProject(officer, '停建项目', await newEnterprise(officer, '乙公司'))
    const raised = { project: gone, title: '用地未落实', topic: 'land', owner: people[0] }
    const { id, version } = read(await agent.post('/bottlenecks', raised))
    expect((await officer.post(`/projects/${gone}/archive`, { version: 1 })).status).toBe(200)
    expect((await leader.post(`/bottlenecks/${id}/escalate`, { version, words: '请协调' })).status).toBe(404)
    expect(await listed(`?project=${gone}`)).toEqual([])
  })
})
