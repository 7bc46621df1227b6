import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { signedInAs, testContext, zoneRef } from '../../../../../test/support/accounts.ts'
import { corner, fieldAt, groundModule } from '../../../../../test/support/ground-module.ts'
import { startTestApp } from '../../../../../test/support/server.ts'
import { positionsOf } from '../../../../kernel/geometry/geojson.ts'
import type { MapFeature } from '../../../../kernel/map-layer.ts'
import { recordEndpoints } from '../../../../kernel/record-endpoints.ts'
import { cgcs2000 } from '../../contract/ogc.ts'
import type { Publication } from '../../contract/publication.ts'
import { setting } from '../../contract/setting.ts'

const passed = { validFrom: '2020-01-01', validUntil: '2026-01-01' }
const fields = Array.from({ length: 250 }, (_, i) => fieldAt(i, i === 249 ? passed : {}))
const now = new Date('2026-03-02T01:00:00Z')
const app = startTestApp({ extra: [groundModule(fields)], now: () => now })
const service = '/api/zones/linyi/ogc'
const layer = 'ground.field'
const shown = fields.length - 1

const as = async (role: 'leader' | 'officer' | 'promoter') =>
  (await signedInAs(app().db, { zone: 'linyi', roles: [role] })).headers
const asked = { layer, audience: 'public', reviewNumber: '晋S（2026）001号', reviewedOn: '2026-02-01', toleranceM: 5 }
const publishing = '/api/zones/linyi/map/publications'

async function publish(more: object = {}, role: 'leader' | 'officer' = 'leader') {
  const { status, body } = await app().post(publishing, { ...asked, ...more }, await as(role))
  return { status, body: body as Publication & { code?: string } }
}

async function published<T>(work: () => Promise<T>, more: object = {}): Promise<T> {
  const { body } = await publish(more)
  expect(body).toMatchObject({ layer, withdrawnOn: null })
  const done = await work().finally(async () => {
    const headers = await as('leader')
    const given = { version: body.version, reason: '试验完毕' }
    expect((await app().post(`${publishing}/${body.id}/withdraw`, given, headers)).status).toBe(200)
  })
  return done
}

interface Items {
  readonly features: readonly { id: string; geometry: MapFeature['geometry']; properties: Record<string, unknown> }[]
  readonly links: readonly { rel: string; href: string }[]
  readonly numberReturned: number
}
async function items(query = '', base = service, headers: Record<string, string> = {}): Promise<Items> {
  const { status, body } = await app().get(`${base}/collections/${layer}/items${query}`, headers)
  expect(status).toBe(200)
  return body as Items
}

it('a public layer needs a map setting first, and a leader', async () => {
  expect((await publish({}, 'officer')).status).toBe(403)
  expect(await publish()).toMatchObject({ status: 422, body: { code: 'map.no_setting' } })
  const zone = await zoneRef(app().db, 'linyi')
  expect(testContext(now, zone).zone).toEqual(zone)
  const given = { holder: '自然资源分局', longitude: 110, latitude: 35, zoom: 13, publicToleranceM: 5 }
  const made = await app().post(
    recordEndpoints(setting).create.path.replace(':zone', 'linyi'),
    { ...given, validFrom: '2026-01-01', source: '试验' },
    await as('officer'),
  )
  expect(made.status).toBe(200)
  expect(await publish({ toleranceM: 1 })).toMatchObject({ status: 422, body: { code: 'map.too_exact' } })
})

it('nothing is there until a layer is published, and nothing after it is withdrawn', async () => {
  const at = `${service}/collections/${layer}`
  const statuses = async () =>
    Promise.all(['', '/items', '/items/x'].map(async (path) => (await app().get(at + path)).status))
  expect(await statuses()).toEqual([404, 404, 404])
  expect((await app().get(`${service}/collections`)).body).toMatchObject({ collections: [] })
  await published(async () => expect(await statuses()).toEqual([200, 200, 404]))
  expect(await statuses()).toEqual([404, 404, 404])
})

it('a layer is published once, and a withdrawal is not repeated', async () => {
  await published(async () => {
    expect(await publish()).toMatchObject({ status: 409, body: { code: 'map.published_already' } })
  })
  const { body } = await app().get(publishing, await as('officer'))
  const [last] = (body as { publications: Publication[] }).publications
  expect(last).toMatchObject({ reason: '试验完毕', withdrawnOn: '2026-03-02' })
  const again = { version: last?.version, reason: '再撤一次' }
  expect((await app().post(`${publishing}/${last?.id}/withdraw`, again, await as('leader'))).status).toBe(409)
})

it('pages follow one another until every feature of the day came once', async () => {
  await published(async () => {
    const seen: string[] = []
    for (let next: string | undefined = `${app().url}${service}/collections/${layer}/items?limit=60`; next; ) {
      const page = (await (await fetch(next)).json()) as Items
      expect(page.numberReturned).toBe(page.features.length)
      seen.push(...page.features.map(({ id }) => id))
      next = page.links.find(({ rel }) => rel === 'next')?.href
    }
    expect(seen).toEqual(fields.slice(0, shown).map(({ id }) => id))
  })
})

it('bbox and datetime narrow it; a public layer is coarsened and tells open fields alone', async () => {
  await published(async () => {
    const { longitude, latitude, side } = corner
    const [west, east] = [longitude + 2 * side, longitude + 3 * side]
    const box = `${west},${latitude},${east},${latitude + side}`
    const turned = `${latitude},${west},${latitude + side},${east}`
    const [one] = (await items(`?bbox=${box}`)).features
    expect(one?.properties).toEqual({
      name: '试验地 1',
      state: 'ready',
      validFrom: null,
      validUntil: null,
      areaSqm: 1001,
    })
    const same = await items(`?bbox=${turned}&bbox-crs=${encodeURIComponent(cgcs2000)}`)
    expect(same.features.map(({ id }) => id)).toEqual([one?.id])
    const past = await items(`?datetime=2025-12-31&limit=1000`)
    expect(past.features).toHaveLength(fields.length)
    const first = (await items('?limit=1')).features[0]?.geometry as MapFeature['geometry']
    expect(first).not.toEqual(fields[0]?.geometry)
  })
})

it('EPSG:4490 has latitude first, and the answer names its reference system', async () => {
  await published(async () => {
    const query = `?limit=1&crs=${encodeURIComponent(cgcs2000)}`
    const answer = await app().get(`${service}/collections/${layer}/items${query}`)
    expect(answer.headers.get('content-crs')).toBe(`<${cgcs2000}>`)
    const [turned, plain] = [answer.body as Items, await items('?limit=1')]
    const of = ({ features: [one] }: Items) => (one ? positionsOf(one.geometry) : [])
    expect(of(turned).map(([y, x]) => [x, y])).toEqual(of(plain))
  })
})

it.each(['bbox=1,2', 'datetime=soon', 'limit=0', 'colour=red', 'crs=EPSG:3857'])('%s is refused', async (query) => {
  await published(async () => {
    expect((await app().get(`${service}/collections/${layer}/items?${query}`)).status).toBe(400)
  })
})

it('is read as HTML by a browser and as OpenAPI by a program', async () => {
  await published(async () => {
    for (const path of [
      '',
      '/api',
      '/conformance',
      '/collections',
      `/collections/${layer}`,
      `/collections/${layer}/items`,
    ]) {
      const html = await fetch(`${app().url}${service}${path}`, { headers: { accept: 'text/html,*/*' } })
      expect(html.headers.get('content-type')).toContain('text/html')
      expect(await html.text()).toContain('<h1>')
      const json = await fetch(`${app().url}${service}${path}?f=json`, { headers: { accept: 'text/html' } })
      expect(json.headers.get('content-type')).toContain('json')
    }
    const { body } = await app().get(`${service}/api`)
    expect(Object.keys((body as { paths: object }).paths)).toContain('/collections/{collectionId}/items')
  })
})

it('inside, a layer published for the house alone is whole, for whoever may see it', async () => {
  const inside = '/api/zones/linyi/map/ogc'
  await published(
    async () => {
      expect((await app().get(`${service}/collections/${layer}`)).status).toBe(404)
      const { features } = await items('?limit=1', inside, await as('officer'))
      expect(features[0]).toMatchObject({ geometry: fields[0]?.geometry, properties: { owner: '不外传' } })
      expect((await app().get(`${inside}/collections/${layer}`, await as('promoter'))).status).toBe(404)
      expect((await app().get(`${inside}/collections/${layer}`)).status).toBe(401)
    },
    { audience: 'inside', toleranceM: 0 },
  )
})

const run = promisify(execFile)
const ogr = ['/usr/bin/ogr2ogr', '/usr/local/bin/ogr2ogr', '/opt/homebrew/bin/ogr2ogr'].find(existsSync)

it.skipIf(ogr === undefined)('ogr2ogr copies a published layer to a GeoPackage that equals the database', async () => {
  await published(async () => {
    const file = join(app().dataFolder, 'layer.gpkg')
    const source = `OAPIF:${app().url}${service}`
    await run(ogr as string, ['-f', 'GPKG', file, source, layer, '-oo', 'PAGE_SIZE=60', '-nln', 'fields'])
    const { stdout } = await run(ogr as string, ['-f', 'GeoJSON', '/vsistdout/', file, 'fields'], { maxBuffer: 1e8 })
    const copied = (JSON.parse(stdout) as Items).features
    const want = fields.slice(0, shown)
    expect(copied.map(({ properties }) => [properties.name, properties.state, properties.areaSqm])).toEqual(
      want.map(({ name, state, values }) => [name, state, values.areaSqm]),
    )
    const { features } = await items('?limit=1000')
    for (const [i, { geometry }] of copied.entries()) {
      const served = features[i]?.geometry
      const flat = (of: MapFeature['geometry'] | undefined) => (of ? positionsOf(of).flat() : [])
      for (const [at, value] of flat(geometry).entries()) expect(value).toBeCloseTo(flat(served)[at] ?? 0, 6)
    }
    const { longitude, latitude, side } = corner
    const box = [longitude, latitude, longitude + 3.5 * side, latitude + side].map(String)
    const part = join(app().dataFolder, 'part.gpkg')
    await run(ogr as string, ['-f', 'GPKG', part, source, layer, '-spat', ...box])
    const some = await run(ogr as string, ['-f', 'GeoJSON', '/vsistdout/', part])
    expect((JSON.parse(some.stdout) as Items).features).toHaveLength(2)
  })
  const gone = run(ogr as string, [
    '-f',
    'GPKG',
    join(app().dataFolder, 'gone.gpkg'),
    `OAPIF:${app().url}${service}`,
    layer,
  ])
  await expect(gone).rejects.toThrow()
})
