import { z } from 'zod'
import { endpoint } from '../../../kernel/endpoint.ts'
import { ProjectPlan } from '../../plans/contract/project-plan.ts'
import { ScenarioName } from '../../plans/contract/scenario.ts'

export const getProjectPlan = endpoint({
  name: 'cases.getProjectPlan',
  method: 'GET',
  path: '/api/zones/:zone/projects/:id/plan',
  permission: 'cases.read',
  effect: 'read',
  summary: {
    zh: '运行中项目的方案：已发生的不动，其余随之移动',
    en: 'The plan of a running project: the past is fixed, the rest moves',
  },
  input: z.strictObject({ zone: z.string(), id: z.uuid(), scenario: ScenarioName.optional() }),
  output: ProjectPlan,
})
