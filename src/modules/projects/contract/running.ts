import { z } from 'zod'
import { endpoint } from '../../../kernel/endpoint.ts'

export const listRunning = endpoint({
  name: 'projects.listRunning',
  method: 'GET',
  path: '/api/zones/:zone/projects/running',
  permission: 'projects.oversee',
  effect: 'read',
  summary: {
    zh: '推进中且有方案依据的项目，最近的在前',
    en: 'Projects that go on and whose plan can be computed, the latest first',
  },
  input: z.strictObject({ zone: z.string() }),
  output: z.object({
    ids: z.array(z.string()),
    /** There are more than were answered. */
    more: z.boolean(),
    /** Projects that go on and have no basis for a plan. */
    unplanned: z.int(),
  }),
})
