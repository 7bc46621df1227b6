import { findFlaws } from '../../../kernel/geometry/flaws.ts'
import type { Shape } from '../../../kernel/geometry/shape.ts'
import type { Database } from '../../../platform/module.ts'
import type { Datum } from '../contract/shape.ts'
import type { ShapeFinding } from '../contract/shape-import.ts'
import { beforeTheLast, findingsOf } from '../domain/draw.ts'
import { overlapsInFile, plainFinding, retiredParcel, twiceFinding } from '../domain/shape-import.ts'
import { overlapsWith } from './overlaps.ts'
import { envelopeOf, shapesOf } from './store.ts'
import type { ParcelRow } from './table.ts'

/** A shape of a file and the parcel that it is for; null: a new one. */
export interface Aimed {
  readonly number: number
  readonly code: string
  readonly name: string
  readonly parcel: ParcelRow | null
  readonly shape: Shape
}

/** What speaks against each of them: by itself, beside the ground of others, beside the other shapes of the file. */
export async function findingsFor(
  db: Database,
  zoneId: string,
  { aimed, datum, validFrom }: { readonly aimed: readonly Aimed[]; readonly datum: Datum; readonly validFrom: string },
): Promise<ReadonlyMap<number, readonly ShapeFinding[]>> {
  const envelope = await envelopeOf(db, zoneId, validFrom)
  const replaced = aimed.flatMap(({ parcel }) => (parcel ? [parcel.id] : []))
  // Shapes that cross themselves cannot be compared with others.
  const sound = aimed.filter(({ shape }) => findFlaws(shape, null).length === 0)
  const found = new Map<number, readonly ShapeFinding[]>()
  for (const one of aimed) {
    const { number, shape, parcel } = one
    const comparable = sound.includes(one)
    const overlaps = comparable ? await overlapsWith(db, zoneId, { shape, from: validFrom, except: replaced }) : []
    found.set(number, [
      ...findingsOf({ shape, datum, envelope, overlaps }).map(plainFinding),
      ...(parcel ? await ofParcel(db, parcel, validFrom) : []),
      ...aimed.filter((other) => other.number !== number && sameParcel(one, other)).map(twice),
      ...(comparable ? overlapsInFile(one, sound) : []),
    ])
  }
  return found
}

async function ofParcel(db: Database, parcel: ParcelRow, validFrom: string): Promise<ShapeFinding[]> {
  const [last] = await shapesOf(db, parcel.zone_id, parcel.id)
  const early = beforeTheLast(validFrom, last?.valid_from)
  const texts = [...(parcel.retired_on === null ? [] : [retiredParcel]), ...(early ? [early] : [])]
  return texts.map((text) => plainFinding({ doubt: null, text }))
}

const sameParcel = (one: Aimed, other: Aimed): boolean =>
  one.parcel === null ? other.parcel === null && one.code === other.code : one.parcel.id === other.parcel?.id

const twice = ({ code, number }: Aimed): ShapeFinding => twiceFinding(code, number)
