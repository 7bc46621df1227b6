import { sql } from 'kysely'
import { daysExportKept } from '../../kernel/sheet-export.ts'
import { inZone } from '../database.ts'
import type { Database, ZoneDirectory } from '../module.ts'
import { removePieces } from './out/pieces.ts'

const keptMs = 14 * 24 * 3_600_000

/**
 * Two weeks after it was sent a file goes, and what was read of it: it may hold personal values, which stand encrypted in the records.
 * That it was imported, by whom and with what result stays.
 */
export async function tidyImports(db: Database, zones: ZoneDirectory, now: Date): Promise<void> {
  const before = new Date(now.getTime() - keptMs)
  for (const { id } of await zones.list(db)) {
    await inZone(db, id, async (zoned) => {
      const { rows } = await sql<{ id: string }>`update sheets.imports set content = null, updated_at = ${now},
        state = case when state in ('compared', 'reading', 'comparing') then 'cancelled' else state end
        where zone_id = ${id} and created_at < ${before} and content is not null and state <> 'writing' returning id`.execute(
        zoned,
      )
      await zoned
        .deleteFrom('sheets.chunks')
        .where('zone_id', '=', id)
        .where(
          'import_id',
          'in',
          rows.map((row) => row.id),
        )
        .execute()
    })
  }
}

/** A file that was made in the background goes when its time is over; that it was made, by whom and of how many rows stays. */
export async function tidyExports(db: Database, zones: ZoneDirectory, now: Date): Promise<void> {
  const before = new Date(now.getTime() - daysExportKept * 24 * 3_600_000)
  for (const { id } of await zones.list(db)) {
    await inZone(db, id, async (zoned) => {
      const { rows } = await sql<{ id: string }>`update sheets.exports set state = 'cleared', updated_at = ${now}
        where zone_id = ${id} and state = 'done' and finished_at < ${before} returning id`.execute(zoned)
      for (const row of rows) await removePieces(zoned, { zone_id: id, id: row.id })
    })
  }
}
