import { beforeAll, describe, expect, it } from 'vitest'
import { startTestApp } from '../../../../test/support/server.ts'
import { type Actor, actor, type Stage } from '../../../../test/support/zone-people.ts'

const now = new Date('2026-03-02T02:00:00Z')
const app = startTestApp({ now: () => now })
const stage: Stage = { app, now: () => now, zone: 'linyi' }
let officer: Actor
let agent: Actor

beforeAll(async () => {
  officer = await actor(stage, 'officer')
  agent = await actor(stage, 'agent')
})

const line = (name: string, more: object = {}) => ({
  ...{ name, kind: 'industrial', stage: 'signed', signedOn: '2024-05-06', investmentYuan: '12340000.00' },
  evidence: [{ kind: 'agreement', title: '投资协议', happenedOn: '2024-05-06' }],
  ...more,
})
const codeOf = ({ status, body }: { status: number; body: unknown }) => [status, (body as { code?: string }).code]

describe('bringing in what was there before', () => {
  it('enters hundreds by one act, each to be found, with its evidence and its history', async () => {
    const projects = Array.from({ length: 300 }, (_, i) => line(`存量果汁项目 ${i}`, { localCode: `A-${i}` }))
    const answer = await officer.post('/projects/bring-in', { projects })
    expect(answer).toMatchObject({ status: 200 })
    const made = (answer.body as { projects: { id: string; name: string }[] }).projects
    expect(made).toHaveLength(300)
    const [, second] = made
    const found = (await agent.get('/projects?q=A-299')).body as { rows: { name: string; stage: string }[] }
    expect(found.rows).toMatchObject([{ name: '存量果汁项目 299', stage: 'signed', investmentYuan: '12340000.00' }])
    const dossier = await agent.get(`/projects/${second?.id}/dossier`)
    expect(dossier.body).toMatchObject({
      ...{ stage: 'signed', condition: 'active', basis: null },
      evidence: [{ kind: 'agreement', happenedOn: '2024-05-06' }],
    })
    const history = (await agent.get(`/projects/${second?.id}/history`)).body as { rows: { action: string }[] }
    expect(history.rows).toMatchObject([{ action: 'bringIn' }])
    const running = await officer.get('/projects/running')
    expect(running.body).toEqual({ ids: [], more: false, unplanned: 300 })
  })

  it('takes all or none, and only from who may', async () => {
    const unproved = line('没有凭证的项目', { evidence: [] })
    const both = await officer.post('/projects/bring-in', { projects: [line('另一个项目'), unproved] })
    expect(codeOf(both)).toEqual([422, 'projects.bring_in_unproved'])
    expect(((await agent.get('/projects?q=另一个项目')).body as { rows: unknown[] }).rows).toEqual([])
    expect(codeOf(await agent.post('/projects/bring-in', { projects: [line('代办员的项目')] }))[0]).toBe(403)
    expect((await officer.post('/projects/bring-in', { projects: [line('一次的项目')] })).status).toBe(200)
    const again = await officer.post('/projects/bring-in', { projects: [line('一次的项目')] })
    expect(codeOf(again)).toEqual([422, 'projects.bring_in_known'])
  })
})
