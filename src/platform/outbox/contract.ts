import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'

const zone = z.string()
const base = '/api/zones/:zone/notifications'

/** A message to the account that asks. */
export const Notification = z.object({
  id: z.string(),
  at: z.string(),
  text: z.object({ zh: z.string(), en: z.string() }),
  /** A path of the program's own pages. */
  link: z.string().nullable(),
  subjectKind: z.string(),
  subjectId: z.string(),
  readAt: z.string().nullable(),
})
export type Notification = z.infer<typeof Notification>

export const listNotifications = endpoint({
  name: 'notifications.listNotifications',
  method: 'GET',
  path: base,
  permission: 'account',
  effect: 'read',
  summary: { zh: '我的消息，新的在前', en: 'My messages, the latest first' },
  input: z.object({
    zone,
    unread: z.stringbool().default(false),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    /** `next` of the page before. */
    after: z.uuid().optional(),
  }),
  output: z.object({ notifications: z.array(Notification), next: z.string().nullable() }),
})

export const countNotifications = endpoint({
  name: 'notifications.countNotifications',
  method: 'GET',
  path: `${base}/count`,
  permission: 'account',
  effect: 'read',
  summary: { zh: '我的未读消息数', en: 'How many messages I have not read' },
  input: z.object({ zone }),
  output: z.object({ unread: z.number().int() }),
})

export const markNotifications = endpoint({
  name: 'notifications.markNotifications',
  method: 'POST',
  path: `${base}/read`,
  permission: 'account',
  effect: 'write',
  summary: { zh: '标为已读', en: 'Mark messages as read' },
  input: z.object({
    zone,
    /** Absent: all of mine. */
    ids: z.array(z.uuid()).max(200).optional(),
    /** All of mine about this one. */
    subject: z.uuid().optional(),
  }),
  output: z.object({ marked: z.number().int() }),
})
