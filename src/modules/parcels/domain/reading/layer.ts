import { type GeometryRead, namedIn } from './candidate.ts'
import { readDbf } from './dbf.ts'
import { noArea } from './geojson.ts'
import { referenceOfWkt } from './reference.ts'
import { shapeFromNumbers } from './rings.ts'
import { readShapes } from './shapefile.ts'

interface LayerFiles {
  readonly shp: Uint8Array
  readonly dbf: Uint8Array | null
  readonly prj: string
  readonly cpg: string
}

interface Reading {
  readonly meridian: number | null
  /** UTF-8 where it is one, else GBK: what a table without `.cpg` is read by. */
  readonly decodeText: (bytes: Uint8Array) => string
}

/** The files of one Shapefile as candidates: shapes in the order of the file, each with its row. */
export function readLayer({ shp, dbf, prj, cpg }: LayerFiles, { meridian, decodeText }: Reading): GeometryRead {
  const said = referenceOfWkt(prj)
  const rows = dbf === null ? [] : readDbf(dbf, decoderOf(cpg, decodeText))
  const candidates = readShapes(shp).flatMap((rings, i) => {
    const row = rows[i]
    if (row === null) return []
    const shaped = rings === null ? { shape: null, flaw: noArea } : shapeFromNumbers(rings, said.meridian ?? meridian)
    return [{ ...namedIn(row ?? {}), ...shaped }]
  })
  return { datum: said.datum, candidates }
}

/** `.cpg` names the encoding; `936` and `GBK` are one. What nobody knows is read as a table without it. */
function decoderOf(cpg: string, decodeText: (bytes: Uint8Array) => string): (bytes: Uint8Array) => string {
  const name = cpg.trim()
  if (name === '') return decodeText
  const label = /936|GB/i.test(name) ? 'gb18030' : name
  try {
    const decoder = new TextDecoder(label)
    return (bytes) => decoder.decode(bytes)
  } catch {
    return decodeText
  }
}
