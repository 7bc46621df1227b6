import { zoneOf } from '../../../platform/journal/record.ts'
import type { FileAccess } from '../../../platform/module.ts'
import type {} from './table.ts'

/** Whoever reads the records of a table sees the documents and pictures on them. */
export function mayReadFiles(table: 'spatial.places' | 'spatial.plans'): FileAccess {
  return async (db, id, context) => {
    if (!context.caller.permissions.has('spatial.read')) return false
    const row = await db
      .selectFrom(table)
      .select('id')
      .where('zone_id', '=', zoneOf(context).id)
      .where('id', '=', id)
      .where('archived_at', 'is', null)
      .executeTakeFirst()
    return row !== undefined
  }
}
