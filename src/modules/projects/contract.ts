import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { FactValues } from '../matters/contract/fact-values.ts'
import { Cause, EvidenceKind, ProjectCondition, Stage } from './contract/stage.ts'

const addressed = { zone: z.string(), id: z.uuid() }

/** What the plan of a project is computed from: facts, first day, and the version of the catalogue that it is pinned to. */
export const Basis = z.object({
  version: z.int(),
  facts: FactValues,
  startOn: z.string(),
  catalogueVersionId: z.string(),
})
export type Basis = z.infer<typeof Basis>

/** One thing that happened on a project, on its time line: newest first. */
export const TimelineEvent = z.object({
  id: z.string(),
  at: z.string(),
  happenedAt: z.string(),
  actor: z.string(),
  subjectKind: z.string(),
  subjectId: z.string(),
  action: z.string(),
  note: z.string().nullable(),
})
export type TimelineEvent = z.infer<typeof TimelineEvent>

export const Dossier = z.object({
  id: z.string(),
  version: z.int(),
  name: z.string(),
  nationalCode: z.string().nullable(),
  enterprise: z.object({ id: z.string(), name: z.string() }).nullable(),
  stage: Stage,
  condition: ProjectCondition,
  sample: z.boolean(),
  /** Of the project's record, yuan as decimal text; null: not known. */
  investmentYuan: z.string().nullable(),
  /** Land wished for, m² as decimal text; null: not known. */
  landAreaSqm: z.string().nullable(),
  basis: Basis.nullable(),
  liaisons: z.array(
    z.object({ role: z.string(), person: z.string(), since: z.string(), until: z.string().nullable() }),
  ),
  evidence: z.array(z.object({ id: z.string(), kind: EvidenceKind, title: z.string(), happenedOn: z.string() })),
  /** The stage that comes next and the evidence that it still asks for: one of each group. */
  next: z.object({ stage: Stage, missing: z.array(z.array(EvidenceKind)) }).nullable(),
})
export type Dossier = z.infer<typeof Dossier>

export const getDossier = endpoint({
  name: 'projects.getDossier',
  method: 'GET',
  path: '/api/zones/:zone/projects/:id/dossier',
  permission: 'projects.read',
  effect: 'read',
  summary: {
    zh: '项目一页：阶段、凭证、包联、方案依据',
    en: 'A project on one page: stage, evidence, liaisons, basis of its plan',
  },
  input: z.strictObject(addressed),
  output: Dossier,
})

export const listTimeline = endpoint({
  name: 'projects.listTimeline',
  method: 'GET',
  path: '/api/zones/:zone/projects/:id/timeline',
  permission: 'projects.read',
  effect: 'read',
  summary: { zh: '项目时间线', en: 'What happened on a project' },
  input: z.strictObject({ ...addressed, before: z.uuid().optional() }),
  output: z.object({ events: z.array(TimelineEvent), next: z.string().nullable() }),
})

const Moved = z.object({ id: z.string(), version: z.int(), stage: Stage, condition: ProjectCondition })

export const advanceProject = endpoint({
  name: 'projects.advanceProject',
  method: 'POST',
  path: '/api/zones/:zone/projects/:id/advance',
  permission: 'projects.advance',
  effect: 'write',
  summary: { zh: '进入下一阶段（以凭证为准）', en: 'Move to the next stage, on its evidence' },
  input: z.strictObject({ ...addressed, version: z.int(), to: Stage, note: z.string().max(500).optional() }),
  output: Moved,
})

export const turnProject = endpoint({
  name: 'projects.turnProject',
  method: 'POST',
  path: '/api/zones/:zone/projects/:id/turn',
  permission: 'projects.advance',
  effect: 'write',
  summary: { zh: '停滞、恢复或退出，写明原因', en: 'Stall, take up again or withdraw, with the cause' },
  input: z.strictObject({
    ...addressed,
    version: z.int(),
    to: ProjectCondition,
    cause: Cause.optional(),
    reason: z.string().trim().min(1).max(500),
  }),
  output: Moved,
})

export const setBasis = endpoint({
  name: 'projects.setBasis',
  method: 'POST',
  path: '/api/zones/:zone/projects/:id/basis',
  permission: 'projects.write',
  effect: 'write',
  summary: {
    zh: '填写项目要素与开始日，确定方案依据',
    en: 'Set the facts and first day on which the plan is computed',
  },
  input: z.strictObject({
    ...addressed,
    /** Version of the basis that was read; 0 when there is none yet. */
    version: z.int().min(0),
    facts: FactValues,
    startOn: z.iso.date(),
  }),
  output: Basis,
})
