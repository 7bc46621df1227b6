import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'

const count = z.number().int()

export const SystemView = z.object({
  release: z.string(),
  node: z.string(),
  /** When this process began, ISO 8601. */
  since: z.string(),
  database: z.object({ version: z.string(), bytes: z.number() }),
  /** Of this zone. */
  jobs: z.object({ open: count, overdue: count, dead: count, lagSeconds: z.number() }),
  /** Of this zone's journal. */
  sealing: z.object({
    sealed: count,
    waiting: count,
    /** For how long the oldest event has waited for its seal; 0 when none waits. */
    lagSeconds: z.number(),
    /** Of the newest checkpoint; null before the first. */
    checkpointAt: z.string().nullable(),
  }),
  /** `possible`: false for an outside database, of which nothing is known here. */
  backup: z.object({
    possible: z.boolean(),
    newestAt: z.string().nullable(),
    logTo: z.string().nullable(),
    /** Files missing or changed at the last verification of the newest; null when it was never verified. */
    damages: count.nullable(),
  }),
  /** Years whose holiday notice is loaded, of this year and the next; null when nobody keeps a calendar. */
  calendar: z.array(z.object({ year: count, loaded: z.boolean() })).nullable(),
  /** Of the data folder; null when it cannot be read. */
  disk: z.object({ freeBytes: z.number(), totalBytes: z.number() }).nullable(),
  /** Whether uploads are looked through for viruses; `silent`: they are all refused for now. */
  scanner: z.enum(['none', 'answers', 'silent']),
  /** How late this process is, and the latest times in which it stood still for a second or more. */
  eventLoop: z.object({ p99Ms: count, blocks: z.array(z.object({ at: z.string(), ms: count })) }),
  /** Statements of this process that took long; `by` is the endpoint or kind of job. */
  slow: z.array(z.object({ at: z.string(), by: z.string().nullable(), ms: count, sql: z.string() })),
})
export type SystemView = z.infer<typeof SystemView>

export const lookAtSystem = endpoint({
  name: 'system.look',
  method: 'GET',
  path: '/api/zones/:zone/system',
  permission: 'system.metrics',
  effect: 'read',
  summary: {
    zh: '系统状况：任务、封存、备份、节假日、磁盘、慢查询',
    en: 'State of the system: jobs, sealing, backup, calendar, disk, slow statements',
  },
  input: z.strictObject({ zone: z.string() }),
  output: SystemView,
})
