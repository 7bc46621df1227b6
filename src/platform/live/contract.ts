import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'

/** The data of one server-sent event: something open pages show has changed. They ask again for what they may see. */
export const LiveMessage = z.object({
  /** `cases.changed`, `notifications`: the topic of a domain event, or of the platform. */
  topic: z.string(),
  /** Of what has changed. */
  id: z.string(),
})
export type LiveMessage = z.infer<typeof LiveMessage>

/** Opened with `new EventSource(...)`. After every (re)connection pages ask anew: what happened meanwhile is not told. */
export const live = endpoint({
  name: 'live.listen',
  method: 'GET',
  path: '/api/zones/:zone/live',
  permission: 'account',
  effect: 'read',
  file: 'text/event-stream',
  summary: { zh: '实时消息', en: 'Live messages' },
  input: z.object({ zone: z.string() }),
  output: z.unknown(),
})
