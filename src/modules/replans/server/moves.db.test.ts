import { readFileSync } from 'node:fs'
import { pino } from 'pino'
import { beforeAll, describe, expect, it } from 'vitest'
import { withClient } from '../../../../test/setup/client.ts'
import { zoneRef } from '../../../../test/support/accounts.ts'
import { startTestApp } from '../../../../test/support/server.ts'
import { type Actor, actor, newEnterprise, newProject, type Stage } from '../../../../test/support/zone-people.ts'
import { inZone } from '../../../platform/database.ts'
import { loadModules } from '../../../platform/modules.ts'
import { drain } from '../../../platform/worker/drain.ts'
import type { Catalogue } from '../../matters/contract/catalogue.ts'
import { currentCatalogue, heldCatalogue } from '../../matters/server/api.ts'
import { importCatalogue } from '../../matters/server/import-catalogue.ts'
import { listTouched, moveByRule } from '../contract/moves.ts'

let now = new Date('2026-03-02T02:00:00Z')
const app = startTestApp({ now: () => now })
const stage: Stage = { app, now: () => now, zone: 'linyi' }
const log = pino({ level: 'silent' })
const fees: unknown = JSON.parse(readFileSync('data/catalogue/fees.json', 'utf8'))
let officer: Actor
let admin: Actor
let firm: Actor
let enterprise: string
let older: string

const work = async () => drain({ db: app().db, modules: await loadModules(), log, now: () => now })
const told = ({ status, body }: { status: number; body: unknown }) =>
  `${status} ${(body as { code?: string }).code ?? ''}`.trim()

/** A catalogue like the first one, but for the limit of one matter. */
function revised(days: number, without?: string): Catalogue {
  const catalogue = JSON.parse(readFileSync('data/catalogue/matters.json', 'utf8')) as Catalogue
  const matters = catalogue.matters
    .filter(({ code }) => code !== without)
    .map((matter) =>
      matter.code === 'land-permit'
        ? { ...matter, handling: { ...matter.handling, committed: { days, unit: 'workday' as const } } }
        : matter,
    )
  return { ...catalogue, asOf: `${days} ${without ?? ''}`, matters }
}

const publish = (days: number, without?: string) =>
  importCatalogue(app().db, { catalogue: revised(days, without), fees }, now)

async function touched(query = '') {
  const answer = await admin.get(`/catalogue-moves?limit=50${query}`)
  expect(answer).toMatchObject({ status: 200 })
  return listTouched.output.parse(answer.body) as (typeof listTouched)['output'] extends { parse(v: unknown): infer T }
    ? T
    : never
}

async function pinOf(project: string): Promise<{ version: number; catalogueVersionId: string }> {
  const { body } = await officer.get(`/projects/${project}/dossier`)
  return (body as { basis: { version: number; catalogueVersionId: string } }).basis
}

beforeAll(async () => {
  officer = await actor(stage, 'officer')
  admin = await actor(stage, 'admin')
  enterprise = await newEnterprise(officer, '甲公司')
  firm = await actor(stage, 'enterprise', enterprise)
  older = (await currentCatalogue(app().db)).version.id
})

async function file(project: string, matter: string) {
  const asked = (await firm.get(`/projects/${project}/applications/${matter}`)).body as { papers: { ref: string }[] }
  const made = await firm.post('/cases', { project, matter, papers: asked.papers.map(({ ref }) => ({ ref })) })
  expect(made.status).toBe(200)
  return made.body as { id: string; version: number }
}

describe('a catalogue that was published', () => {
  it('lists what it touches, moves nothing by itself, and moves one project with what follows for its plan', async () => {
    const project = await newProject(officer, '食品厂', enterprise)
    const one = await file(project, 'entry-review')
    await work()
    const { id: to } = await publish(4)
    await work()
    const { projects, cases, total } = await touched()
    expect(total).toBe(1)
    expect(projects[0]).toMatchObject({ id: project, pinned: { id: older }, refusal: null, chosen: null })
    expect(projects[0]?.matters).toEqual([
      expect.objectContaining({ code: 'land-permit', change: 'changed', parts: ['handling'] }),
    ])
    const permit = projects[0]?.would?.milestones.find(({ name }) => name === 'permit')
    expect(permit?.days).toBe(3)
    expect(cases).toEqual([expect.objectContaining({ id: one.id, accepted: false, change: null })])
    expect((await pinOf(project)).catalogueVersionId).toBe(older)

    const { version } = await pinOf(project)
    const move = { version, to, reason: '按新版承诺时限' }
    expect(told(await officer.post(`/projects/${project}/catalogue`, move))).toBe('403 access.not_allowed')
    const elsewhere = await actor({ ...stage, zone: 'jiexiu' }, 'admin')
    expect(told(await elsewhere.post(`/projects/${project}/catalogue`, move))).toBe('404 http.not_found')
    expect(told(await admin.post(`/projects/${project}/catalogue`, { ...move, version: 9 }))).toBe(
      '409 projects.stale_basis',
    )
    expect(told(await admin.post(`/projects/${project}/catalogue`, { ...move, to: older }))).toBe(
      '409 replans.not_in_force',
    )
    expect(told(await admin.post(`/projects/${project}/catalogue`, move))).toBe('200')
    expect(told(await admin.post(`/projects/${project}/catalogue`, { ...move, version: version + 1 }))).toBe(
      '422 replans.moved_already',
    )
    await work()
    const { body } = await officer.get(`/projects/${project}/plan-changes`)
    const [latest] = (body as { changes: { cause: string; milestones: { name: string; days: number }[] }[] }).changes
    expect(latest?.cause).toBe('catalogue')
    expect(latest?.milestones.find(({ name }) => name === 'permit')?.days).toBe(3)

    const moved = { version: one.version, to, reason: '未受理，按新版' }
    expect(told(await admin.post(`/cases/${one.id}/catalogue`, { ...moved, version: 7 }))).toBe(
      '409 cases.changed_meanwhile',
    )
    expect(told(await admin.post(`/cases/${one.id}/catalogue`, moved))).toBe('200')
    expect((await officer.get(`/cases/${one.id}`)).body).toMatchObject({
      catalogueVersionId: to,
      version: one.version + 1,
    })
    expect((await touched()).total).toBe(0)
  })

  it('moves by a rule those that it names; unknown stays, and who cannot be planned is told with the reason', async () => {
    const early = await newProject(officer, '早期', enterprise)
    const late = await newProject(officer, '后期', enterprise)
    const open = await newProject(officer, '不明', enterprise)
    const stuck = await newProject(officer, '卡住', enterprise)
    await file(stuck, 'entry-review')
    await withClient(app().ownerUrl, async (c) => {
      await c.query(`update projects.projects set stage = 'started' where id = $1`, [late])
      await c.query(`update projects.bases set facts = facts - 'landAreaHa' where id = $1`, [open])
    })
    const { id: to } = await publish(5)
    const rule = encodeURIComponent('landAreaHa > 0 and stage != "capacity"')
    const { projects } = await touched(`&rule=${rule}&beforeStage=started`)
    expect(new Map(projects.map(({ id, chosen }) => [id, chosen]))).toEqual(
      new Map([
        [early, 'yes'],
        [late, 'no'],
        [open, 'unknown'],
        [stuck, 'yes'],
        ...projects.filter(({ name }) => name === '食品厂').map(({ id }) => [id, 'yes'] as const),
      ]),
    )
    const command = { to, rule: 'landAreaHa > 0', beforeStage: 'started', reason: '新版更快' }
    expect(told(await admin.post('/catalogue-moves', { ...command, rule: 'landAreaHa >' }))).toBe('400 feel.syntax')
    expect(told(await admin.post('/catalogue-moves', { ...command, rule: 'nothing = 1' }))).toBe(
      '400 feel.unknown_fact',
    )
    const answer = await admin.post('/catalogue-moves', command)
    const { moved, unknown, refused } = moveByRule.output.parse(answer.body) as {
      moved: { id: string }[]
      unknown: { id: string; missing: string[] }[]
      refused: object[]
    }
    expect(moved.map(({ id }) => id)).toContain(early)
    expect(unknown).toEqual([expect.objectContaining({ id: open, missing: ['landAreaHa'] })])
    expect(refused).toEqual([])
    expect((await pinOf(late)).catalogueVersionId).not.toBe(to)
    expect((await pinOf(early)).catalogueVersionId).toBe(to)
  })

  it('waits for a move that runs, and a move that comes after it is told to look again', async () => {
    const zone = await zoneRef(app().db, 'linyi')
    const project = await newProject(officer, '竞争', enterprise)
    const before = (await currentCatalogue(app().db)).version.id
    let published = false
    let publishing: Promise<unknown> = Promise.resolve()
    await inZone(app().db, zone.id, async (db) => {
      expect((await heldCatalogue(db)).version.id).toBe(before)
      publishing = publish(6).then(() => {
        published = true
      })
      await new Promise((resolve) => setTimeout(resolve, 300))
      expect(published).toBe(false)
    })
    await publishing
    const { version } = await pinOf(project)
    const stale = await admin.post(`/projects/${project}/catalogue`, { version, to: before, reason: '晚了' })
    expect(told(stale)).toBe('409 replans.not_in_force')
    const [first, second] = await Promise.all(
      [1, 2].map(async () => {
        const to = (await currentCatalogue(app().db)).version.id
        return admin.post(`/projects/${project}/catalogue`, { version, to, reason: '按一次' })
      }),
    )
    expect([first?.status, second?.status].sort()).not.toEqual([200, 200])
  })

  it('keeps a project whose begun matter it no longer has where it is', async () => {
    const project = await newProject(officer, '在办', enterprise)
    await file(project, 'entry-review')
    const catalogue = revised(7)
    const matters = catalogue.matters
      .filter(({ code }) => code !== 'entry-review')
      .map((matter) => ({
        ...matter,
        inputs: matter.inputs.filter(({ ref }) => !outputsOf('entry-review').includes(ref)),
      }))
    const { id: to } = await importCatalogue(
      app().db,
      { catalogue: { ...catalogue, asOf: 'without', matters }, fees },
      now,
    )
    const found = (await touched()).projects.find(({ id }) => id === project)
    expect(found?.would).toBeNull()
    expect(found?.refusal?.zh).toContain('entry-review')
    const { version } = await pinOf(project)
    expect(told(await admin.post(`/projects/${project}/catalogue`, { version, to, reason: '试试' }))).toBe(
      '422 replans.matter_gone',
    )
    now = new Date('2026-03-03T02:00:00Z')
  })
})

function outputsOf(code: string): string[] {
  return (
    revised(1)
      .matters.find((matter) => matter.code === code)
      ?.outputs.map((output) => output.code) ?? []
  )
}
