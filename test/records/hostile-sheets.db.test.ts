import { pino } from 'pino'
import { beforeAll, describe, expect, it } from 'vitest'
import type { ImportView } from '../../src/kernel/sheet-view.ts'
import { loadModules } from '../../src/platform/modules.ts'
import { withParts } from '../../src/platform/parts.ts'
import { workOnce, worksOf } from '../../src/platform/worker/work.ts'
import { withClient } from '../setup/client.ts'
import { signedInAs, zoneRef } from '../support/accounts.ts'
import { pngOf } from '../support/hostile-files.ts'
import { startTestApp } from '../support/server.ts'
import { heavyEntry, type ZipEntry, zipOf } from '../support/zip.ts'

const app = startTestApp({ requestsPerMinute: 1_000_000 })
const modules = withParts(await loadModules())
let headers: { cookie: string }

beforeAll(async () => {
  headers = (await signedInAs(app().db, { zone: 'linyi', roles: ['officer', 'agent'] })).headers
})

const types = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = (type: string, target: string) =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${office}/${type}" Target="${target}"/></Relationships>`

/** A workbook of one sheet with this body; `before`: what stands before the sheet's own element. */
function book(body: string, more: { before?: string; parts?: readonly ZipEntry[] } = {}): Buffer {
  const sheet = `<?xml version="1.0"?>${more.before ?? ''}<worksheet xmlns="${main}">${body}</worksheet>`
  return zipOf([
    { name: '[Content_Types].xml', text: types },
    { name: '_rels/.rels', text: relations('officeDocument', 'xl/workbook.xml') },
    {
      name: 'xl/workbook.xml',
      text: `<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="1" sheetId="1" r:id="r1"/></sheets></workbook>`,
    },
    { name: 'xl/_rels/workbook.xml.rels', text: relations('worksheet', 'worksheets/sheet1.xml') },
    {
      name: 'xl/worksheets/sheet1.xml',
      text: sheet,
      deflate: true,
    },
    ...(more.parts ?? []),
  ])
}

const inline = (place: string, text: string) => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`
const head = `<row r="1">${inline('A1', '企业名称')}${inline('B1', '状态')}${inline('C1', '成立日期')}</row>`
const row = (n: number, cells: string) => `<row r="${n}">${cells}</row>`
const good = (n: number) => row(n, inline(`A${n}`, `企业${n}`) + inline(`B${n}`, '在产'))
const entity = (value: string) => `<!DOCTYPE worksheet [<!ENTITY a ${value}>]>`
const laughs = `<!DOCTYPE worksheet [<!ENTITY a0 "ha">${Array.from({ length: 12 }, (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`).join('')}]>`
const dates = {
  name: 'xl/styles.xml',
  text: `<styleSheet xmlns="${main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
}

/** Code of the refusal (at once or by the worker), or how many lines are new; `either`: refused, or read as nothing new but one line. */
type Ends = string | number
const hostileSheets: readonly (readonly [string, () => Buffer | string, Ends])[] = [
  [
    'an outside entity in its cells',
    () =>
      book(`<sheetData>${head}${row(2, inline('A2', '&a;') + inline('B2', '在产'))}</sheetData>`, {
        before: entity('SYSTEM "file:///etc/passwd"'),
      }),
    1,
  ],
  [
    'an outside entity that is fetched',
    () =>
      book(`<sheetData>${head}${row(2, inline('A2', '甲&a;') + inline('B2', '在产'))}</sheetData>`, {
        before: entity('SYSTEM "http://127.0.0.1:1/a"'),
      }),
    1,
  ],
  [
    'entities that grow by ten twelve times',
    () =>
      book(`<sheetData>${head}${row(2, inline('A2', '&a12;') + inline('B2', '在产'))}</sheetData>`, { before: laughs }),
    1,
  ],
  [
    'a line beyond the last one of the format',
    () => book(`<sheetData>${head}${row(1_000_000_000, inline('A1000000000', '远'))}</sheetData>`),
    'sheets.too_large',
  ],
  [
    'the last line of the format, and nothing between',
    () =>
      book(`<sheetData>${head}${row(1_048_576, inline('A1048576', '末行') + inline('B1048576', '在产'))}</sheetData>`),
    1,
  ],
  [
    'a far corner in each of 20,000 lines',
    () =>
      book(
        `<sheetData>${head}${Array.from({ length: 20_000 }, (_, i) => row(i + 2, inline(`XFD${i + 2}`, '1'))).join('')}</sheetData>`,
      ),
    'sheets.too_large',
  ],
  [
    'one merged cell over the whole sheet',
    () =>
      book(
        `<sheetData>${head}${row(2, inline('XFD2', '1'))}${row(1_048_576, inline('A1048576', '1'))}</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>`,
      ),
    'sheets.too_large',
  ],
  [
    'a column beyond the format',
    () => book(`<sheetData>${head}${row(2, inline('ZZZZ2', '1'))}</sheetData>`),
    'refused',
  ],
  [
    'elements 100,000 deep',
    () => book(`<sheetData>${head}${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}${good(2)}</sheetData>`),
    1,
  ],
  [
    'a sheet that unpacks to 320 MB and says that it does not',
    () => book('', { parts: [heavyEntry('xl/worksheets/sheet2.xml', 100)] }),
    'sheets.too_large',
  ],
  [
    '320 MB of shared strings',
    () =>
      book(`<sheetData>${head}${good(2)}</sheetData>`, {
        parts: [heavyEntry('xl/sharedStrings.xml')],
      }),
    'files.unpacks_too_large',
  ],
  [
    'a string that is nowhere',
    () => book(`<sheetData>${head}${row(2, '<c r="A2" t="s"><v>99999999</v></c>')}</sheetData>`),
    'either',
  ],
  [
    'a day beyond all days',
    () =>
      book(
        `<sheetData>${head}${row(2, `${inline('A2', '甲')}${inline('B2', '在产')}<c r="C2" s="1"><v>1e300</v></c>`)}</sheetData>`,
        { parts: [dates] },
      ),
    0,
  ],
  [
    'a day that is none',
    () =>
      book(
        `<sheetData>${head}${row(2, `${inline('A2', '甲')}${inline('B2', '在产')}<c r="C2" t="d"><v>soon</v></c>`)}</sheetData>`,
      ),
    0,
  ],
  [
    'parts that climb out of their folder',
    () => book(`<sheetData>${head}${good(2)}</sheetData>`, { parts: [{ name: '../../../etc/cron.d/a', text: 'a' }] }),
    'files.unsafe_parts',
  ],
  [
    'a part that is a link',
    () =>
      book(`<sheetData>${head}${good(2)}</sheetData>`, {
        parts: [{ name: 'xl/media/a', text: '/etc/passwd', mode: 0o120777 }],
      }),
    'files.unsafe_parts',
  ],
  ['its sheet encrypted', () => zipOf([{ name: 'xl/workbook.xml', text: 'a', flags: 1 }]), 'refused'],
  [
    'macros',
    () => book(`<sheetData>${head}${good(2)}</sheetData>`, { parts: [{ name: 'xl/vbaProject.bin', text: 'a' }] }),
    'files.holds_program',
  ],
  [
    'a workbook of before 2007, or one that is encrypted',
    () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2_048)]),
    'refused',
  ],
  ['an empty archive', () => zipOf([]), 'refused'],
  [
    'another document of office',
    () =>
      zipOf([
        {
          name: '[Content_Types].xml',
          text: types.replaceAll('spreadsheetml.sheet.main', 'wordprocessingml.document.main'),
        },
        { name: 'word/document.xml', text: '<w:document/>' },
      ]),
    'files.type_refused',
  ],
  ['a picture', () => pngOf(1, 1), 'files.type_refused'],
  ['a program', () => Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'), 'refused'],
  ['a table of a million columns', () => `企业名称,状态${',a'.repeat(1_000_000)}\n甲,在产\n`, 1],
  ['a table of 200,000 empty lines', () => `企业名称,状态\n${'\n'.repeat(200_000)}甲,在产\n`, 1],
  ['a quote that never ends', () => `企业名称,状态\n"${'甲,在产\n'.repeat(50_000)}`, 'refused'],
  ['NUL in a name', () => '企业名称,状态\n甲\0乙,在产\n', 'either'],
  ['half of a sign', () => '企业名称,状态\n&#xD800;甲,在产\n', 1],
  ['UTF-16', () => Buffer.from('\ufeff企业名称,状态\n甲,在产\n', 'utf16le'), 'refused'],
  ['broken GB 18030', () => Buffer.concat([Buffer.from('企业名称,状态\n'), Buffer.from('ff81ff', 'hex')]), 'refused'],
  ['numbers that are none', () => '企业名称,状态,注册资本（元）\n甲,在产,1e999\n乙,在产,NaN\n丙,在产,0x10\n', 0],
  ['a name of a megabyte', () => `企业名称,状态\n${'长'.repeat(400_000)},在产\n`, 0],
  ['titles that are everybody’s ancestors', () => '__proto__,constructor,企业名称,状态\na,b,甲,在产\n', 1],
]

async function work(): Promise<void> {
  const options = { db: app().db, log: pino({ level: 'silent' }), works: worksOf(modules) }
  const zone = await zoneRef(app().db, 'linyi')
  while (await workOnce(options, zone, new Date()));
}

const at = '/api/zones/linyi'

async function send(
  path: string,
  content: Buffer | string,
  name: string,
  fields: Readonly<Record<string, string>> = {},
) {
  const body = new FormData()
  for (const [field, value] of Object.entries(fields)) body.set(field, value)
  body.set('file', new Blob([content as BlobPart]), name)
  return app().send(`${at}${path}`, { method: 'POST', body, headers })
}

interface Told {
  readonly code?: string
  readonly text?: { readonly zh: string; readonly en: string }
}

describe('a sheet with', () => {
  it('is one of thirty', () => expect(hostileSheets.length).toBeGreaterThanOrEqual(30))

  it.each(hostileSheets)(
    '%s is refused in a sentence or read as what it is',
    async (what, make, ends) => {
      const { status, body } = await send('/enterprises/sheet/imports', make(), `${what}.csv`)
      expect(status, JSON.stringify(body).slice(0, 500)).toBeLessThan(500)
      if (status !== 200) {
        const { code, text } = body as Told
        const some = ends === 'refused' || ends === 'either'
        expect(some ? ends : code, `${code} ${JSON.stringify(body).slice(0, 300)}`).toBe(ends)
        expect(text?.zh).toMatch(/。$/)
        return
      }
      await work()
      const { id } = body as ImportView
      const seen = (await app().get(`${at}/sheet-imports/${id}`, headers)).body as ImportView
      expect(JSON.stringify(seen).length).toBeLessThan(100_000)
      if (ends === 'either') expect(seen.counts.new ?? 0).toBeLessThanOrEqual(1)
      else if (typeof ends === 'string') {
        expect(seen.state, JSON.stringify(seen).slice(0, 300)).toBe('failed')
        expect(seen.problem?.zh).toMatch(/。$/)
      } else
        expect(seen, JSON.stringify(seen).slice(0, 300)).toMatchObject({ state: 'compared', counts: { new: ends } })
      expect((await app().get(`${at}/sheet-imports/${id}/rows?limit=50`, headers)).status).toBe(200)
    },
    60_000,
  )

  it('none of it has read a file of this machine, and nothing was written', async () => {
    const { rows } = await withClient(app().ownerUrl, (client) =>
      client.query(`select (select count(*) from enterprises.enterprises)::int as made,
        (select count(*) from sheets.chunks where rows::text ~ 'root:')::int as leaked`),
    )
    expect(rows[0]).toEqual({ made: 0, leaked: 0 })
    expect(({} as Record<string, unknown>).a).toBeUndefined()
    expect((await app().get('/healthz')).status).toBe(200)
  })
})

const square = '[[[110.7,35.1],[110.71,35.1],[110.71,35.11],[110.7,35.11],[110.7,35.1]]]'
const feature = (coordinates: string, more = '') =>
  `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"code":"A-1"${more}},"geometry":{"type":"Polygon","coordinates":${coordinates}}}]}`

/** A Shapefile of one polygon that says what it likes of parts and points. */
function shp(says: { parts: number; points: number; recordWords?: number; fileCode?: number }): Buffer {
  const bytes = Buffer.alloc(100 + 8 + 44 + 4 + 5 * 16)
  bytes.writeInt32BE(says.fileCode ?? 9994, 0)
  bytes.writeInt32BE(1, 100)
  bytes.writeInt32BE(says.recordWords ?? (bytes.length - 108) / 2, 104)
  bytes.writeInt32LE(5, 108)
  bytes.writeInt32LE(says.parts, 108 + 36)
  bytes.writeInt32LE(says.points, 108 + 40)
  return bytes
}

const dbf = (count: number, rowBytes: number) => {
  const bytes = Buffer.alloc(66)
  bytes.writeUInt32LE(count, 4)
  bytes.writeUInt16LE(65, 8)
  bytes.writeUInt16LE(rowBytes, 10)
  bytes[64] = 0x0d
  return bytes
}

const layer = (shape: Buffer, ...more: readonly ZipEntry[]) => zipOf([{ name: 'a.shp', text: shape }, ...more])
const circle = Array.from({ length: 200_001 }, (_, i) => {
  const turn = (2 * Math.PI * (i % 200_000)) / 200_000
  return `[${(110.7 + Math.cos(turn) / 100).toFixed(8)},${(35.1 + Math.sin(turn) / 100).toFixed(8)}]`
}).join()

const hostileShapes: readonly (readonly [string, () => Buffer | string])[] = [
  ['GeoJSON 100,000 deep', () => feature(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)],
  ['properties 100,000 deep', () => feature(square, `,"a":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`)],
  ['coordinates that are no numbers', () => feature('[[[NaN,1],[1,1],[1,2],[NaN,1]]]')],
  ['coordinates beyond all numbers', () => feature('[[[1e400,1],[1,1],[1,2],[1e400,1]]]')],
  ['coordinates far from any place', () => feature('[[[1e300,1e300],[1,1],[1,2],[1e300,1e300]]]')],
  ['200,000 points', () => feature(`[[${circle}]]`)],
  [
    '600 parcels',
    () =>
      `{"type":"FeatureCollection","features":[${Array.from({ length: 600 }, () => `{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":${square}}}`).join()}]}`,
  ],
  ['an ancestor of everything', () => feature(square, ',"__proto__":{"polluted":true}')],
  ['a cut file', () => feature(square).slice(0, 80)],
  ['points without end', () => layer(shp({ parts: 1, points: 0x7fffffff }))],
  ['parts without end', () => layer(shp({ parts: 0x7fffffff, points: 5 }))],
  ['fewer points than none', () => layer(shp({ parts: -1, points: -1 }))],
  ['a record that begins again for ever', () => layer(shp({ parts: 1, points: 5, recordWords: 0 }))],
  ['a record that leads back', () => layer(shp({ parts: 1, points: 5, recordWords: -54 }))],
  ['a Shapefile that is none', () => layer(shp({ parts: 1, points: 5, fileCode: 1 }))],
  ['an empty Shapefile', () => layer(Buffer.alloc(0))],
  [
    'a table of 4 · 10^9 rows of nothing',
    () => layer(shp({ parts: 1, points: 5 }), { name: 'a.dbf', text: dbf(0xffffffff, 0) }),
  ],
  ['a table of 4 · 10^9 rows', () => layer(shp({ parts: 1, points: 5 }), { name: 'a.dbf', text: dbf(0xffffffff, 1) })],
  ['a layer that unpacks to 320 MB', () => zipOf([heavyEntry('a.shp', 200)])],
  ['a layer whose name climbs', () => zipOf([{ name: '../../a.shp', text: shp({ parts: 1, points: 5 }) }])],
  [
    'a workbook with a far corner in each line',
    () =>
      book(
        `<sheetData>${Array.from({ length: 20_000 }, (_, i) => row(i + 1, inline(`XFD${i + 1}`, '1'))).join('')}</sheetData>`,
      ),
  ],
  ['nothing', () => ''],
]

describe('a file of shapes with', () => {
  it.each(hostileShapes)(
    '%s is refused in a sentence, or every shape of it is told to be wrong',
    async (_what, make) => {
      const fields = { datum: 'cgcs2000', validFrom: '2026-03-02' }
      const { status, body } = await send('/parcel-shapes/read', make(), 'a.json', fields)
      expect(status, JSON.stringify(body).slice(0, 500)).toBeLessThan(500)
      if (status !== 200) expect((body as Told).text?.zh).toMatch(/。$/)
      else
        for (const { findings } of (body as { shapes: { findings: unknown[] }[] }).shapes)
          expect(findings.length).toBeGreaterThan(-1)
      expect(({} as Record<string, unknown>).polluted).toBeUndefined()
    },
    60_000,
  )

  it('leaves the program well', async () => expect((await app().get('/healthz')).status).toBe(200))
})
