import { createHash } from 'node:crypto'
import { pino } from 'pino'
import { beforeAll, expect, it } from 'vitest'
import { fieldOf } from '../../src/kernel/record-kind.ts'
import { sheetEndpoints } from '../../src/kernel/sheet-endpoints.ts'
import type { ExportView } from '../../src/kernel/sheet-export.ts'
import { loadModules } from '../../src/platform/modules.ts'
import { withParts } from '../../src/platform/parts.ts'
import { registryOf } from '../../src/platform/records/registry.ts'
import { csvOf } from '../../src/platform/sheets/csv.ts'
import { workOnce, worksOf } from '../../src/platform/worker/work.ts'
import { project, start } from '../plans/given.ts'
import { withClient } from '../setup/client.ts'
import { zoneRef } from '../support/accounts.ts'
import { deadFormulas, formulas } from '../support/formulas.ts'
import { startTestApp } from '../support/server.ts'
import { type SheetClient, sheetClient } from '../support/sheet-client.ts'
import { callerOfEveryRole } from './every-kind.ts'

const app = startTestApp({ requestsPerMinute: 1_000_000 })
const modules = withParts(await loadModules())
const registry = registryOf(modules)
const kinds = [...registry.values()]
const planted = '=1+1'
let headers: { readonly cookie: string }
let sheets: SheetClient

beforeAll(async () => {
  await plantInCatalogue()
  headers = (await callerOfEveryRole(app(), registry)).headers
  sheets = sheetClient(app, 'linyi', headers)
}, 600_000)

/** Every name of a matter in the catalogue in force begins as a formula does. */
async function plantInCatalogue(): Promise<void> {
  await withClient(app().ownerUrl, async (client) => {
    const { rows } = await client.query('select id, content from matters.catalogue_versions where current')
    const { id, content } = rows[0]
    for (const matter of content.matters) {
      matter.name_zh = `${planted}${matter.name_zh}`
      matter.name_en = `${planted}${matter.name_en}`
    }
    const text = JSON.stringify(content)
    // By its digest the program knows a content that it has read before.
    const digest = createHash('sha256').update(text).digest('hex')
    await client.query('update matters.catalogue_versions set content = $2, digest = $3 where id = $1', [
      id,
      text,
      digest,
    ])
  })
}

async function work(): Promise<void> {
  const options = { db: app().db, log: pino({ level: 'silent' }), works: worksOf(modules) }
  const zone = await zoneRef(app().db, 'linyi')
  while (await workOnce(options, zone, new Date()));
}

async function ok<T>(answer: Promise<{ status: number; body: unknown }>): Promise<T> {
  const { status, body } = await answer
  expect(status, JSON.stringify(body)).toBe(200)
  return body as T
}

const spreadsheets = /spreadsheetml|csv|octet-stream/
const ofKinds = new Set(
  kinds.flatMap((kind) => {
    const { template, exportXlsx, exportCsv } = sheetEndpoints(kind)
    return [template, exportXlsx, exportCsv].map(({ name }) => name)
  }),
)
/** What leaves as it came in is no export: attachments are handed out by their content. */
const asItCame = new Set(['files.downloadFile'])
const others = modules
  .flatMap((module) => module.handlers.map(({ endpoint }) => endpoint))
  .filter(
    ({ name, file }) => file !== undefined && spreadsheets.test(file) && !ofKinds.has(name) && !asItCame.has(name),
  )
  .map(({ name }) => name)
  .sort()

const at = '/api/zones/linyi'
const table = 'spgl_dfxmsplcjdsxxxb'

/** By the name of the door: a file in which a formula that somebody typed should lie dead. */
const through: Readonly<Record<string, () => Promise<Uint8Array>>> = {
  'plans.planSheet': async () => {
    const body = JSON.stringify({ zone: 'linyi', facts: project('leased-workshop').facts, start, scenario: 'reform' })
    const answer = await fetch(`${app().url}/api/plans/sheet`, {
      ...{ method: 'POST', body, headers: { 'content-type': 'application/json' } },
    })
    return new Uint8Array(await answer.arrayBuffer())
  },
  'catalogue.exportWorkbook': () => sheets.file('/catalogue/workbook'),
  'exchange.exportSheet': () => sheets.file('/exchange/tables/workbook'),
  'exchange.exportCsv': () => sheets.file(`/exchange/tables/csv?table=${table}`),
  'exchange.getExportFile': async () => {
    const { id } = await ok<{ id: string }>(app().post(`${at}/exchange/exports`, {}, headers))
    return sheets.file(`/exchange/exports/${id}/file`)
  },
  'sheets.downloadMarked': async () => {
    const view = await sheets.upload('enterprises', 'bad.csv', `企业名称,状态\n"${planted}a",不对\n`)
    expect(view.counts.bad).toBe(1)
    return sheets.marked(view)
  },
  'sheets.downloadExport': async () => {
    const view = await ok<ExportView>(
      app().post(`${at}/enterprises/sheet/exports`, { format: 'csv', columns: 'name,note' }, headers),
    )
    await work()
    return sheets.file(`/sheet-exports/${view.id}/file`)
  },
}

it('there are thirty and those that hide', () => expect(new Set(formulas).size).toBeGreaterThanOrEqual(40))

it('all of them are dead in every file of one kind, and come back as they were', async () => {
  const rows = formulas.map((formula, i) => [`样例${i}`, 'operating', formula])
  const label = Object.fromEntries(
    ['name', 'status', 'note'].map((name) => [name, labelOf('enterprises.enterprise', name)]),
  )
  const csv = csvOf([
    [label.name ?? '', label.status ?? '', label.note ?? ''],
    ...rows.map(([name = '', , note = '']) => [name, '在产', note]),
  ])
  const view = await sheets.upload('enterprises', 'formulas.csv', csv)
  expect(view.counts, JSON.stringify(await sheets.rows(view, 'bad'))).toMatchObject({ bad: 0, new: formulas.length })
  await sheets.confirm(view)
  const notes = await ok<{ rows: { name: string; note: string | null }[] }>(
    app().get(`${at}/enterprises?limit=200&name.contains=样例`, headers),
  ).then(({ rows: found }) => found.map(({ note }) => note ?? ''))
  expect(notes.filter((note) => /^[\s']*[=+\-@＝＋－＠]/u.test(note)).length).toBeGreaterThanOrEqual(38)
  const query = 'columns=name,note'
  const files = [
    await sheets.file(`/enterprises/sheet/export?${query}`),
    await sheets.file(`/enterprises/sheet/export-csv?${query}`),
  ]
  for (const format of ['xlsx', 'csv']) {
    const started = await ok<ExportView>(
      app().post(`${at}/enterprises/sheet/exports`, { format, columns: 'name,note' }, headers),
    )
    await work()
    files.push(await sheets.file(`/sheet-exports/${started.id}/file`))
  }
  const plain = (text: string) => text.replace(/\r\n?/g, '\n')
  for (const file of files) {
    const found = new Set([...(await deadFormulas(file))].map(plain))
    for (const note of notes) if (/^[\s']*[=+\-@＝＋－＠]/u.test(note)) expect(found).toContain(plain(note))
  }
}, 600_000)

function labelOf(kind: string, field: string): string {
  const found = registry.get(kind)
  if (!found) throw new Error(`no kind ${kind}`)
  return fieldOf(found, field).label.zh
}

it('every other door through which a sheet leaves is known here', () =>
  expect(others).toEqual(Object.keys(through).sort()))

it.each(Object.keys(through))(
  'and through %s',
  async (name) => {
    const file = await through[name]?.()
    const found = await deadFormulas(file ?? new Uint8Array())
    expect(found.size, name).toBeGreaterThan(0)
  },
  300_000,
)
