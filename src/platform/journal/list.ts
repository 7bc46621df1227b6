import type { Selectable } from 'kysely'
import type { InputOf, OutputOf } from '../../kernel/endpoint.ts'
import { uuidv7 } from '../../kernel/ids.ts'
import type { Database } from '../module.ts'
import type { listJournal as contract, JournalEvent } from './contract.ts'
import type { Values } from './record.ts'
import type { EventRow } from './table.ts'

/** Events of a zone, newest first. Needs the zone's context. */
export async function listJournal(
  db: Database,
  zoneId: string,
  asked: Omit<InputOf<typeof contract>, 'zone'>,
): Promise<OutputOf<typeof contract>> {
  let query = db.selectFrom('journal.events').selectAll().where('zone_id', '=', zoneId)
  if (asked.subjectKind !== undefined) query = query.where('subject_kind', '=', asked.subjectKind)
  if (asked.subjectId !== undefined) query = query.where('subject_id', '=', asked.subjectId)
  if (asked.actorId !== undefined) query = query.where('actor_id', '=', asked.actorId)
  if (asked.action !== undefined) query = query.where('action', '=', asked.action)
  if (asked.from !== undefined) query = query.where('id', '>=', firstIdAt(asked.from))
  if (asked.to !== undefined) query = query.where('id', '<', firstIdAt(asked.to))
  if (asked.after !== undefined) query = query.where('id', '<', asked.after)
  const rows = await query
    .orderBy('id', 'desc')
    .limit(asked.limit + 1)
    .execute()
  const page = rows.slice(0, asked.limit)
  return { rows: page.map(eventOf), next: rows.length > asked.limit ? (page.at(-1)?.id ?? null) : null }
}

/** Ids start with their time: a span of time is a range of the primary key. */
function firstIdAt(moment: string): string {
  return uuidv7(Math.max(0, Date.parse(moment)), new Uint8Array(10))
}

function eventOf(row: Selectable<EventRow>): JournalEvent {
  return {
    id: row.id,
    at: row.created_at.toISOString(),
    happenedAt: row.happened_at.toISOString(),
    actorId: row.actor_id,
    actor: row.actor_name,
    requestId: row.request_id,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    action: row.action,
    before: withoutSealed(row.before),
    after: withoutSealed(row.after),
    note: row.note,
  }
}

function withoutSealed(values: Values | null): Record<string, unknown> | null {
  if (values === null) return null
  const isSealed = (value: unknown) => typeof value === 'object' && value !== null && 'sealed' in value
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, isSealed(value) ? '****' : value]))
}
