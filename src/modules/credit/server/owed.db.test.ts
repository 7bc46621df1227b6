import { pino } from 'pino'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestApp } from '../../../../test/support/server.ts'
import { type Actor, actor, newEnterprise, newProject, type Stage } from '../../../../test/support/zone-people.ts'
import { loadModules } from '../../../platform/modules.ts'
import { drain } from '../../../platform/worker/drain.ts'
import { CaseDetail } from '../../cases/contract/case.ts'
import { Credit } from '../contract.ts'

let now = new Date('2026-05-06T02:00:00Z')
const app = startTestApp({ now: () => now })
const stage: Stage = { app, now: () => now, zone: 'linyi' }
const on = (day: string) => {
  now = new Date(`${day}T02:00:00Z`)
}
const work = async () =>
  drain({ db: app().db, modules: await loadModules(), log: pino({ level: 'silent' }), now: () => now })

let officer: Actor

beforeAll(async () => {
  officer = await actor(stage, 'officer')
})

interface Firm {
  readonly enterprise: string
  readonly by: Actor
}

async function newFirm(name: string): Promise<Firm> {
  const enterprise = await newEnterprise(officer, name)
  return { enterprise, by: await actor(stage, 'enterprise', enterprise) }
}

function read({ status, body }: { status: number; body: unknown }): CaseDetail {
  expect({ status, body }).toMatchObject({ status: 200 })
  return CaseDetail.parse(body)
}

async function file({ enterprise, by }: Firm): Promise<CaseDetail> {
  const project = await newProject(officer, '食品厂', enterprise)
  const refs = ['business-licence', 'food-layout', 'food-equipment', 'food-rules', 'trial-run', 'trial-test']
  return read(await by.post('/cases', { project, matter: 'food-licence', papers: refs.map((ref) => ({ ref })) }))
}

const accept = ({ id, version }: CaseDetail) => officer.post(`/cases/${id}/accept`, { version, owed: ['health-certs'] })

async function supply({ by }: Firm, { id }: CaseDetail, more: object = {}): Promise<CaseDetail> {
  const { version } = read(await by.get(`/cases/${id}`))
  return read(await by.post(`/cases/${id}/supply`, { version, papers: [{ ref: 'health-certs' }], ...more }))
}

async function entries({ by }: Firm): Promise<{ cause: string; counts: boolean }[]> {
  const answer = await by.get('/credit')
  expect(answer).toMatchObject({ status: 200 })
  return Credit.parse(answer.body).entries.map(({ cause, counts }) => ({ cause, counts }))
}

describe('an owed paper in the credit of the enterprise', () => {
  it('counts for it when it comes in time, and against it when it lapses, once', async () => {
    on('2026-05-06')
    const [prompt, slow] = [await newFirm('甲公司'), await newFirm('乙公司')]
    const [one, two] = [read(await accept(await file(prompt))), read(await accept(await file(slow)))]
    on('2026-05-11')
    await supply(prompt, one)
    await work()
    expect(await entries(prompt)).toEqual([{ cause: 'owed_met', counts: true }])
    for (const day of ['2026-05-20', '2026-05-21']) {
      on(day)
      await work()
    }
    expect(await entries(slow)).toEqual([{ cause: 'owed_lapsed', counts: true }])
    on('2026-05-25')
    await supply(slow, two)
    await work()
    expect(await entries(slow)).toEqual([{ cause: 'owed_lapsed', counts: true }])
  })

  it('a lapse counts no more when it becomes known that the paper had come in time', async () => {
    on('2026-06-01')
    const firm = await newFirm('丙公司')
    const one = read(await accept(await file(firm)))
    for (const day of ['2026-06-15', '2026-06-16']) {
      on(day)
      await work()
    }
    expect(await entries(firm)).toEqual([{ cause: 'owed_lapsed', counts: true }])
    await supply(firm, one, { happenedOn: '2026-06-03' })
    await work()
    const told = await entries(firm)
    expect(told.find(({ cause }) => cause === 'owed_lapsed')?.counts ?? false).toBe(false)
    expect(told.find(({ cause }) => cause === 'owed_met')).toMatchObject({ counts: true })
  })

  it('a grade that allows no tolerance refuses it with the grade and its source; without owed papers it is accepted', async () => {
    on('2026-07-01')
    const firm = await newFirm('丁公司')
    for (const n of [1, 2, 3, 4]) {
      const document = `临市监罚〔2026〕${n}号`
      const entry = { enterprise: firm.enterprise, cause: 'penalty', happenedOn: '2026-06-20', document }
      expect(await officer.post('/credit/entries', entry)).toMatchObject({ status: 200 })
    }
    const one = await file(firm)
    const { status, body } = await accept(one)
    expect(status).toBe(422)
    expect(body).toMatchObject({
      code: 'cases.no_tolerance_by_credit',
      text: { zh: expect.stringMatching(/信用等级为 [CD]，修复前不能容缺受理/) },
    })
    const correction = { version: one.version, reason: '请补齐', papers: [{ ref: 'health-certs', note: '缺' }] }
    read(await officer.post(`/cases/${one.id}/correct`, correction))
  })
})
