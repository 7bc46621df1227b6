import { beforeAll, expect, it } from 'vitest'
import { withClient } from '../../../../test/setup/client.ts'
import { startTestApp } from '../../../../test/support/server.ts'
import { type Actor, actor, newEnterprise, newProject, type Stage } from '../../../../test/support/zone-people.ts'
import { Followed } from '../contract.ts'
import { normaliseCode } from '../domain/code.ts'

let now = new Date('2026-03-02T02:00:00Z')
const app = startTestApp({ now: () => now })
const stage: Stage = { app, now: () => now, zone: 'linyi' }
let firm: Actor
let stranger: Actor
let project: string

beforeAll(async () => {
  const officer = await actor(stage, 'officer')
  const enterprise = await newEnterprise(officer, '甲公司')
  firm = await actor(stage, 'enterprise', enterprise)
  stranger = await actor(stage, 'enterprise', await newEnterprise(officer, '乙公司'))
  project = await newProject(officer, '果汁工厂', enterprise)
  const made = await firm.post('/cases', { project, matter: 'company-register', papers: [{ ref: 'articles' }] })
  const { id } = made.body as { id: string }
  const papers = [{ ref: 'articles', note: '缺股东签字' }]
  const sent = await officer.post(`/cases/${id}/correct`, { version: 1, reason: '请补正', papers })
  expect(sent).toMatchObject({ status: 200 })
})

const told = ({ status, body }: { status: number; body: unknown }) =>
  `${status} ${(body as { code?: string }).code ?? ''}`.trim()
const follow = (zone: string, code: string) => app().post('/api/progress', { zone, code })

it('opens a project without an account, names departments and no person, and ends with its revocation', async () => {
  const made = (await firm.post('/progress-codes', { project })).body as { code: string; made: { id: string } }
  expect(normaliseCode(made.code)).not.toBeNull()
  const shown = await follow('linyi', made.code.toLowerCase().replace('-', ' '))
  const followed = Followed.parse(shown.body)
  expect(followed).toMatchObject({ project: '果汁工厂', cases: [{ waitsFor: 'applicant', since: '2026-03-02' }] })
  expect(followed.cases[0]?.next?.zh).toContain('补正')
  const text = JSON.stringify(shown.body)
  for (const secret of [firm.name, '甲公司', '缺股东签字', '请补正', 'officer']) expect(text).not.toContain(secret)
  const rows = await withClient(
    app().ownerUrl,
    async (c) => (await c.query('select * from following.progress_codes')).rows,
  )
  expect(JSON.stringify(rows)).not.toContain(normaliseCode(made.code))
  expect(told(await stranger.post(`/progress-codes/${made.made.id}/revoke`, {}))).toBe('404 http.not_found')
  expect((await firm.post(`/progress-codes/${made.made.id}/revoke`, {})).status).toBe(200)
  expect(told(await follow('linyi', made.code))).toBe('404 following.no_such_code')
})

it('answers alike for a wrong code, a code of another zone and a zone that is none, and slows the guesser down', async () => {
  now = new Date('2026-03-04T02:00:00Z')
  const { code } = (await firm.post('/progress-codes', { project })).body as { code: string }
  const answers = [await follow('linyi', 'ABCDEFGHJK'), await follow('jiexiu', code), await follow('nowhere', code)]
  const [first, ...others] = answers.map(({ status, body }) =>
    JSON.stringify({ status, ...(body as object), requestId: '' }),
  )
  expect(others).toEqual([first, first])
  for (let i = 0; i < 20; i++) expect((await follow('linyi', code)).status).toBe(200)
  const statuses: number[] = []
  for (let i = 0; i < 9; i++) statuses.push((await follow('linyi', 'ABCDEFGHJK')).status)
  expect(statuses.at(-1)).toBe(429)
  expect(told(await follow('linyi', code))).toBe('429 access.locked')
  now = new Date('2026-03-04T02:02:00Z')
  expect((await follow('linyi', code)).status).toBe(200)
})

it("is the project's own to share", async () => {
  expect(told(await stranger.post('/progress-codes', { project }))).toBe('404 http.not_found')
  expect(told(await stranger.get(`/progress-codes?project=${project}`))).toBe('404 http.not_found')
  const officer = await actor(stage, 'officer')
  expect(told(await officer.post('/progress-codes', { project }))).toBe('403 access.not_allowed')
  for (let i = 0; i < 4; i++) expect((await firm.post('/progress-codes', { project })).status).toBe(200)
  expect(told(await firm.post('/progress-codes', { project }))).toBe('422 following.too_many_codes')
})
