import type { Database } from '../../../platform/module.ts'
import type { DrawnShape, Ground } from '../contract/shape.ts'
import { areaWarnings, differencePercent } from '../domain/draw.ts'
import { shapesOf } from './store.ts'
import type { ParcelRow, ShapeRow } from './table.ts'

const drawnOf = (row: ShapeRow): DrawnShape => ({
  ...{ id: row.id, shape: row.geometry, drawnSqm: Number(row.drawn_sqm), validFrom: row.valid_from },
  ...{ validUntil: row.valid_until, datum: row.datum, source: row.source, drawnBy: row.actor_name },
})

export async function groundOf(db: Database, zoneId: string, row: ParcelRow): Promise<Ground> {
  const shapes = (await shapesOf(db, zoneId, row.id)).map(drawnOf)
  const registeredSqm = Number(row.registered_area_sqm)
  const current = shapes.find(({ validUntil }) => validUntil === null)
  const percent = current ? differencePercent(current.drawnSqm, registeredSqm) : null
  return {
    ...{ id: row.id, version: row.version, registeredSqm, shapes, differencePercent: percent },
    warnings: [...areaWarnings(percent)],
  }
}
