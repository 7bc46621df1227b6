import { z } from 'zod'
import { endpoint } from '../../../kernel/endpoint.ts'
import type { Label } from '../../../kernel/label.ts'
import { CatalogueVersion } from '../../matters/contract.ts'
import { MilestoneMove } from '../../plans/contract/difference.ts'
import { ProjectCondition, Stage } from '../../projects/contract/stage.ts'

const Bilingual = z.object({ zh: z.string(), en: z.string() })

/** What of a matter differs between two versions of the catalogue. */
export const matterParts = [
  'name',
  'applies',
  'authority',
  'preparation',
  'handling',
  'inputs',
  'outputs',
  'basis',
  'fees',
  'other',
] as const
export type MatterPart = (typeof matterParts)[number]

export const matterPartLabels: Readonly<Record<MatterPart, Label>> = {
  name: { zh: '名称', en: 'name' },
  applies: { zh: '适用条件', en: 'rule' },
  authority: { zh: '办理部门', en: 'office' },
  preparation: { zh: '准备时间', en: 'preparation' },
  handling: { zh: '时限', en: 'limits' },
  inputs: { zh: '材料与前置', en: 'papers' },
  outputs: { zh: '结果', en: 'outcomes' },
  basis: { zh: '依据', en: 'law' },
  fees: { zh: '收费', en: 'fees' },
  other: { zh: '其他', en: 'other' },
}

export const MatterChange = z.object({
  code: z.string(),
  name: Bilingual,
  change: z.enum(['new', 'gone', 'changed']),
  parts: z.array(z.enum(matterParts)),
})
export type MatterChange = z.infer<typeof MatterChange>

/** Why a project is, or is not, among those that a rule names; unknown never becomes no. */
export const ruleAnswers = ['yes', 'no', 'unknown'] as const

export const TouchedProject = z.object({
  id: z.string(),
  name: z.string(),
  stage: Stage,
  condition: ProjectCondition,
  /** Version of the basis: what a move names. */
  version: z.number().int(),
  pinned: CatalogueVersion,
  /** Matters that this project has in either version, and that differ. */
  matters: z.array(MatterChange),
  /** What would move in its plan; null when it cannot be planned with the new version. */
  would: z
    .object({
      in: z.number().int(),
      out: z.number().int(),
      earlier: z.number().int(),
      later: z.number().int(),
      milestones: z.array(MilestoneMove),
    })
    .nullable(),
  /** Why it cannot be moved; null when it can. */
  refusal: Bilingual.nullable(),
  /** By the rule that was asked with; null when there was none. */
  chosen: z.enum(ruleAnswers).nullable(),
})
export type TouchedProject = z.infer<typeof TouchedProject>

export const TouchedCase = z.object({
  id: z.string(),
  version: z.number().int(),
  project: z.object({ id: z.string(), name: z.string() }),
  matter: z.object({ code: z.string(), name: Bilingual }),
  /** Its limits run already, and would stay. */
  accepted: z.boolean(),
  pinned: CatalogueVersion,
  change: MatterChange.nullable(),
})
export type TouchedCase = z.infer<typeof TouchedCase>

const rule = {
  /** A rule over project facts and `stage`, FEEL syntax. */
  rule: z.string().trim().max(1000).optional(),
  /** Only projects that have not reached this stage. */
  beforeStage: Stage.optional(),
}

export const listTouched = endpoint({
  name: 'replans.listTouched',
  method: 'GET',
  path: '/api/zones/:zone/catalogue-moves',
  permission: 'replans.foresee',
  effect: 'read',
  summary: {
    zh: '现行目录触及的项目与办件：仍按旧版的，改按新版会移动什么',
    en: 'Projects and cases that the catalogue in force touches: still on an older version, and what would move',
  },
  input: z.strictObject({
    zone: z.string(),
    ...rule,
    limit: z.coerce.number().int().min(1).max(50).default(20),
    after: z.uuid().optional(),
  }),
  output: z.object({
    to: CatalogueVersion,
    /** Running projects on an older version, of all pages. */
    total: z.number().int(),
    projects: z.array(TouchedProject),
    next: z.string().nullable(),
    cases: z.array(TouchedCase),
  }),
})

const reason = z.string().trim().min(1).max(500)

export const moveProject = endpoint({
  name: 'replans.moveProject',
  method: 'POST',
  path: '/api/zones/:zone/projects/:id/catalogue',
  permission: 'replans.move',
  effect: 'write',
  summary: { zh: '一个项目改按现行目录', en: 'Move one project to the catalogue in force' },
  input: z.strictObject({ zone: z.string(), id: z.uuid(), version: z.int(), to: z.uuid(), reason }),
  output: z.object({ id: z.string() }),
})

export const moveByRule = endpoint({
  name: 'replans.moveByRule',
  method: 'POST',
  path: '/api/zones/:zone/catalogue-moves',
  permission: 'replans.move',
  effect: 'write',
  summary: { zh: '按规则批量改按现行目录', en: 'Move all projects that a rule names to the catalogue in force' },
  input: z.strictObject({ zone: z.string(), to: z.uuid(), ...rule, reason }),
  output: z.object({
    moved: z.array(z.object({ id: z.string(), name: z.string() })),
    /** Named by the rule, and yet not moved, with the reason. */
    refused: z.array(z.object({ id: z.string(), name: z.string(), why: Bilingual })),
    /** The rule could not decide: a fact is missing. They stay. */
    unknown: z.array(z.object({ id: z.string(), name: z.string(), missing: z.array(z.string()) })),
  }),
})

export const moveCase = endpoint({
  name: 'replans.moveCase',
  method: 'POST',
  path: '/api/zones/:zone/cases/:id/catalogue',
  permission: 'replans.move',
  effect: 'write',
  summary: { zh: '一个在办办件改按现行目录', en: 'Move one case in handling to the catalogue in force' },
  input: z.strictObject({ zone: z.string(), id: z.uuid(), version: z.int(), to: z.uuid(), reason }),
  output: z.object({ id: z.string() }),
})
