import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { FactValues } from '../matters/contract/fact-values.ts'
import { Advice, Comparison, Guide, ScenarioSummary, Why } from './contract/answers.ts'
import { Plan } from './contract/plan.ts'
import { PlanRequest } from './contract/request.ts'
import { ScenarioName } from './contract/scenario.ts'

/** All are pure computations on the catalogue in force: no account, nothing stored. */
export const computePlan = endpoint({
  name: 'plans.computePlan',
  method: 'POST',
  path: '/api/plans/compute',
  permission: 'public',
  effect: 'read',
  summary: { zh: '计算一个项目的方案', en: 'Compute the plan of a project' },
  input: PlanRequest,
  output: Plan,
})

export const compareScenarios = endpoint({
  name: 'plans.compareScenarios',
  method: 'POST',
  path: '/api/plans/scenarios',
  permission: 'public',
  effect: 'read',
  summary: { zh: '五种办理方式并列', en: 'The five scenarios side by side' },
  input: PlanRequest.omit({ scenario: true, switches: true }),
  output: z.object({ scenarios: z.array(ScenarioSummary) }),
})

export const advisePlan = endpoint({
  name: 'plans.advisePlan',
  method: 'POST',
  path: '/api/plans/advice',
  permission: 'public',
  effect: 'read',
  summary: { zh: '还能怎样合法地缩短', en: 'What would lawfully shorten it' },
  input: PlanRequest,
  output: Advice,
})

export const askNext = endpoint({
  name: 'plans.askNext',
  method: 'POST',
  path: '/api/plans/guide',
  permission: 'public',
  effect: 'read',
  summary: { zh: '投资指南：当前结果与下一个问题', en: "Investor's guide: the result so far and the next question" },
  input: PlanRequest,
  output: Guide,
})

export const explainMatter = endpoint({
  name: 'plans.explainMatter',
  method: 'POST',
  path: '/api/plans/why',
  permission: 'public',
  effect: 'read',
  summary: { zh: '为什么有（或没有）这个事项', en: 'Why this matter applies, or not' },
  input: z.object({ facts: FactValues, matter: z.string(), scenario: ScenarioName.optional() }),
  output: Why,
})

export const comparePlans = endpoint({
  name: 'plans.comparePlans',
  method: 'POST',
  path: '/api/plans/compare',
  permission: 'public',
  effect: 'read',
  summary: { zh: '两个方案相比变了什么', en: 'What changed between two plans' },
  input: z.object({ before: PlanRequest, after: PlanRequest }),
  output: Comparison,
})

const language = z.enum(['zh', 'en']).default('zh')

export const planSheet = endpoint({
  name: 'plans.planSheet',
  method: 'POST',
  path: '/api/plans/sheet',
  permission: 'public',
  effect: 'read',
  summary: { zh: '方案清单 Excel', en: 'The plan as an Excel workbook' },
  input: PlanRequest.extend({ language }),
  output: z.unknown(),
  file: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
})

export const planDocument = endpoint({
  name: 'plans.planDocument',
  method: 'POST',
  path: '/api/plans/document',
  permission: 'public',
  effect: 'read',
  summary: { zh: '方案清单 Word', en: 'The plan as a Word document' },
  input: PlanRequest.extend({ language }),
  output: z.unknown(),
  file: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
})
