import { inflateRawSync } from 'node:zlib'
import type { Uploaded } from '../../../kernel/uploaded.ts'
import { decodeText } from '../../../platform/sheets/decode.ts'
import { readGrids } from '../../../platform/sheets/grid.ts'
import { type Entry, entriesOf, isStored } from '../../../platform/sheets/xlsx/zip.ts'
import { type GeometryRead, unreadable } from '../domain/reading/candidate.ts'
import { readCoordinateTable } from '../domain/reading/coordinate-table.ts'
import { isCoordinateText, readCoordinateText } from '../domain/reading/coordinate-text.ts'
import { readGeoJson } from '../domain/reading/geojson.ts'
import { readLayer } from '../domain/reading/layer.ts'

/** What a file is its content says, not its name: Shapefile (zip), workbook, GeoJSON, exchange text of surveys, or a table as text. */
export async function readGeometry({ bytes }: Uploaded, meridian: number | null): Promise<GeometryRead> {
  const entries = entriesOf(bytes)
  const packed = entries?.filter(({ name }) => !/(^|\/)(__MACOSX\/|\._)/.test(name)) ?? []
  if (packed.some(({ name }) => /\.shp$/i.test(name))) return readShapefile(packed, meridian)
  if (entries === null) {
    const text = decodeText(bytes)
    if (/^\s*\{/.test(text)) return readGeoJson(text, meridian)
    if (isCoordinateText(text)) return readCoordinateText(text, meridian)
  }
  const [grid] = await readGrids(bytes)
  return readCoordinateTable(grid?.rows ?? [], meridian)
}

const mostUnpacked = 60 * 1024 * 1024

/** All layers of the archive, one after the other. */
function readShapefile(entries: readonly Entry[], meridian: number | null): GeometryRead {
  const named = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry]))
  const layers = [...named.keys()].filter((name) => name.endsWith('.shp')).map((name) => name.slice(0, -4))
  const read = layers.map((layer) => {
    const part = (ending: string) => unpacked(named.get(`${layer}.${ending}`))
    const [shp, dbf, prj, cpg] = [part('shp'), part('dbf'), part('prj'), part('cpg')]
    return readLayer(
      { shp: shp ?? new Uint8Array(), dbf, prj: textOf(prj), cpg: textOf(cpg) },
      { meridian, decodeText },
    )
  })
  const [datum, other] = new Set(read.map((one) => one.datum))
  if (other !== undefined)
    throw unreadable(
      '压缩包里的几个图层坐标系不同：请分开上传。',
      'The layers of this archive are in different datums: send them one by one.',
    )
  return { datum: datum ?? null, candidates: read.flatMap(({ candidates }) => candidates) }
}

const textOf = (bytes: Uint8Array | null): string => (bytes === null ? '' : decodeText(bytes))

function unpacked(entry: Entry | undefined): Uint8Array | null {
  if (!entry) return null
  if (isStored(entry)) return entry.body
  try {
    return inflateRawSync(entry.body, { maxOutputLength: mostUnpacked })
  } catch {
    throw unreadable(
      '压缩包解不开或解开后过大：请重新压缩，一个图层一个包。',
      'The archive cannot be unpacked, or unpacks to too much: zip it again, one layer each.',
    )
  }
}
