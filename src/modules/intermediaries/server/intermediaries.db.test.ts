import { beforeAll, expect, it } from 'vitest'
import { startTestApp } from '../../../../test/support/server.ts'
import { type Actor, actor, newEnterprise, newProject, type Stage } from '../../../../test/support/zone-people.ts'
import { HeldPaper } from '../../papers/contract.ts'
import { Assignment } from '../contract.ts'

const now = new Date('2026-03-02T02:00:00Z')
const app = startTestApp({ now: () => now })
const stage: Stage = { app, now: () => now, zone: 'linyi' }
let officer: Actor
let firm: Actor
let stranger: Actor
let surveyor: Actor
let rival: Actor
let surveyors: string
let project: string

beforeAll(async () => {
  officer = await actor(stage, 'officer')
  const enterprise = await newEnterprise(officer, '甲公司')
  firm = await actor(stage, 'enterprise', enterprise)
  stranger = await actor(stage, 'enterprise', await newEnterprise(officer, '乙公司'))
  surveyors = await newEnterprise(officer, '测绘院')
  surveyor = await actor(stage, 'intermediary', surveyors)
  rival = await actor(stage, 'intermediary', await newEnterprise(officer, '别的院'))
  project = await newProject(officer, '果汁工厂', enterprise)
})

const told = ({ status, body }: { status: number; body: unknown }) =>
  `${status} ${(body as { code?: string }).code ?? ''}`.trim()
const read = (answer: { status: number; body: unknown }) => {
  expect(answer).toMatchObject({ status: 200 })
  return Assignment.parse(answer.body)
}
const listOf = async (by: Actor) =>
  ((await by.get('/assignments')).body as { assignments: unknown[] }).assignments.map((one) => Assignment.parse(one))

async function papers(): Promise<string[]> {
  const { body } = await firm.get(`/projects/${project}/assignable-papers`)
  const shown = body as { papers: { ref: string }[]; intermediaries: { id: string }[] }
  expect(shown.intermediaries.map(({ id }) => id)).toContain(surveyors)
  return shown.papers.map(({ ref }) => ref)
}

it('a paper of the plan is asked of an intermediary, who sees its own assignments and nothing else', async () => {
  const [ref = '', second = ''] = await papers()
  const input = { project, ref, intermediary: surveyors }
  expect(told(await stranger.post('/assignments', input))).toBe('404 http.not_found')
  expect(told(await surveyor.post('/assignments', input))).toBe('403 access.not_allowed')
  expect(told(await firm.post('/assignments', { ...input, ref: 'no-such-paper' }))).toBe(
    '422 intermediaries.not_in_plan',
  )
  const asked = read(await firm.post('/assignments', input))
  expect(asked).toMatchObject({ state: 'assigned', client: '甲公司', steps: ['withdraw'] })
  expect(told(await firm.post('/assignments', input))).toBe('409 intermediaries.assigned_already')
  const [mine] = await listOf(surveyor)
  expect(mine).toMatchObject({ id: asked.id, steps: ['work', 'deliver', 'decline'], project: { name: '果汁工厂' } })
  expect(mine?.neededOn).toMatch(/^2026-/)
  expect(mine?.neededBy).not.toBeNull()
  expect(await listOf(rival)).toEqual([])
  expect(await listOf(stranger)).toEqual([])
  for (const path of [`/projects/${project}/dossier`, '/cases', '/commitments', `/projects/${project}/held-papers`]) {
    expect(told(await surveyor.get(path))).toBe('403 access.not_allowed')
  }
  for (const verb of ['work', 'decline']) {
    const more = { version: 1, untilOn: '2026-03-10', reason: '忙' }
    const { untilOn, reason, version } = more
    const body = verb === 'work' ? { version, untilOn } : { version, reason }
    expect(told(await rival.post(`/assignments/${asked.id}/${verb}`, body))).toBe('404 http.not_found')
  }
  const other = read(await firm.post('/assignments', { ...input, ref: second }))
  expect(
    read(await surveyor.post(`/assignments/${other.id}/decline`, { version: 1, reason: '没有资质' })),
  ).toMatchObject({
    state: 'declined',
    note: '没有资质',
  })
  expect(read(await firm.post('/assignments', { ...input, ref: second })).state).toBe('assigned')
})

it('takes it up until a day, delivers it once, and the paper is offered to every case that asks for it', async () => {
  const [one] = (await listOf(surveyor)).filter(({ steps }) => steps.length > 0)
  if (!one) throw new Error('nothing is asked')
  const path = `/assignments/${one.id}`
  expect(told(await surveyor.post(`${path}/work`, { version: 1, untilOn: '2026-03-01' }))).toBe(
    '422 intermediaries.until_past',
  )
  const working = read(await surveyor.post(`${path}/work`, { version: 1, untilOn: '2026-03-20' }))
  expect(working).toMatchObject({ state: 'working', untilOn: '2026-03-20' })
  expect(told(await surveyor.post(`${path}/work`, { version: 1, untilOn: '2026-03-20' }))).toBe(
    '409 intermediaries.changed_meanwhile',
  )
  const { id: fileId } = (await surveyor.upload('/files', '报告.txt', '勘察报告')).body as { id: string }
  const delivery = { version: working.version, fileId, validUntil: '2026-12-31' }
  expect(read(await surveyor.post(`${path}/deliver`, delivery)).state).toBe('delivered')
  expect(told(await surveyor.post(`${path}/deliver`, { ...delivery, version: working.version + 1 }))).toBe(
    '422 intermediaries.not_possible',
  )
  const shelf = (await firm.get(`/projects/${project}/held-papers`)).body as { papers: unknown[] }
  const [held] = shelf.papers.map((paper) => HeldPaper.parse(paper))
  expect(held).toMatchObject({ ref: one.ref, fileId, source: 'intermediary', validUntil: '2026-12-31', usable: true })
  for (const by of [firm, officer]) expect((await by.get(`/files/${fileId}`)).status).toBe(200)
  for (const by of [stranger, rival]) expect((await by.get(`/files/${fileId}`)).status).toBe(404)
})

it('a paper uploaded with one case is used again in another without an upload, until it has run out', async () => {
  const { id: fileId } = (await firm.upload('/files', '身份证明.txt', '证件')).body as { id: string }
  const paper = { ref: 'id-docs', fileId }
  expect((await firm.post('/cases', { project, matter: 'name-declare', papers: [paper] })).status).toBe(200)
  const shelf = async () => {
    const { papers: all } = (await firm.get(`/projects/${project}/held-papers`)).body as { papers: unknown[] }
    const held = all.map((one) => HeldPaper.parse(one)).find(({ ref }) => ref === 'id-docs')
    if (!held) throw new Error('not on the shelf')
    return held
  }
  const held = await shelf()
  expect(held).toMatchObject({ source: 'case', reused: 0, fileName: '身份证明.txt' })
  expect(held.sha256).toMatch(/^[0-9a-f]{64}$/)
  expect(told(await stranger.post(`/held-papers/${held.id}/validity`, { validUntil: null }))).toBe('404 http.not_found')
  await firm.post(`/held-papers/${held.id}/validity`, { validUntil: '2026-03-01' })
  const again = { project, matter: 'company-register', papers: [paper] }
  expect(told(await firm.post('/cases', again))).toBe('422 papers.ran_out')
  await firm.post(`/held-papers/${held.id}/validity`, { validUntil: '2026-03-02' })
  expect((await firm.post('/cases', again)).status).toBe(200)
  expect((await shelf()).reused).toBe(1)
})
