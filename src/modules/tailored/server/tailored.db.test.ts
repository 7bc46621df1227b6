import { beforeAll, expect, it } from 'vitest'
import { startTestApp } from '../../../../test/support/server.ts'
import { type Actor, actor, newDepartment, newEnterprise, type Stage } from '../../../../test/support/zone-people.ts'
import { TailoredPlan } from '../contract.ts'

let now = new Date('2026-03-02T02:00:00Z')
const app = startTestApp({ now: () => now })
const stage: Stage = { app, now: () => now, zone: 'linyi' }

let promoter: Actor
let officer: Actor
let leader: Actor
let firm: Actor
let enterprise: string
let departmentId: string

beforeAll(async () => {
  officer = await actor(stage, 'officer')
  promoter = await actor(stage, 'promoter')
  leader = await actor(stage, 'leader')
  enterprise = await newEnterprise(officer, '甲公司')
  firm = await actor(stage, 'enterprise', enterprise)
  departmentId = (await newDepartment(await actor(stage, 'admin'), '经济发展局', [])).id
})

const told = ({ status, body }: { status: number; body: unknown }) =>
  `${status} ${(body as { code?: string }).code ?? ''}`.trim()
const plan = (answer: { status: number; body: unknown }) => {
  expect(answer).toMatchObject({ status: 200 })
  return TailoredPlan.parse(answer.body)
}
const content = (amountYuan: string | null = '500000.00') => ({
  ...{ title: '甲公司一企一策', fromOn: '2026-03-01', untilOn: '2026-12-31' },
  items: [
    { kind: 'money', content: '技改贴息', departmentId, dueOn: '2026-03-20', amountYuan },
    { kind: 'energy', content: '增容用电', departmentId, dueOn: '2026-06-30' },
  ],
})
const answers = (subsidy: object) =>
  ['entry-procedure', 'entry-condition', 'movement', 'tax', 'subsidy', 'factors', 'conduct'].map((question) => ({
    ...{ question, answer: 'no' },
    ...(question === 'subsidy' && subsidy),
  }))
const lawful = { answer: 'basis', words: '某条例第10条' }

it('cannot take effect without a review of what it says now, by another person', async () => {
  const drafted = plan(await promoter.post('/tailored-plans', { enterprise, ...content() }))
  const at = `/tailored-plans/${drafted.id}`
  expect(drafted.may).toMatchObject({ change: true, review: false, confirm: false })
  expect(await firm.get('/tailored-plans')).toMatchObject({ body: { plans: [] } })
  expect(told(await leader.post(`${at}/confirm`, { version: 1 }))).toBe('422 tailored.not_reviewed')
  expect(told(await promoter.post(`${at}/confirm`, { version: 1 }))).toBe('403 access.not_allowed')
  const bad = { version: 1, answers: answers({ answer: 'restricts' }), opinion: '无依据' }
  const restricted = plan(await officer.post(`${at}/review`, bad))
  expect(restricted.reviews).toMatchObject([{ conclusion: 'restricts', current: true }])
  expect(told(await leader.post(`${at}/confirm`, { version: 2 }))).toBe('422 tailored.restricts')
  const review = { answers: answers(lawful), opinion: '有依据' }
  expect(told(await officer.post(`${at}/review`, { ...review, version: 1 }))).toBe('409 tailored.changed_meanwhile')
  const reviewed = plan(await officer.post(`${at}/review`, { ...review, version: 2 }))
  const changed = plan(await promoter.post(`${at}/change`, { version: reviewed.version, ...content('900000') }))
  expect(changed.reviews[0]).toMatchObject({ conclusion: 'lawful', current: false })
  expect(told(await leader.post(`${at}/confirm`, { version: changed.version }))).toBe('422 tailored.review_outdated')
  const own = plan(await officer.post(`${at}/change`, { version: changed.version, ...content() }))
  expect(told(await officer.post(`${at}/review`, { ...review, version: own.version }))).toBe('422 tailored.own_draft')
  const other = await actor(stage, 'officer')
  const again = plan(await other.post(`${at}/review`, { ...review, version: own.version }))
  const confirmed = plan(await leader.post(`${at}/confirm`, { version: again.version }))
  expect(confirmed).toMatchObject({ state: 'confirmed', confirmedOn: '2026-03-02' })
  expect(told(await promoter.post(`${at}/change`, { version: confirmed.version, ...content() }))).toBe(
    '422 tailored.not_draft',
  )

  now = new Date('2026-04-01T02:00:00Z')
  const seen = await firm.get('/tailored-plans')
  expect(seen).toMatchObject({ body: { plans: [{ reviews: [], items: [{ late: true }, { late: false }] }] } })
  const late = (await officer.get('/figures/tailored.itemsLate')).body as { rows: { name: string }[] }
  expect(late.rows.map(({ name }) => name)).toEqual(['技改贴息'])
  const [first, second] = confirmed.items
  const done = { state: 'done', result: '已到账 50 万元' }
  const reported = plan(await officer.post(`${at}/report`, { ...done, version: confirmed.version, item: first?.id }))
  expect(told(await leader.post(`${at}/close`, { version: reported.version, outcome: '完' }))).toBe(
    '422 tailored.items_open',
  )
  expect(told(await officer.post(`${at}/report`, { ...done, version: reported.version, item: first?.id }))).toBe(
    '422 tailored.reported_already',
  )
  const dropped = { state: 'dropped', result: '企业不再需要', item: second?.id }
  const last = plan(await officer.post(`${at}/report`, { ...dropped, version: reported.version }))
  expect(plan(await leader.post(`${at}/close`, { version: last.version, outcome: '两项有果' })).state).toBe('closed')
})

it('is nobody else’s, and names departments of the zone only', async () => {
  const other = await actor(stage, 'enterprise', await newEnterprise(officer, '乙公司'))
  expect(await other.get(`/tailored-plans?enterprise=${enterprise}`)).toMatchObject({ body: { plans: [] } })
  const wrong = { ...content(), items: [{ ...content().items[0], departmentId: enterprise }] }
  expect(told(await promoter.post('/tailored-plans', { enterprise, ...wrong }))).toBe('404 http.not_found')
  expect(told(await promoter.post('/tailored-plans', { enterprise, ...content(), untilOn: '2026-01-01' }))).toBe(
    '422 tailored.ends_before',
  )
})
