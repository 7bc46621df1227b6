import { Document, Packer, Paragraph } from 'docx'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestApp } from '../../../../test/support/server.ts'
import { type Actor, actor, newEnterprise, newProject, type Stage } from '../../../../test/support/zone-people.ts'
import { shippedTemplate } from './shipped.ts'

const now = new Date('2026-03-02T02:00:00Z')
const app = startTestApp({ now: () => now, requestsPerMinute: 100_000 })
const stage: Stage = { app, now: () => now, zone: 'linyi' }
let officer: Actor
let admin: Actor

beforeAll(async () => {
  officer = await actor(stage, 'officer')
  admin = await actor(stage, 'admin')
  const office = { name: '临猗审批局', prefix: '临审批', main: true }
  expect(await admin.post('/issuers', office)).toMatchObject({ status: 200 })
})

const word = async (...lines: readonly string[]) =>
  (
    await Packer.toBuffer(new Document({ sections: [{ children: lines.map((text) => new Paragraph(text)) }] }))
  ).toString('base64')
const tried = async (content: string) =>
  (await admin.post('/writ-templates/try', { kind: 'receipt', content })).body as {
    findings: { tag: string; text: { zh: string } }[]
    document: unknown
  }

describe('a template of the office', () => {
  it('is refused in one sentence when it is no Word file, and tag by tag when its tags are wrong', async () => {
    const old = Buffer.from('d0cf11e0a1b11ae1000000', 'hex').toString('base64')
    expect((await tried(old)).findings.map(({ text }) => text.zh)).toEqual([expect.stringContaining('另存为')])
    const open = await tried(await word('{#收到材料}{序号}'))
    expect(open.findings.map(({ tag }) => tag)).toEqual(['收到材料'])
    const wrong = await tried(await word('{申请人名称}'))
    expect(wrong.findings[0]?.text.zh).toContain('是不是“{申请人}”')
    expect(wrong.findings.map(({ tag }) => tag)).toContain('核验码')
    expect(wrong.document).toBeNull()
    const kept = await admin.post('/writ-templates', { kind: 'receipt', content: old })
    expect(kept).toMatchObject({ status: 422, body: { code: 'writs.template_refused' } })
  })

  it('is kept as a draft, put in use, taken out again; officers may not', async () => {
    const content = (await shippedTemplate('receipt')).bytes.toString('base64')
    expect((await officer.post('/writ-templates', { kind: 'receipt', content })).status).toBe(403)
    const first = await admin.post('/writ-templates', { kind: 'receipt', content })
    expect(first.body).toMatchObject({ edition: 1, state: 'draft' })
    const states = async () => {
      const { templates } = (await admin.get('/writ-templates')).body as {
        templates: { kind: string; edition: number; state: string }[]
      }
      return templates.filter(({ kind }) => kind === 'receipt').map(({ edition, state }) => `${edition} ${state}`)
    }
    expect(await states()).toEqual(['0 published', '1 draft'])
    await admin.post('/writ-templates/receipt/1/publish', {})
    expect(await states()).toEqual(['0 retired', '1 published'])
    expect((await admin.get('/writ-templates/receipt/1/preview')).status).toBe(200)
    await admin.post('/writ-templates/receipt/0/publish', {})
    expect(await states()).toEqual(['0 published', '1 retired'])
    expect((await admin.post('/writ-templates/receipt/7/publish', {})).status).toBe(404)
  })
})

describe('several matters on one form', () => {
  it('asks for each paper once and files all cases or none', async () => {
    const enterprise = await newEnterprise(officer, '甲公司')
    const applicant = await actor(stage, 'enterprise', enterprise)
    const project = await newProject(officer, '食品厂', enterprise)
    const asked = await applicant.get(`/projects/${project}/joint-application?matters=water,telecom`)
    expect(asked).toMatchObject({ status: 200, body: { department: null } })
    const matters = ['water', 'telecom']
    const refused = await applicant.post('/bundles', { project, matters, through: 'department' })
    expect(refused).toMatchObject({ status: 422, body: { code: 'cases.joint_several_departments' } })
    const filed = await applicant.post('/bundles', { project, matters, through: 'window' })
    expect(filed).toMatchObject({ status: 200, body: { cases: [{ matter: 'water' }, { matter: 'telecom' }] } })
    const { id } = filed.body as { id: string }
    const { cases } = (await officer.get(`/cases?project=${project}`)).body as { cases: { bundleId: string }[] }
    expect(cases.map(({ bundleId }) => bundleId)).toEqual([id, id])
    const again = await applicant.post('/bundles', { project, matters: ['gas', 'water'], through: 'window' })
    expect(again.status).toBe(422)
    const after = (await officer.get(`/cases?project=${project}`)).body as { cases: unknown[] }
    expect(after.cases).toHaveLength(2)
    const form = await officer.post('/writs', { kind: 'application', bundle: id })
    expect(form).toMatchObject({ status: 200, body: { number: '临审批申〔2026〕1号', bundleId: id } })
  })
})
