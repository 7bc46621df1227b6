import type { HistoryEvent } from '../../kernel/record-endpoints.ts'
import { findPersonKey } from '../journal/person-keys.ts'
import type { Acting, Values } from '../journal/record.ts'
import { zoneOf } from '../journal/record.ts'
import type { Database } from '../module.ts'
import { isSealed, maskedValue, type Owner } from './personal.ts'
import { readRecord } from './read.ts'
import type { Known } from './statement.ts'

const pageRows = 50

interface Page {
  readonly rows: HistoryEvent[]
  readonly next: string | null
}

/** What happened to one record, newest first, for whoever may read the record. */
export async function recordHistory(
  db: Database,
  acting: Acting,
  asked: Known & { readonly id: string; readonly after?: string | undefined },
): Promise<Page> {
  const { kind, id } = asked
  await readRecord(db, acting, asked)
  const zoneId = zoneOf(acting).id
  let query = db.selectFrom('journal.events').selectAll().where('zone_id', '=', zoneId).where('subject_id', '=', id)
  if (asked.after !== undefined) query = query.where('id', '<', asked.after)
  const rows = await query
    .where('subject_kind', '=', kind.name)
    .orderBy('id', 'desc')
    .limit(pageRows + 1)
    .execute()
  const owner: Owner = { kind, id, key: await findPersonKey(db, zoneId, id) }
  const page = rows.slice(0, pageRows)
  const events = page.map((row) => ({
    id: row.id,
    at: row.created_at.toISOString(),
    happenedAt: row.happened_at.toISOString(),
    actor: row.actor_name,
    action: row.action,
    before: shownValues(owner, row.before),
    after: shownValues(owner, row.after),
    note: row.note,
  }))
  return { rows: events, next: rows.length > pageRows ? (page.at(-1)?.id ?? null) : null }
}

/** Values of the journal as the record's readers may see them: fields only, personal ones masked. */
export function shownValues(owner: Owner, values: Values | null): Record<string, unknown> | null {
  if (values === null) return null
  const entries = Object.entries(values).filter(([name]) => owner.kind.fields[name] !== undefined)
  return Object.fromEntries(
    entries.map(([name, value]) => [name, isSealed(value) ? maskedValue(owner, name, value.sealed) : value]),
  )
}
