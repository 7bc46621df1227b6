import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'

const zone = z.string()
const base = '/api/zones/:zone/calendars'

/** An address that calendar programs read: of the account's own work, or of one project. */
export const Feed = z.object({
  id: z.string(),
  kind: z.enum(['person', 'project']),
  project: z.object({ id: z.string(), name: z.string() }).nullable(),
  createdAt: z.string(),
  /** When a program read it last; null: never. */
  readAt: z.string().nullable(),
})
export type Feed = z.infer<typeof Feed>

export const listFeeds = endpoint({
  name: 'calendars.listFeeds',
  method: 'GET',
  path: base,
  permission: 'account',
  effect: 'read',
  summary: { zh: '我的日历订阅', en: 'My calendar feeds' },
  input: z.object({ zone }),
  output: z.object({ feeds: z.array(Feed) }),
})

export const openFeed = endpoint({
  name: 'calendars.openFeed',
  method: 'POST',
  path: base,
  permission: 'account',
  effect: 'write',
  summary: { zh: '开一个日历订阅地址', en: 'Open a calendar feed' },
  input: z.object({ zone, project: z.uuid().nullable().default(null) }),
  /** The path is told once: only a hash of its secret part is kept. */
  output: z.object({ feed: Feed, path: z.string() }),
})

export const closeFeed = endpoint({
  name: 'calendars.closeFeed',
  method: 'POST',
  path: `${base}/:id/close`,
  permission: 'account',
  effect: 'write',
  summary: { zh: '作废日历订阅地址', en: 'Close a calendar feed' },
  input: z.object({ zone, id: z.uuid() }),
  output: z.object({ closed: z.boolean() }),
})

/** Read by calendar programs without signing in: whoever holds the address reads. */
export const readFeed = endpoint({
  name: 'calendars.readFeed',
  method: 'GET',
  path: '/api/zones/:zone/feeds/:token',
  permission: 'public',
  effect: 'read',
  summary: { zh: '日历（iCalendar）', en: 'The calendar (iCalendar)' },
  file: 'text/calendar; charset=utf-8',
  input: z.object({ zone, token: z.string().max(200) }),
  output: z.unknown(),
})
