/*
 * ESRI Shapefile Technical Description (1998): the part that parcels need, polygons with or without heights and measures. Read here and not by a
 * package: what exists either brings a projection of its own or is no longer kept, and the format has not changed since.
 */
import type { Position, Ring } from '../../../../kernel/geometry/shape.ts'
import { unreadable } from './candidate.ts'

const fileCode = 9994
const headerBytes = 100
const polygonTypes: readonly number[] = [5, 15, 25]

/** Rings of each record in the order of the file; null: the record has no polygon. */
export function readShapes(bytes: Uint8Array): readonly (readonly Ring[] | null)[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    if (view.getInt32(0) !== fileCode) throw new RangeError('not a shapefile')
    const found: (readonly Ring[] | null)[] = []
    for (let at = headerBytes; at < view.byteLength; at += 8 + 2 * view.getInt32(at + 4)) {
      if (view.getInt32(at + 4) <= 0) throw new RangeError('a record without content')
      found.push(polygonTypes.includes(view.getInt32(at + 8, true)) ? ringsAt(view, at + 8) : null)
    }
    return found
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw unreadable(
      'Shapefile 的 .shp 文件已损坏：请重新导出并压缩。',
      'The .shp file is damaged: export the Shapefile again and zip it.',
    )
  }
}

function ringsAt(view: DataView, at: number): Ring[] {
  const [parts, points] = [view.getInt32(at + 36, true), view.getInt32(at + 40, true)]
  const pointsAt = at + 44 + 4 * parts
  if (parts < 0 || points < 0 || pointsAt + 16 * points > view.byteLength) throw new RangeError('points beyond the end')
  const starts = Array.from({ length: parts }, (_, i) => view.getInt32(at + 44 + 4 * i, true))
  if (starts.some((start, i) => start < 0 || start > (starts[i + 1] ?? points)))
    throw new RangeError('parts out of order')
  return starts.map((start, i) =>
    Array.from(
      { length: (starts[i + 1] ?? points) - start },
      (_, j): Position => [
        view.getFloat64(pointsAt + 16 * (start + j), true),
        view.getFloat64(pointsAt + 16 * (start + j) + 8, true),
      ],
    ),
  )
}
