import type { Acting } from '../journal/record.ts'
import { announce } from '../live/announce.ts'
import type { Audience } from '../live/signals.ts'
import type { Database, DomainEvent } from '../module.ts'
import { putOut } from '../outbox/put.ts'

export interface NewEvent extends Pick<DomainEvent, 'topic' | 'subjectKind' | 'subjectId'> {
  /** JSON: ids and codes, never personal fields. */
  readonly payload?: unknown
  /** Open pages that are told besides the zone's own people: those of one enterprise, or of one account alone. */
  readonly audience?: Audience
}

/** What the outbox keeps of an event. */
export interface EventPayload {
  readonly topic: string
  readonly payload: unknown
  readonly at: string
  readonly by: DomainEvent['by']
  readonly requestId: string
}

/**
 * Publishes a domain event with this transaction: after the commit every module that listens to the topic hears it, in a transaction of its
 * own, and open pages are told `{topic, id: subjectId}`. Events of one subject are heard in the order in which they were published,
 * provided that the publisher holds the subject's row lock or has just made it. Answers the event's id.
 */
export async function publish(db: Database, acting: Acting, event: NewEvent): Promise<string> {
  const { topic, subjectKind, subjectId, audience } = event
  const { caller, now, requestId } = acting
  const by = { accountId: caller.accountId, name: caller.name }
  const payload: EventPayload = { topic, payload: event.payload ?? null, at: now.toISOString(), by, requestId }
  const id = await putOut(db, acting, { kind: 'event', subjectKind, subjectId, payload })
  if (id === undefined) throw new Error('a new id is never taken')
  announce(db, acting, { topic, id: subjectId })
  if (audience) announce(db, acting, { topic, id: subjectId, audience })
  return id
}
