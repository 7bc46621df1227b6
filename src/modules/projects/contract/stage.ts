import { z } from 'zod'
import type { Label } from '../../../kernel/label.ts'

/** The life of a factory project (项目全生命周期), in order. Each stage is proved by evidence, not declared. */
export const stages = [
  'lead',
  'talks',
  'signed',
  'land',
  'permits',
  'started',
  'construction',
  'completed',
  'production',
  'capacity',
] as const
export const Stage = z.enum(stages)
export type Stage = z.infer<typeof Stage>

export const stageLabels: Readonly<Record<Stage, Label>> = {
  lead: { zh: '线索', en: 'Lead' },
  talks: { zh: '在谈', en: 'Talks' },
  signed: { zh: '签约', en: 'Signed' },
  land: { zh: '拿地', en: 'Land' },
  permits: { zh: '办证', en: 'Permits' },
  started: { zh: '开工', en: 'Started' },
  construction: { zh: '在建', en: 'Under construction' },
  completed: { zh: '竣工', en: 'Completed' },
  production: { zh: '投产', en: 'In production' },
  capacity: { zh: '达产', en: 'At full capacity' },
}

/** What may prove a stage. Domain page zones.md 3: a permit and a site photo prove the start; production needs the environmental acceptance. */
export const evidenceKinds = [
  'negotiation-record',
  'agreement',
  'land-contract',
  'lease-contract',
  'filing-certificate',
  'construction-permit',
  'site-photo',
  'progress-report',
  'joint-acceptance',
  'environmental-acceptance',
  'statistics-entry',
  'output-check',
] as const
export const EvidenceKind = z.enum(evidenceKinds)
export type EvidenceKind = z.infer<typeof EvidenceKind>

export const evidenceLabels: Readonly<Record<EvidenceKind, Label>> = {
  'negotiation-record': { zh: '洽谈记录', en: 'Record of talks' },
  agreement: { zh: '投资协议', en: 'Investment agreement' },
  'land-contract': { zh: '出让合同', en: 'Land contract' },
  'lease-contract': { zh: '租赁合同', en: 'Lease contract' },
  'filing-certificate': { zh: '备案证', en: 'Filing certificate' },
  'construction-permit': { zh: '施工许可证', en: 'Construction permit' },
  'site-photo': { zh: '现场照片', en: 'Site photo' },
  'progress-report': { zh: '进度报告', en: 'Progress report' },
  'joint-acceptance': { zh: '联合验收意见', en: 'Joint acceptance' },
  'environmental-acceptance': { zh: '环保验收', en: 'Environmental acceptance' },
  'statistics-entry': { zh: '入统证明', en: 'Entry into statistics' },
  'output-check': { zh: '达产复核', en: 'Output check' },
}

/** Which evidence a stage asks for: one of each group. */
export const evidenceOf: Readonly<Record<Stage, readonly (readonly EvidenceKind[])[]>> = {
  lead: [],
  talks: [['negotiation-record']],
  signed: [['agreement']],
  land: [['land-contract', 'lease-contract']],
  permits: [['filing-certificate']],
  started: [['construction-permit', 'lease-contract'], ['site-photo']],
  construction: [['progress-report']],
  completed: [['joint-acceptance', 'lease-contract']],
  production: [['environmental-acceptance'], ['statistics-entry', 'site-photo']],
  capacity: [['output-check']],
}

/** Beside the stage: going on, standing still with a cause, or given up with a cause. */
export const conditions = ['active', 'stalled', 'withdrawn'] as const
export const ProjectCondition = z.enum(conditions)
export type ProjectCondition = z.infer<typeof ProjectCondition>

export const conditionLabels: Readonly<Record<ProjectCondition, Label>> = {
  active: { zh: '推进中', en: 'Going on' },
  stalled: { zh: '停滞', en: 'Stalled' },
  withdrawn: { zh: '已退出', en: 'Withdrawn' },
}

export const causes = ['government', 'firm', 'market', 'law'] as const
export const Cause = z.enum(causes)
export type Cause = z.infer<typeof Cause>

export const causeLabels: Readonly<Record<Cause, Label>> = {
  government: { zh: '政府原因', en: 'Government' },
  firm: { zh: '企业原因', en: 'Enterprise' },
  market: { zh: '市场原因', en: 'Market' },
  law: { zh: '法律政策原因', en: 'Law or policy' },
}
