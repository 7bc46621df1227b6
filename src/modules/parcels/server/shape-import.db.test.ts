import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import PizZip from 'pizzip'
import { beforeAll, expect, it } from 'vitest'
import { startTestApp } from '../../../../test/support/server.ts'
import { type Actor, actor, type Stage } from '../../../../test/support/zone-people.ts'
import type { InputOf, OutputOf } from '../../../kernel/endpoint.ts'
import { toPlane } from '../../../kernel/geometry/gauss-kruger.ts'
import type { Position, Shape } from '../../../kernel/geometry/shape.ts'
import type { Ground } from '../contract/shape.ts'
import type { importShapes, readShapeFile } from '../contract/shape-import.ts'

const now = new Date('2026-03-02T02:00:00Z')
const app = startTestApp({ now: () => now })
const stage: Stage = { app, now: () => now, zone: 'linyi' }
let officer: Actor

beforeAll(async () => {
  officer = await actor(stage, 'officer')
  const box = { title: '四至', west: 110.5, south: 35, east: 110.9, north: 35.3 }
  await officer.post('/land-extents', { ...box, validFrom: '2026-01-01', source: '批复' })
})

type Read = OutputOf<typeof readShapeFile>
type Taken = InputOf<typeof importShapes>['shapes'][number]

async function newParcel(code: string, registeredAreaSqm = 91_000): Promise<string> {
  const fields = { code, name: `示例 ${code}`, registeredAreaSqm, landUse: 'industrial', landKind: 'standard' }
  const { status, body } = await officer.post('/parcels', { ...fields, serviceLevel: 'seven' })
  expect(status).toBe(200)
  return (body as { record: { id: string } }).record.id
}

const corners = (west: number, south: number, size = 0.003): Position[] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
]
const square = (west: number, south: number, size?: number): Shape => ({
  ...{ type: 'Polygon', coordinates: [corners(west, south, size)] },
})
const feature = (geometry: unknown, properties: object) => ({ type: 'Feature', properties, geometry })
const collection = (features: readonly unknown[], more = {}) =>
  JSON.stringify({ type: 'FeatureCollection', ...more, features })

const asked = { datum: 'cgcs2000', validFrom: '2026-03-01' }
const send = (content: string | Uint8Array<ArrayBuffer>, fields = {}) =>
  officer.upload('/parcel-shapes/read', 'file', content, { ...asked, ...fields })
async function read(content: string | Uint8Array<ArrayBuffer>, fields = {}): Promise<Read> {
  const { status, body } = await send(content, fields)
  expect(body).toMatchObject({ shapes: expect.anything() })
  expect(status).toBe(200)
  return body as Read
}

const fresh = { landUse: 'industrial', landKind: 'standard', serviceLevel: 'seven' } as const
const takenOf = ({ number, shape, parcel, code, name, registeredSqm }: Read['shapes'][number]): Taken => {
  if (shape === null) throw new Error('there is no shape')
  const made = { ...fresh, code: code ?? '', name: name ?? '', registeredAreaSqm: registeredSqm ?? 0 }
  return { number, shape, parcel: parcel ? { id: parcel.id, version: parcel.version } : made }
}
const confirmed = { datum: 'cgcs2000', source: '勘测定界报告', reason: '首次入库', validFrom: '2026-03-01' }
const take = (shapes: readonly Taken[], more = {}) =>
  officer.post('/parcel-shapes/import', { ...confirmed, shapes, ...more })
const codeOf = ({ status, body }: { status: number; body: unknown }) => [status, (body as { code?: string }).code]
const groundOf = async (id: string) => (await officer.get(`/parcels/${id}/ground`)).body as Ground

it('reads GeoJSON, says of each shape what it is, writes nothing; then takes in old and new parcels at once', async () => {
  const id = await newParcel('I-1')
  const file = collection([
    feature(square(110.7, 35.1), { 地块编号: 'I-1' }),
    feature(square(110.71, 35.1), { 地块编号: 'I-2', 地块名称: '新地块', 面积: 95_000 }),
    feature(square(110.72, 35.1), {}),
  ])
  const { shapes, datum, saidByFile } = await read(file)
  expect([datum, saidByFile]).toEqual(['cgcs2000', false])
  expect(shapes[0]).toMatchObject({ parcel: { id, drawn: false }, registeredSqm: 91_000, findings: [], warnings: [] })
  expect(shapes[1]).toMatchObject({ parcel: null, code: 'I-2', name: '新地块', findings: [] })
  expect(shapes[1]?.warnings[0]?.zh).toContain('超过 1%')
  expect(shapes[2]?.findings[0]?.text.zh).toContain('没有地块编号')
  expect((await groundOf(id)).shapes).toEqual([])
  const answer = await take(shapes.slice(0, 2).map(takenOf))
  expect(answer).toMatchObject({
    status: 200,
    body: {
      imported: [
        { code: 'I-1', isNew: false },
        { code: 'I-2', isNew: true },
      ],
    },
  })
  const made = (answer.body as OutputOf<typeof importShapes>).imported[1]?.id ?? ''
  expect((await groundOf(made)).shapes).toMatchObject([{ source: '勘测定界报告', validFrom: '2026-03-01' }])
  const history = await officer.get(`/parcels/${id}/history`)
  expect(JSON.stringify(history.body)).toContain('首次入库')
  expect(codeOf(await take(shapes.slice(0, 1).map(takenOf)))).toEqual([409, 'parcels.stale'])
  expect(codeOf(await take(shapes.slice(1, 2).map(takenOf)))).toEqual([409, 'parcels.code_taken'])
  const again = await read(file, { validFrom: '2026-03-02' })
  expect(again.shapes[0]).toMatchObject({ parcel: { id, drawn: true }, findings: [] })
  const revised = await take(again.shapes.slice(0, 2).map(takenOf), { validFrom: '2026-03-02' })
  expect(revised.status).toBe(200)
  expect((await groundOf(id)).shapes.map(({ validUntil }) => validUntil)).toEqual([null, '2026-03-02'])
})

it('refuses or asks about what is wrong, names the shape, and imports nothing of the file', async () => {
  await newParcel('I-10')
  const held = await read(collection([feature(square(110.8, 35.1), { code: 'I-10' })]))
  expect((await take(held.shapes.map(takenOf))).status).toBe(200)
  const [a, b, c, d] = [110.81, 110.82, 110.83, 110.84].map((west) => square(west, 35.1))
  const bow = {
    type: 'Polygon',
    coordinates: [
      [
        [110.85, 35.1],
        [110.86, 35.11],
        [110.86, 35.1],
        [110.85, 35.11],
        [110.85, 35.1],
      ],
    ],
  }
  const file = collection([
    feature(a, { code: 'N-1', area: 91_000 }),
    feature(square(110.801, 35.1), { code: 'N-2', area: 91_000 }),
    feature(square(110.80299, 35.104), { code: 'N-3', area: 91_000 }),
    feature(bow, { code: 'N-4', area: 91_000 }),
    feature(square(112.8, 35.1), { code: 'N-5', area: 91_000 }),
    feature(b, { code: 'N-6', area: 91_000 }),
    feature(b, { code: 'N-7', area: 91_000 }),
    feature(c, { code: 'N-8', area: 91_000 }),
    feature(d, { code: 'N-8', area: 91_000 }),
  ])
  const { shapes } = await read(file)
  const sentence = (i: number) => shapes[i]?.findings[0]?.text.zh ?? ''
  expect(sentence(0)).toBe('')
  expect(sentence(1)).toContain('与地块 I-10')
  expect(sentence(2)).toBe('')
  expect(sentence(3)).toContain('边界自相交')
  expect(sentence(4)).toContain('本区坐标范围')
  expect(shapes[5]?.findings).toMatchObject([{ doubt: null, with: 7 }])
  expect(sentence(7)).toContain('第 9 个图形也是“N-8”')
  const both = await take([shapes[0], shapes[3]].flatMap((one) => (one ? [takenOf(one)] : [])))
  expect(codeOf(both)).toEqual([422, 'parcels.shape_refused'])
  expect(JSON.stringify(both.body)).toContain('第 4 个图形（N-4）')
  expect(JSON.stringify((await officer.get('/parcels-overview')).body)).not.toContain('N-1')
  const strip = await read(collection([feature(square(110.80299, 35.1), { code: 'N-3', area: 91_000 })]))
  expect(strip.shapes[0]?.findings).toMatchObject([{ doubt: 'overlap' }])
  expect(await take(strip.shapes.map(takenOf))).toMatchObject({
    status: 422,
    body: { details: { accept: 'overlap', number: 1 } },
  })
  expect((await take(strip.shapes.map(takenOf), { accept: ['overlap'] })).status).toBe(200)
})

it('hears the datum of the file and refuses what is not CGCS2000', async () => {
  const crs = (name: string) => ({ crs: { type: 'name', properties: { name } } })
  const one = [feature(square(110.75, 35.2), { code: 'D-1', area: 91_000 })]
  const said = await read(collection(one, crs('urn:ogc:def:crs:OGC:1.3:CRS84')))
  expect(said).toMatchObject({ datum: 'wgs84', saidByFile: true, shapes: [{ findings: [{ doubt: 'datum' }] }] })
  const older = await read(collection(one, crs('EPSG:4610')))
  expect(older.shapes[0]?.findings[0]).toMatchObject({ doubt: null })
  const phone = await read(collection(one), { datum: 'gcj-02' })
  expect(phone.shapes[0]?.findings[0]?.text.zh).toContain('GCJ-02')
  const refused = await take(phone.shapes.map(takenOf), { datum: 'gcj-02' })
  expect(codeOf(refused)).toEqual([422, 'parcels.shape_refused'])
  const ring = corners(110.75, 35.2).map((at) => toPlane(at, 37))
  const plane = [feature({ type: 'Polygon', coordinates: [ring] }, { code: 'D-1', area: 91_000 })]
  const placed = await read(collection(plane, crs('urn:ogc:def:crs:EPSG::4546')))
  expect(placed).toMatchObject({ datum: 'cgcs2000', saidByFile: true, shapes: [{ findings: [] }] })
  expect(codeOf(await send(collection([])))).toEqual([400, 'parcels.file_unreadable'])
  expect(codeOf(await send(collection(one), { validFrom: '2026-03-03' }))).toEqual([422, 'parcels.in_the_future'])
})

it('reads coordinate tables as CSV in GBK, with and without the zone number', async () => {
  const rows = (prefix: number) =>
    corners(110.76, 35.2).map((at, i) => {
      const [e, n] = toPlane(at, 37)
      return `C-1,J${i + 1},${n.toFixed(4)},${(prefix + e).toFixed(4)}`
    })
  // 地块编号,点号 in GBK.
  const head = Buffer.from('b5d8bfe9b1e0bac52cb5e3bac5', 'hex')
  const table = (prefix: number) =>
    new Uint8Array(Buffer.concat([head, Buffer.from(`,X,Y\n${rows(prefix).join('\n')}\n`)]))
  const prefixed = await read(table(37e6))
  expect(prefixed.shapes).toMatchObject([{ code: 'C-1', findings: [], registeredSqm: null }])
  expect(prefixed.shapes[0]?.drawnSqm).toBeCloseTo(90_980, -3)
  const bare = await read(table(0))
  expect(bare.shapes[0]?.findings[0]?.text.zh).toContain('没有带号')
  const chosen = await read(table(0), { meridian: '111' })
  expect(chosen.shapes[0]?.shape).toEqual(prefixed.shapes[0]?.shape)
})

it('is for those who draw, in their own zone', async () => {
  const agent = await actor(stage, 'agent')
  expect((await agent.upload('/parcel-shapes/read', 'a', collection([]), asked)).status).toBe(403)
  const shapes = [{ number: 1, shape: square(110.7, 35.2), parcel: { id: await newParcel('Z-1'), version: 1 } }]
  const elsewhere = await actor({ ...stage, zone: 'jiexiu' }, 'officer')
  expect((await elsewhere.post('/parcel-shapes/import', { ...confirmed, shapes })).status).toBe(404)
})

const run = promisify(execFile)
const ogr = ['/usr/bin/ogr2ogr', '/usr/local/bin/ogr2ogr', '/opt/homebrew/bin/ogr2ogr'].find(existsSync)

it.skipIf(ogr === undefined)(
  'reads Shapefiles as ogr2ogr writes them: degrees and projected, GBK and UTF-8',
  async () => {
    const folder = join(app().dataFolder, 'shapefile')
    await mkdir(folder)
    const hole = corners(110.781, 35.201, 0.001).toReversed()
    const shape: Shape = { type: 'Polygon', coordinates: [corners(110.78, 35.2), hole] }
    const source = join(folder, 'source.geojson')
    const properties = { DKBH: 'S-1', DKMC: '示例地块', MJ: 82_000 }
    await writeFile(source, collection([feature(shape, properties)]))
    const layer = async (name: string, args: readonly string[]): Promise<Read> => {
      const to = join(folder, name)
      await run(ogr as string, ['-f', 'ESRI Shapefile', to, source, '-s_srs', 'EPSG:4490', ...args])
      const zip = new PizZip()
      for (const file of await readdir(to)) zip.file(`图层/${file}`, await readFile(join(to, file)))
      return read(new Uint8Array(zip.generate({ type: 'uint8array', compression: 'DEFLATE' })))
    }
    const degrees = await layer('degrees', ['-t_srs', 'EPSG:4490', '-lco', 'ENCODING=GBK'])
    expect(degrees).toMatchObject({ datum: 'cgcs2000', saidByFile: true })
    expect(degrees.shapes).toMatchObject([{ code: 'S-1', name: '示例地块', registeredSqm: 82_000, findings: [] }])
    expect(degrees.shapes[0]?.shape?.coordinates).toHaveLength(2)
    for (const [name, code] of [
      ['prefixed', 'EPSG:4525'],
      ['bare', 'EPSG:4546'],
      ['six', 'EPSG:4497'],
    ] as const) {
      const plane = await layer(name, ['-t_srs', code, '-lco', 'ENCODING=UTF-8'])
      expect(plane.shapes).toMatchObject([{ code: 'S-1', name: '示例地块', findings: [] }])
      expect(plane.shapes[0]?.drawnSqm).toBeCloseTo(degrees.shapes[0]?.drawnSqm ?? 0, 1)
    }
  },
)
