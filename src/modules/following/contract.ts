import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'

const Bilingual = z.object({ zh: z.string(), en: z.string() })
const zone = z.string()

/** A code with which a project can be followed without an account. The code itself is shown once, when it is made. */
export const ProgressCode = z.object({
  id: z.string(),
  project: z.object({ id: z.string(), name: z.string() }),
  madeAt: z.string(),
  revokedAt: z.string().nullable(),
  sample: z.boolean(),
})
export type ProgressCode = z.infer<typeof ProgressCode>

export const listProgressCodes = endpoint({
  name: 'following.listProgressCodes',
  method: 'GET',
  path: '/api/zones/:zone/progress-codes',
  permission: 'following.share',
  effect: 'read',
  summary: { zh: '某项目的进度查询码', en: 'Progress codes of a project' },
  input: z.object({ zone, project: z.uuid() }),
  output: z.object({ codes: z.array(ProgressCode) }),
})

export const makeProgressCode = endpoint({
  name: 'following.makeProgressCode',
  method: 'POST',
  path: '/api/zones/:zone/progress-codes',
  permission: 'following.share',
  effect: 'write',
  summary: { zh: '生成进度查询码（只显示一次）', en: 'Make a progress code, shown once' },
  input: z.strictObject({ zone, project: z.uuid() }),
  output: z.object({ code: z.string(), made: ProgressCode }),
})

export const revokeProgressCode = endpoint({
  name: 'following.revokeProgressCode',
  method: 'POST',
  path: '/api/zones/:zone/progress-codes/:id/revoke',
  permission: 'following.share',
  effect: 'write',
  summary: { zh: '作废进度查询码', en: 'Revoke a progress code' },
  input: z.strictObject({ zone, id: z.uuid() }),
  output: ProgressCode,
})

/** One case as a stranger with the code may read it: departments, never persons. */
export const FollowedCase = z.object({
  matter: Bilingual,
  department: z.string(),
  state: Bilingual,
  waitsFor: z.enum(['applicant', 'office', 'nobody']),
  /** The legal day since which it is so. */
  since: z.string(),
  /** Days counted and promised, where a promised limit runs. */
  used: z.number().nullable(),
  total: z.number().nullable(),
  /** By when it is expected: promised and legal day; null where none can be told. */
  expected: z.object({ from: z.string(), to: z.string() }).nullable(),
  /** What the applicant is to do next; null when nothing. */
  next: Bilingual.nullable(),
})
export type FollowedCase = z.infer<typeof FollowedCase>

export const Followed = z.object({
  zone: Bilingual,
  project: z.string(),
  day: z.string(),
  cases: z.array(FollowedCase),
  done: z.number().int(),
})
export type Followed = z.infer<typeof Followed>

/** Public: the code travels in the body, so that no log keeps it. */
export const followProgress = endpoint({
  name: 'following.followProgress',
  method: 'POST',
  path: '/api/progress',
  permission: 'public',
  effect: 'read',
  summary: { zh: '凭码查进度，不用登录', en: 'Follow a project by its code, without signing in' },
  input: z.strictObject({ zone: z.string().min(1).max(40), code: z.string().min(1).max(40) }),
  output: Followed,
})
