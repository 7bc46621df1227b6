import { describe, expect, it } from 'vitest'
import { toPlane } from '../../../../kernel/geometry/gauss-kruger.ts'
import type { Position, Ring } from '../../../../kernel/geometry/shape.ts'
import { readCoordinateTable } from './coordinate-table.ts'
import { readCoordinateText } from './coordinate-text.ts'
import { readGeoJson } from './geojson.ts'
import { positionOf } from './plane-position.ts'
import { datumNamed, referenceOfCode, referenceOfWkt } from './reference.ts'
import { shapeFromRings } from './rings.ts'
import { readShapes } from './shapefile.ts'

const corner: Position = [110.7, 35.1]
const [easting, northing] = toPlane(corner, 37)

const at = (a: number, b: number, meridian: number | null) => {
  const placed = positionOf(a, b, meridian)
  return 'at' in placed ? placed.at.map((value) => Number(value.toFixed(8))) : placed.flaw.zh
}

describe('coordinates of the survey (GB/T 17798-2007)', () => {
  it('are read with and without the number of a 3° zone, in either order', () => {
    expect(at(northing, 37e6 + easting, null)).toEqual(corner)
    expect(at(37e6 + easting, northing, null)).toEqual(corner)
    expect(at(northing, easting, 111)).toEqual(corner)
  })
  it('are read in 6° zones: 19 is 111°E too, 20 is 117°E', () => {
    expect(at(northing, 19e6 + easting, null)).toEqual(corner)
    const [far, north] = toPlane([116.2, 35.1], 39)
    expect(at(north, 20e6 + far, null)).toEqual([116.2, 35.1])
  })
  it('say what lacks: no number and no meridian, a zone that there is not, no coordinate at all', () => {
    expect(at(northing, easting, null)).toContain('请在上面选择中央经线')
    expect(at(northing, 24e6 + easting, null)).toContain('带号 24 不存在')
    expect(at(12, 5000, 111)).toContain('不是经纬度')
  })
})

describe('what a file says of its coordinates', () => {
  it('by codes of EPSG', () => {
    expect(referenceOfCode('urn:ogc:def:crs:EPSG::4525')).toEqual({ datum: 'cgcs2000', meridian: 111 })
    expect(referenceOfCode('EPSG:4546')).toEqual({ datum: 'cgcs2000', meridian: 111 })
    expect(referenceOfCode('EPSG:4498')).toEqual({ datum: 'cgcs2000', meridian: 117 })
    expect(referenceOfCode('EPSG:4502')).toEqual({ datum: 'cgcs2000', meridian: 75 })
    expect(referenceOfCode('urn:ogc:def:crs:OGC:1.3:CRS84').datum).toBe('wgs84')
    expect(referenceOfCode('EPSG:2383').datum).toBe('older')
    expect(referenceOfCode('EPSG:3857').datum).toBe('unknown')
  })
  it('by WKT and by the survey', () => {
    const wkt = 'PROJCS["CGCS2000_3_Degree_GK_CM_111E",PARAMETER["Central_Meridian",111.0]]'
    expect(referenceOfWkt(wkt)).toEqual({ datum: 'cgcs2000', meridian: 111 })
    expect(referenceOfWkt('GEOGCS["GCS_WGS_1984",…]').datum).toBe('wgs84')
    expect(referenceOfWkt('').datum).toBeNull()
    expect(datumNamed('80国家大地坐标系')).toBe('older')
    expect(datumNamed('2000国家大地坐标系')).toBe('cgcs2000')
  })
})

const square = (west: number, south: number, side: number): Ring => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south],
]

it('rings find their places whatever their order and turn: hole, island, and a second part', () => {
  const [outer, hole, island, apart] = [square(0, 0, 9), square(1, 1, 7), square(3, 3, 2), square(20, 0, 1)]
  const shape = shapeFromRings([island, hole.toReversed(), apart, outer])
  expect(shape).toEqual({ type: 'MultiPolygon', coordinates: [[island], [apart], [outer, hole.toReversed()]] })
})

it('a coordinate table: merged cells, rings, areas in mu, what is no number', () => {
  const head = ['地块编号', '名称', '面积（亩）', '点号', '圈号', 'X（m）', 'Y（m）']
  const line = (code: string | null, ring: number, [x, y]: Position): (string | number | null)[] => {
    const [e, n] = toPlane([x, y], 37)
    return [code, code && '甲', code && 150, 'J1', ring, n, String(37e6 + e)]
  }
  const [outer, hole] = [square(110.7, 35.1, 0.003), square(110.701, 35.101, 0.001)]
  const points = [...outer.slice(0, 4).map((p) => [1, p] as const), ...hole.slice(0, 4).map((p) => [2, p] as const)]
  const rows = [['界址点成果表'], head, ...points.map(([ring, p], i) => line(i === 0 ? 'T-1' : null, ring, p))]
  const [one, ...others] = readCoordinateTable(rows, null).candidates
  expect(others).toEqual([])
  expect(one).toMatchObject({ code: 'T-1', name: '甲', registeredSqm: 100_000, flaw: null })
  expect(one?.shape?.coordinates).toHaveLength(2)
  const bad = readCoordinateTable([...rows, ['T-2', '', '', 'J1', 1, '三', 4]], null).candidates[1]
  expect(bad).toMatchObject({ code: 'T-2', shape: null })
  expect(bad?.flaw?.zh).toContain('第 11 行')
  expect(() => readCoordinateTable([['甲', '乙']], null)).toThrow('No columns of coordinates')
})

it('the exchange text of surveys: area in ha, zone of its head, a ring of a hole', () => {
  const lines = (ring: Ring, number: number) =>
    ring.map((p, i) => {
      const [e, n] = toPlane(p, 37)
      return `J${i + 1},${number},${n.toFixed(4)},${e.toFixed(4)}`
    })
  const text = [
    '[属性描述]',
    '坐标系=2000国家大地坐标系',
    '几度分带=3',
    '带号=37',
    '[地块坐标]',
    '10,9.1000,LY-9,示例地块,面,,工业用地,,@',
    ...lines(square(110.7, 35.1, 0.003), 1),
    ...lines(square(110.701, 35.101, 0.001), 2),
    '4,0.1,LY-10,坏,面,,,,@',
    'J1,1,3889000',
  ].join('\r\n')
  const { datum, candidates } = readCoordinateText(text, null)
  expect(datum).toBe('cgcs2000')
  expect(candidates).toMatchObject([
    { code: 'LY-9', name: '示例地块', registeredSqm: 91_000, flaw: null },
    { code: 'LY-10', shape: null },
  ])
  expect(candidates[0]?.shape?.coordinates).toHaveLength(2)
})

it('GeoJSON: properties in Chinese, heights left out, what is no area', () => {
  const feature = (geometry: unknown, properties = {}) => ({ type: 'Feature', properties, geometry })
  const ring = square(110.7, 35.1, 0.003).map(([x, y]) => [x, y, 512])
  const text = JSON.stringify({
    type: 'FeatureCollection',
    features: [
      feature({ type: 'Polygon', coordinates: [ring] }, { 地块编号: 'T-1', 面积: 91_000 }),
      feature({ type: 'Point', coordinates: [110.7, 35.1] }),
      feature(null),
    ],
  })
  const [one, point, none] = readGeoJson(text, null).candidates
  expect(one).toMatchObject({ code: 'T-1', registeredSqm: 91_000, flaw: null })
  expect(one?.shape?.coordinates[0]?.[0]).toEqual([110.7, 35.1])
  expect([point?.flaw?.zh, none?.flaw?.zh]).toEqual([
    expect.stringContaining('不是面'),
    expect.stringContaining('不是面'),
  ])
  expect(() => readGeoJson('{"type":', null)).toThrow('broken off')
  expect(() => readGeoJson('{"type":"Topology"}', null)).toThrow('FeatureCollection')
})

it('a damaged .shp is refused with a sentence, whatever its numbers say', () => {
  const bytes = new Uint8Array(200)
  expect(() => readShapes(bytes)).toThrow('damaged')
  const view = new DataView(bytes.buffer)
  view.setInt32(0, 9994)
  view.setInt32(104, 46)
  view.setInt32(108, 5, true)
  view.setInt32(144, 2_000_000_000, true)
  view.setInt32(148, 2_000_000_000, true)
  expect(() => readShapes(bytes)).toThrow('damaged')
})
