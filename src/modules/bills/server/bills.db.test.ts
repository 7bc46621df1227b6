import { readFileSync } from 'node:fs'
import { pino } from 'pino'
import { beforeAll, describe, expect, it } from 'vitest'
import { withClient } from '../../../../test/setup/client.ts'
import { startTestApp } from '../../../../test/support/server.ts'
import { type Actor, actor, newEnterprise, newProject, type Stage } from '../../../../test/support/zone-people.ts'
import { loadModules } from '../../../platform/modules.ts'
import { drain } from '../../../platform/worker/drain.ts'
import { type BillLine, ProjectBill } from '../contract.ts'

const now = new Date('2026-03-10T02:00:00Z')
const app = startTestApp({ now: () => now })
const stage: Stage = { app, now: () => now, zone: 'linyi' }
let officer: Actor
let firm: Actor
let enterprise: string

beforeAll(async () => {
  officer = await actor(stage, 'officer')
  enterprise = await newEnterprise(officer, '甲公司')
  firm = await actor(stage, 'enterprise', enterprise)
})

const told = ({ status, body }: { status: number; body: unknown }) =>
  `${status} ${(body as { code?: string }).code ?? ''}`.trim()

function read({ status, body }: { status: number; body: unknown }): ProjectBill {
  expect({ status, body }).toMatchObject({ status: 200 })
  return ProjectBill.parse(body)
}

async function drawn(): Promise<{ project: string; bill: ProjectBill }> {
  const project = await newProject(officer, '食品厂', enterprise)
  return { project, bill: read(await officer.post(`/projects/${project}/bill`, {})) }
}

const head = ({ id, version }: BillLine) => ({ id, version })
const known = (bill: ProjectBill) => bill.lines.filter(({ amount, state }) => amount !== null && state === 'due')
const line = (bill: ProjectBill, id: string | undefined): BillLine => {
  const found = bill.lines.find((one) => one.id === id)
  if (!found) throw new Error('no such line')
  return found
}
const proof = async (by: Actor): Promise<string> =>
  ((await by.upload('/files', '凭证.txt', '转账凭证')).body as { id: string }).id

describe('the one bill', () => {
  it('comes from the plan, and drawn up a second time it is the same', async () => {
    const { project, bill } = await drawn()
    expect(bill.lines.length).toBeGreaterThan(4)
    expect(bill.totals.unknown).toBeGreaterThan(0)
    expect(bill.lines.every(({ basis, confidence }) => basis && confidence)).toBe(true)
    const again = read(await officer.post(`/projects/${project}/bill`, {}))
    expect(again).toEqual(bill)
    expect(told(await firm.post(`/projects/${project}/bill`, {}))).toBe('403 access.not_allowed')
    const stranger = await actor(stage, 'enterprise', await newEnterprise(officer, '乙公司'))
    expect(told(await stranger.get(`/projects/${project}/bill`))).toBe('404 http.not_found')
    const elsewhere = await actor({ ...stage, zone: 'jiexiu' }, 'officer')
    expect(told(await elsewhere.get(`/projects/${project}/bill`))).toBe('404 http.not_found')
  })

  it('is paid for several lines at once with one proof, confirmed by an office, and never twice', async () => {
    const { project, bill } = await drawn()
    const lines = known(bill).slice(0, 3).map(head)
    const fileId = await proof(firm)
    const url = `/projects/${project}/bill`
    const reporting = { lines, fileId, happenedOn: '2026-03-06' }
    expect(told(await officer.post(`${url}/report`, reporting))).toBe('403 access.not_allowed')
    expect(told(await firm.post(`${url}/report`, { ...reporting, happenedOn: '2026-12-01' }))).toBe(
      '422 bills.in_the_future',
    )
    const stale = [{ ...lines[0], version: 9 }, ...lines.slice(1)]
    expect(told(await firm.post(`${url}/report`, { ...reporting, lines: stale }))).toBe('409 bills.changed_meanwhile')
    const reported = read(await firm.post(`${url}/report`, reporting))
    expect(reported.totals.reported).not.toBe('0.00')
    expect(
      told(await firm.post(`${url}/report`, { ...reporting, lines: lines.map((one) => ({ ...one, version: 2 })) })),
    ).toBe('422 bills.not_possible')
    const bare = { lines: known(bill).slice(3, 4).map(head) }
    expect(told(await firm.post(`${url}/report`, bare))).toBe('422 bills.no_evidence')
    const confirming = { lines: lines.map(({ id }) => head(line(reported, id))), receipt: '晋财 0001' }
    expect(told(await firm.post(`${url}/confirm`, confirming))).toBe('403 access.not_allowed')
    const both = await Promise.all([
      officer.post(`${url}/confirm`, confirming),
      officer.post(`${url}/confirm`, confirming),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    const paid = read(await firm.get(`${url}`))
    expect(paid.totals.reported).toBe('0.00')
    expect(line(paid, lines[0]?.id)).toMatchObject({
      state: 'paid',
      paidOn: '2026-03-06',
      receipt: '晋财 0001',
      paymentFileId: fileId,
    })
    expect((await officer.get(`/files/${fileId}`)).status).toBe(200)
    const other = await drawn()
    expect(
      told(
        await firm.post(`/projects/${other.project}/bill/report`, {
          lines: known(bill).slice(3, 4).map(head),
          fileId: await proof(firm),
        }),
      ),
    ).toBe('404 http.not_found')
    const events = await withClient(app().ownerUrl, async (c) =>
      (await c.query('select action from journal.events where subject_id = $1 order by id', [lines[0]?.id])).rows.map(
        (row) => row.action,
      ),
    )
    expect(events).toEqual(['drawUp', 'report', 'confirm'])
  })

  it('is waived with its ground, assessed where facts are missing, refunded up to what was paid', async () => {
    const { project, bill } = await drawn()
    const [first, second] = known(bill)
    if (!first || !second) throw new Error('the bill has no two known lines')
    expect(told(await officer.post(`/bill-lines/${first.id}/waive`, { version: 1, basis: ' ' }))).toBe(
      '400 http.invalid_input',
    )
    const waived = read(await officer.post(`/bill-lines/${first.id}/waive`, { version: 1, basis: '小微企业免收' }))
    expect(line(waived, first.id)).toMatchObject({ state: 'waived', waiverBasis: '小微企业免收', waivedByRule: false })
    expect(waived.totals.waived).toBe(first.amount)

    const unknown = bill.lines.find(({ amount }) => amount === null)
    if (!unknown) throw new Error('every amount is known')
    const early = await firm.post(`/projects/${project}/bill/report`, {
      lines: [head(unknown)],
      fileId: await proof(firm),
    })
    expect(told(early)).toBe('422 bills.not_possible')
    const set = read(
      await officer.post(`/bill-lines/${unknown.id}/assess`, { version: 1, amount: '3000000', basis: '成交确认书' }),
    )
    expect(line(set, unknown.id)).toMatchObject({ amount: '3000000.00', missing: [], assessedBasis: '成交确认书' })

    await firm.post(`/projects/${project}/bill/report`, { lines: [head(second)], fileId: await proof(firm) })
    const paid = read(
      await officer.post(`/projects/${project}/bill/confirm`, {
        lines: [{ id: second.id, version: 2 }],
        receipt: 'No 2',
      }),
    )
    const version = line(paid, second.id).version
    const give = async (amount: string, at = version) =>
      officer.post(`/bill-lines/${second.id}/refund`, {
        version: at,
        amount,
        reason: '多缴',
        fileId: await proof(officer),
      })
    expect(told(await give('999999999'))).toBe('422 bills.more_than_paid')
    expect(told(await give('-1'))).toBe('400 http.invalid_input')
    const back = read(await give('0.01'))
    expect(line(back, second.id)).toMatchObject({ state: 'refunded', refunded: '0.01' })
    expect(told(await give('0.01'))).toBe('409 bills.changed_meanwhile')
    expect(told(await give(second.amount ?? '', version + 1))).toBe('422 bills.more_than_paid')
  })

  it('follows the facts of its project by itself; a project nobody has drawn one up for gets none', async () => {
    const { project, bill } = await drawn()
    const bare = await newProject(officer, '没有账单的项目', enterprise)
    const work = async () =>
      drain({ db: app().db, modules: await loadModules(), log: pino({ level: 'silent' }), now: () => now })
    const [food] = JSON.parse(readFileSync('data/catalogue/projects.json', 'utf8')) as { facts: object }[]
    for (const id of [project, bare]) {
      const facts = { ...food?.facts, landAreaHa: 4 }
      const moved = await officer.post(`/projects/${id}/basis`, { version: 1, facts, startOn: '2026-03-02' })
      expect(moved).toMatchObject({ status: 200 })
    }
    await work()
    const after = read(await officer.get(`/projects/${project}/bill`))
    const amounts = (of: ProjectBill) => of.lines.map(({ code, amount }) => [code, amount])
    expect(amounts(after)).not.toEqual(amounts(bill))
    expect(read(await officer.post(`/projects/${project}/bill`, {}))).toEqual(after)
    expect(read(await officer.get(`/projects/${bare}/bill`)).lines).toEqual([])
  }, 90_000)
})
