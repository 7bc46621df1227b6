import type { LandKind, LandUse, ServiceLevel } from '../../../contract/parcel.ts'
import type { Doubt } from '../../../contract/shape.ts'
import type { FoundShape, Taken } from '../../../contract/shape-import.ts'

/** What all new parcels of a file share, and whether their registered area is the drawn one where the file states none. */
export interface NewParcels {
  readonly landUse: LandUse
  readonly landKind: LandKind
  readonly serviceLevel: ServiceLevel
  readonly areaAsDrawn: boolean
}

/** What nobody can answer but who made the file, and not by leaving another shape out. */
export function isRefused({ shape, findings }: FoundShape): boolean {
  return shape === null || findings.some(({ doubt, with: other }) => doubt === null && other === null)
}

/** Taken unless something speaks against it. */
export function isGood(one: FoundShape): boolean {
  return !isRefused(one) && one.findings.every(({ doubt }) => doubt !== null)
}

/** Questions about the chosen shapes; those about a shape that stays out are none. */
export function doubtsOf(chosen: readonly FoundShape[]): readonly Doubt[] {
  const numbers = new Set(chosen.map(({ number }) => number))
  const asked = chosen.flatMap(({ findings }) =>
    findings.flatMap(({ doubt, with: other }) =>
      doubt === null || (other !== null && !numbers.has(other)) ? [] : [doubt],
    ),
  )
  return [...new Set(asked)]
}

const areaOf = ({ registeredSqm, drawnSqm }: FoundShape, areaAsDrawn: boolean): number | null =>
  registeredSqm ?? (areaAsDrawn ? drawnSqm : null)

/** New parcels whose registered area nobody has said. */
export function withoutArea(chosen: readonly FoundShape[], { areaAsDrawn }: NewParcels): readonly FoundShape[] {
  return chosen.filter((one) => one.parcel === null && areaOf(one, areaAsDrawn) === null)
}

export function takenOf(chosen: readonly FoundShape[], { areaAsDrawn, ...shared }: NewParcels): Taken[] {
  return chosen.flatMap((one): Taken[] => {
    const { number, shape, parcel, code } = one
    if (shape === null) return []
    if (parcel) return [{ number, shape, parcel: { id: parcel.id, version: parcel.version } }]
    const registeredAreaSqm = areaOf(one, areaAsDrawn)
    if (code === null || registeredAreaSqm === null) return []
    return [{ number, shape, parcel: { ...shared, code, name: one.name ?? code, registeredAreaSqm } }]
  })
}
