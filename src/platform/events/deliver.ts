import type { Database, DomainEvent, Listener, ModuleDefinition, RequestContext } from '../module.ts'
import { putOutUnasked } from '../outbox/put.ts'
import type { Job } from '../worker/queue.ts'
import type { EventPayload } from './publish.ts'

/** What the outbox keeps of one event for one listening module. */
interface DeliveryPayload extends EventPayload {
  readonly eventId: string
}

type Work = (db: Database, job: Job, context: RequestContext) => Promise<void>

/** The kind of the outbox rows that one module's listeners hear. */
const kindOf = (moduleName: string) => `listener.${moduleName}`

/** Makes one delivery for each module that listens to the topic: each then succeeds, fails and is tried again by itself. */
export function fanOut(modules: readonly ModuleDefinition[]): Work {
  return async (db, job, context) => {
    const event = job.payload as EventPayload
    for (const { name, listeners } of modules) {
      if (!listeners?.[event.topic]) continue
      const { subjectKind, subjectId } = job
      const payload: DeliveryPayload = { ...event, eventId: job.id }
      await putOutUnasked(db, context, { kind: kindOf(name), key: job.id, subjectKind, subjectId, payload })
    }
  }
}

/** The work of every module's deliveries, by kind. */
export function deliveries(modules: readonly ModuleDefinition[]): ReadonlyMap<string, Work> {
  return new Map(modules.map(({ name, listeners = {} }) => [kindOf(name), deliverTo(listeners)]))
}

function deliverTo(listeners: Readonly<Record<string, Listener>>): Work {
  return async (db, job, context) => {
    const { eventId, topic, payload, at, by, requestId } = job.payload as DeliveryPayload
    const { subjectKind, subjectId } = job
    const event: DomainEvent = { id: eventId, topic, subjectKind, subjectId, payload, at: new Date(at), by }
    // What follows from a request carries its number, so that the journal shows what came of it.
    await listeners[topic]?.(db, event, { ...context, requestId })
  }
}
