import { beforeAll, expect, it } from 'vitest'
import { startTestApp } from '../../../../test/support/server.ts'
import { broughtIn, newParcel, ok } from '../../../../test/support/supply.ts'
import { type Actor, actor, newEnterprise, newProject, type Stage } from '../../../../test/support/zone-people.ts'
import { CaseDetail } from '../../cases/contract/case.ts'
import { LandContract } from '../contract/contracts.ts'

let now = new Date('2026-03-02T02:00:00Z')
const app = startTestApp({ now: () => now })
const stage: Stage = { app, now: () => now, zone: 'linyi' }
let officer: Actor
let firm: Actor
let enterprise: string
let project: string

beforeAll(async () => {
  officer = await actor(stage, 'officer')
  enterprise = await newEnterprise(officer, '甲公司')
  firm = await actor(stage, 'enterprise', enterprise)
  project = await newProject(officer, '食品厂', enterprise)
  const admin = await actor(stage, 'admin')
  expect(await admin.post('/issuers', { name: '临猗审批局', prefix: '临审批', main: true })).toMatchObject({
    status: 200,
  })
})

const codeOf = ({ status, body }: { status: number; body: unknown }) => [status, (body as { code?: string }).code]

async function contracted(code: string, of: string | null): Promise<LandContract> {
  const parcel = await newParcel(officer, code)
  const contract = broughtIn(parcel, enterprise, { number: `示例合同 ${code}`, project: of })
  const { contracts } = ok<{ contracts: { id: string }[] }>(
    await officer.post('/land-contracts/bring-in', { contracts: [contract] }),
  )
  return read(contracts[0]?.id ?? '')
}
const read = async (id: string) => LandContract.parse(ok(await officer.get(`/land-contracts/${id}`)))
const permitOf = ({ permits }: LandContract, code = 'land-planning-permit') => permits.find((one) => one.code === code)

async function decided(): Promise<CaseDetail> {
  const papers = ['land-contract', 'filing-cert', 'planning-cond'].map((ref) => ({ ref }))
  let one = CaseDetail.parse(ok(await firm.post('/cases', { project, matter: 'land-permit', papers })))
  const step = async (verb: string, more: object) => {
    one = CaseDetail.parse(ok(await officer.post(`/cases/${one.id}/${verb}`, { version: one.version, ...more })))
  }
  await step('accept', {})
  await step('decide', { result: 'pass' })
  return one
}

it('a permit that a case of the project granted is told by the case, its number by its certificate', async () => {
  const contract = await contracted('P-1', project)
  const none = { number: null, issuedOn: null, caseId: null }
  expect(permitOf(contract)).toMatchObject(none)
  const one = await decided()
  const granted = { issuedOn: '2026-03-02', caseId: one.id }
  expect(permitOf(await read(contract.id))).toMatchObject({ number: null, ...granted })
  const made = ok<{ number: string }>(await officer.post('/writs', { kind: 'approval', case: one.id }))
  expect(permitOf(await read(contract.id))).toMatchObject({ number: made.number, ...granted })
  const certificate = ok<{ number: string }>(await officer.post('/writs', { kind: 'certificate', case: one.id }))
  const shown = await read(contract.id)
  expect(permitOf(shown)).toMatchObject({ number: certificate.number, ...granted })
  expect(permitOf(shown, 'project-planning-permit')).toMatchObject(none)

  const entry = {
    version: contract.version,
    happenedOn: '2026-03-02',
    code: 'land-planning-permit',
    number: '地字第 9 号',
  }
  const twice = await officer.post(`/land-contracts/${contract.id}/note-permit`, entry)
  expect(codeOf(twice)).toEqual([422, 'supply.permit_of_a_case'])
  // What no case has granted is entered by hand, as before.
  const works = { ...entry, code: 'project-planning-permit', number: '建字第 9 号' }
  const noted = LandContract.parse(ok(await officer.post(`/land-contracts/${contract.id}/note-permit`, works)))
  expect(permitOf(noted, works.code)).toMatchObject({ number: '建字第 9 号', issuedOn: '2026-03-02', caseId: null })
  // A contract without a project, and one of another project, take nothing from the case.
  expect(permitOf(await contracted('P-2', null))).toMatchObject(none)
  const other = await newProject(officer, '二厂', enterprise)
  expect(permitOf(await contracted('P-3', other))).toMatchObject(none)

  now = new Date('2026-03-03T02:00:00Z')
  const leader = await actor(stage, 'leader')
  ok(
    await leader.post(`/cases/${one.id}/revoke`, {
      version: one.version,
      reason: '材料不实',
      remedies: '可以申请行政复议',
    }),
  )
  expect(permitOf(await read(contract.id))).toMatchObject(none)
})

it('a case without a certificate gives its day, the number is entered by hand', async () => {
  now = new Date('2026-03-04T02:00:00Z')
  project = await newProject(officer, '三厂', enterprise)
  const contract = await contracted('P-4', project)
  const one = await decided()
  now = new Date('2026-03-09T02:00:00Z')
  const entry = {
    version: contract.version,
    happenedOn: '2026-03-09',
    code: 'land-planning-permit',
    number: '地字第 4 号',
  }
  const noted = LandContract.parse(ok(await officer.post(`/land-contracts/${contract.id}/note-permit`, entry)))
  expect(permitOf(noted)).toMatchObject({ number: '地字第 4 号', issuedOn: '2026-03-04', caseId: one.id })
})
