import { createHash } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { EventRow } from './table.ts'

/**
 * The SHA-256 of an event in one written form: every column in this order, moments in ISO 8601 UTC, values as JSON with their names sorted.
 * Whoever was given id and digest can tell later whether the event still says the same.
 */
export function eventDigest(event: Selectable<EventRow>): string {
  const columns = [
    ...[event.zone_id, event.id, event.created_at.toISOString(), event.created_by, event.happened_at.toISOString()],
    ...[event.actor_id, event.actor_name, event.request_id, event.subject_kind, event.subject_id, event.action],
    ...[sorted(event.before), sorted(event.after), event.note, event.thread_id],
  ]
  return createHash('sha256').update(JSON.stringify(columns)).digest('hex')
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const names = Object.keys(value).sort()
  return names.map((name) => [name, sorted((value as Record<string, unknown>)[name])])
}
