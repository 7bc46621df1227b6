import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { withClient } from '../../../test/setup/client.ts'
import { freshDatabase, type TestDatabase } from '../../../test/setup/database.ts'
import { demoNow, startDemo } from '../../../test/support/demo.ts'
import { sealSettled } from '../../../test/support/other-writers.ts'
import { getProjectPlan } from '../../modules/cases/contract/project-plan.ts'
import { digestOfFile } from '../backup/digest.ts'
import { inZone, openDatabase } from '../database.ts'
import { doorsOf } from '../doors.ts'
import { computeFigure, figuresOf } from '../figures/compute.ts'
import { publishKey } from '../journal/seal/signing-key.ts'
import { newPrivateKey, signerOf } from '../journal/seal/suite.ts'
import { verifyZone } from '../journal/verify/verify-zone.ts'
import type { Database, ZoneRef } from '../module.ts'
import { loadModules } from '../modules.ts'
import { withParts } from '../parts.ts'
import { movedTables } from './catalog.ts'
import { exportZone, linesOf } from './export.ts'
import { importZone } from './import.ts'
import type { ZoneManifest } from './manifest.ts'

const code = 'qixian'
const source = startDemo()
const folder = mkdtempSync(join(tmpdir(), 'luodi-move-'))
const keyFile = join(folder, 'key')
const to = join(folder, 'export')
const modules = await loadModules()
const figures = [...figuresOf(withParts(modules)).values()]
const log = pino({ level: 'silent' })
let target: TestDatabase
let zone: ZoneRef
let manifest: ZoneManifest

beforeAll(async () => {
  const { db, ownerUrl, dataFolder, zones } = source()
  zone = (await zones()).find((one) => one.code === code) as ZoneRef
  const signer = signerOf(newPrivateKey('sha256'))
  await publishKey(db, signer, demoNow)
  const sealing = { zone: { id: zone.id, code }, signer, now: demoNow, witness: async () => null, thorough: true }
  while (await sealSettled(ownerUrl, db, sealing));
  writeFileSync(keyFile, 'a passphrase for the way')
  manifest = await exportZone({ ownerUrl, zone: { id: zone.id, code }, dataFolder, to, keyFile })
  target = await freshDatabase()
}, 400_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const bring = (from = to) => importZone({ ownerUrl: target.ownerUrl, dataFolder: join(folder, 'there'), from, keyFile })
const foundThere = () =>
  withClient(target.ownerUrl, async (client) => {
    const { rows } = await client.query('select id from zones.zones where code = $1', [code])
    return rows.map(({ id }) => id as string)
  })

it('exports every table of the zone that the catalog knows, and no key of a person in plain', async () => {
  const tables = await withClient(source().ownerUrl, movedTables)
  expect(manifest.tables.map(({ name }) => name)).toEqual(tables.map(({ name }) => name))
  const filled = manifest.tables.filter(({ rows }) => rows > 0).map(({ name }) => name)
  expect(filled).toEqual(
    expect.arrayContaining(['journal.events', 'journal.checkpoints', 'projects.projects', 'records.search']),
  )
  const keys = await withClient(source().ownerUrl, (client) =>
    client.query<{ key: string }>(`select encode(key, 'hex') as key from journal.person_keys where zone_id = $1`, [
      zone.id,
    ]),
  )
  expect(keys.rows.length).toBeGreaterThan(0)
  const text = readdirSync(to, { recursive: true, withFileTypes: true, encoding: 'utf8' })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n')
  expect(keys.rows.filter(({ key }) => text.includes(key))).toEqual([])
  expect(text).not.toContain('scrypt$')
})

it('refuses a changed file by its name, a wrong key, and undoes everything when a row is refused', async () => {
  const before = await foundThere()
  const file = join(to, manifest.tables.find(({ name }) => name === 'projects.projects')?.file ?? '')
  const told = readFileSync(join(to, 'manifest.json'), 'utf8')
  const good = readFileSync(file, 'utf8')
  writeFileSync(file, good.replace('"version":', '"version": '))
  await expect(bring()).rejects.toMatchObject({
    code: 'zone.export_damaged',
    details: { files: ['tables/projects.projects.jsonl'] },
  })
  writeFileSync(file, good.replace(/"version":\d+/, '"version":null'))
  writeFileSync(join(to, 'manifest.json'), told.replace(await digestOf(good), await digestOfFile(file)))
  await expect(bring()).rejects.toThrow(/null value in column "version"/)
  writeFileSync(file, good)
  writeFileSync(join(to, 'manifest.json'), told)
  writeFileSync(keyFile, 'another passphrase altogether')
  await expect(bring()).rejects.toMatchObject({ code: 'backup.wrong_key' })
  writeFileSync(keyFile, 'a passphrase for the way')
  expect(await foundThere()).toEqual(before)
  const left = await withClient(target.ownerUrl, (client) => client.query('select from journal.events limit 1'))
  expect(left.rowCount).toBe(0)
})

async function digestOf(text: string): Promise<string> {
  const path = join(folder, 'text')
  writeFileSync(path, text)
  return digestOfFile(path)
}

it('moves: rows, figures, plans and the proofs of the journal are the same there', async () => {
  const { rows } = await bring()
  expect(rows).toBe(manifest.tables.reduce((sum, table) => sum + table.rows, 0))
  // Everybody has been given a new password there and has changed it.
  await withClient(target.ownerUrl, (client) => client.query('update access.accounts set must_change = false'))
  const there = openDatabase({ url: target.appUrl })
  try {
    expect(await seen(there)).toEqual(await seen(source().db))
    const verified = await verifyZone(there, { zone, witnesses: [], dataFolder: join(folder, 'there'), now: demoNow })
    expect(verified).toMatchObject({ zone: code, findings: [] })
    expect(verified.events).toBeGreaterThan(50)
    expect(await allLines(target.ownerUrl)).toEqual(await allLines(source().ownerUrl))
  } finally {
    await there.destroy()
  }
  await expect(bring()).rejects.toMatchObject({ code: 'zone.there_already' })
})

/** Every row of the zone, by table, as it would leave; catalogues, which are told by their content, by that. */
async function allLines(ownerUrl: string): Promise<ReadonlyMap<string, readonly string[]>> {
  return withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ id: string; digest: string }>(
      'select id, digest from matters.catalogue_versions',
    )
    const byContent = (line: string) => rows.reduce((text, { id, digest }) => text.replaceAll(id, digest), line)
    const found = new Map<string, readonly string[]>()
    await client.query('begin')
    for (const table of await movedTables(client)) {
      const lines: string[] = []
      for await (const line of linesOf(client, table, zone)) lines.push(byContent(line))
      found.set(table.name, lines.sort())
    }
    await client.query('commit')
    expect([...found.values()].filter((lines) => lines.length > 0).length).toBeGreaterThan(20)
    return found
  })
}

/** Every figure of the zone, and the plan of every project as an agent is shown it. */
async function seen(db: Database) {
  const doors = doorsOf(modules)
  return inZone(db, zone.id, async (zoned) => {
    const numbers: Record<string, unknown> = {}
    for (const one of figures) {
      numbers[one.figure.key] = await computeFigure(zoned, one, { now: demoNow, zone, zoneId: zone.id })
    }
    const agent = await zoned
      .selectFrom('access.memberships')
      .select('account_id')
      .where('zone_id', '=', zone.id)
      .where(sql<boolean>`'agent' = any (roles)`)
      .executeTakeFirstOrThrow()
    const projects = await zoned
      .selectFrom('projects.projects')
      .select('id')
      .where('zone_id', '=', zone.id)
      .orderBy('id')
      .execute()
    const visit = { zone, accountId: agent.account_id, now: demoNow, log }
    const plans: unknown[] = []
    for (const { id } of projects) {
      plans.push(await doors.call(zoned, getProjectPlan, { ...visit, input: { id } }).catch((error) => error.code))
    }
    return { numbers, plans }
  })
}
