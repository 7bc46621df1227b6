import { z } from 'zod'
import type { Label } from '../../../kernel/label.ts'
import type { Switches } from '../../zones/contract/switches.ts'

export const scenarioNames = ['serial', 'parallel', 'promised', 'reform', 'same-day'] as const
export const ScenarioName = z.enum(scenarioNames)
export type ScenarioName = z.infer<typeof ScenarioName>

export const scenarioLabels: Record<ScenarioName, Label> = {
  serial: { zh: '串联办理', en: 'Serial' },
  parallel: { zh: '并联办理', en: 'Parallel' },
  promised: { zh: '并联＋承诺时限', en: 'Promised limits' },
  reform: { zh: '改革集成', en: 'Full reform' },
  'same-day': { zh: '拿地即开工', en: 'Same-day start' },
}

const none: Switches = {
  parallel: false,
  promised: false,
  fastPreparation: false,
  deferral: false,
  preReview: false,
  commitment: false,
  standardLand: false,
}
const reform: Switches = {
  ...none,
  parallel: true,
  promised: true,
  fastPreparation: true,
  deferral: true,
  commitment: true,
  standardLand: true,
}

export const switchesOf: Record<ScenarioName, Switches> = {
  serial: none,
  parallel: { ...none, parallel: true },
  promised: { ...none, parallel: true, promised: true },
  reform,
  'same-day': { ...reform, preReview: true },
}

/** In these two an ordinary transfer is planned as if on standard land, and the plan says so. */
export const assumesStandardLand: Record<ScenarioName, boolean> = {
  serial: false,
  parallel: false,
  promised: false,
  reform: true,
  'same-day': true,
}

/** The four milestones and the matters that end them. */
export const milestoneMatters = {
  contract: 'land-contract',
  permit: 'construction-permit',
  jointAccept: 'joint-accept',
  production: 'production-start',
} as const
export type MilestoneName = keyof typeof milestoneMatters
export const milestoneNames = Object.keys(milestoneMatters) as MilestoneName[]

export const milestoneLabels: Record<MilestoneName, Label> = {
  contract: { zh: '签订出让合同', en: 'Land contract' },
  permit: { zh: '取得施工许可', en: 'Construction permit' },
  jointAccept: { zh: '联合验收', en: 'Joint acceptance' },
  production: { zh: '投产', en: 'Production' },
}
