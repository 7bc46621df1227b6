import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'

const zone = z.string()
const queue = z.enum(['timers', 'outbox'])
const base = '/api/zones/:zone/jobs'
const one = z.object({ zone, queue, id: z.uuid() })

/** A piece of the program's own work. Its payload is not shown. */
export const JobView = z.object({
  queue,
  id: z.string(),
  kind: z.string(),
  key: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  dueAt: z.string(),
  /** When it is tried next; null for a dead one. */
  nextAt: z.string().nullable(),
  attempts: z.number().int(),
  /** Why the last attempt failed: a problem's code, or the first words of the error. */
  error: z.string().nullable(),
  deadAt: z.string().nullable(),
})
export type JobView = z.infer<typeof JobView>

export const listJobs = endpoint({
  name: 'jobs.listJobs',
  method: 'GET',
  path: base,
  permission: 'jobs.manage',
  effect: 'read',
  summary: { zh: '后台任务：失败的与待办的', en: 'Jobs: dead ones and those to come' },
  input: z.object({
    zone,
    state: z.enum(['dead', 'open']).default('dead'),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  output: z.object({
    jobs: z.array(JobView),
    counts: z.object({ open: z.number().int(), overdue: z.number().int(), dead: z.number().int() }),
  }),
})

export const retryJob = endpoint({
  name: 'jobs.retryJob',
  method: 'POST',
  path: `${base}/:queue/:id/retry`,
  permission: 'jobs.manage',
  effect: 'write',
  summary: { zh: '重试失败的任务', en: 'Try a dead job again' },
  input: one,
  output: z.object({ id: z.string() }),
})

export const discardJob = endpoint({
  name: 'jobs.discardJob',
  method: 'POST',
  path: `${base}/:queue/:id/discard`,
  permission: 'jobs.manage',
  effect: 'write',
  summary: { zh: '放弃失败的任务', en: 'Give a dead job up' },
  input: one.extend({ note: z.string().trim().min(2).max(500) }),
  output: z.object({ id: z.string() }),
})
