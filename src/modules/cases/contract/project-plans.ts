import { z } from 'zod'
import { endpoint } from '../../../kernel/endpoint.ts'
import { ProjectPlan } from '../../plans/contract/project-plan.ts'

/** Running plans of several projects in one answer; one that the caller may not see, or that has no basis, is left out. */
export const listProjectPlans = endpoint({
  name: 'cases.listProjectPlans',
  method: 'GET',
  path: '/api/zones/:zone/project-plans',
  permission: 'cases.oversee',
  effect: 'read',
  summary: { zh: '几个运行中项目的方案', en: 'The plans of several running projects' },
  input: z.strictObject({
    zone: z.string(),
    /** Ids, separated by commas; 50 at most. */
    projects: z.string().max(2000),
  }),
  output: z.object({ plans: z.array(ProjectPlan) }),
})
