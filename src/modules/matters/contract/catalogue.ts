import { z } from 'zod'
import { outcomes } from '../../../kernel/verdict.ts'

/**
 * The catalogue of matters (事项目录) as a file: what people edit, import, publish and pin.
 * Shapes only; the checks across rows (references, cycles, expressions) are in ../domain.
 * Limits follow 行政许可法 (2019) 第42、82条: days with their unit; a floor is a minimum that no reform shortens.
 */
const code = z.string().min(1)

export const Confidence = z.enum(['V', 'P', 'M', 'E', 'illustrative'])
export type Confidence = z.infer<typeof Confidence>

export const FactDeclaration = z.object({
  code,
  type: z.enum(['boolean', 'number', 'choice']),
  question_zh: z.string(),
  question_en: z.string(),
  unit: z.string().optional(),
  options: z.array(z.object({ value: z.string(), label_zh: z.string(), label_en: z.string().optional() })).optional(),
})
export type FactDeclaration = z.infer<typeof FactDeclaration>

/** 材料: who prepares it decides whose list it is on. */
export const Paper = z.object({
  code,
  name_zh: z.string(),
  name_en: z.string(),
  preparedBy: z.enum(['enterprise', 'intermediary', 'government']),
})
export type Paper = z.infer<typeof Paper>

export const Limit = z
  .object({
    days: z.number().nonnegative(),
    unit: z.enum(['workday', 'calendarDay']),
  })
  .refine((limit) => limit.unit === 'workday' || Number.isInteger(limit.days), {
    path: ['days'],
    message: 'calendar days are whole days',
  })
export type Limit = z.infer<typeof Limit>

export const treatments = ['hard', 'tolerable', 'commitment', 'regional'] as const
export const Treatment = z.enum(treatments)
export type Treatment = z.infer<typeof Treatment>

export const MatterInput = z.object({
  ref: code,
  treatment: Treatment,
  preReview: z.boolean().optional(),
  /** `decision`, `matter:CODE` or `workdays:N`; only with `tolerable`. */
  supplyBy: z.string().optional(),
  /** When the commitment is checked; only with `commitment`. */
  fulfilBy: z.string().optional(),
  note: z.string().optional(),
})
export type MatterInput = z.infer<typeof MatterInput>

export const LegalBasis = z.object({
  title: z.string(),
  article: z.string(),
  year: z.number().int().nullable().optional(),
  confidence: Confidence,
  note: z.string().optional(),
})
export type LegalBasis = z.infer<typeof LegalBasis>

/** A matter's own example: facts, and whether the matter then applies. Run before a catalogue is taken; a failing one refuses it. */
export const MatterTest = z.object({
  name: z.string().min(1).max(200),
  facts: z.record(z.string(), z.union([z.boolean(), z.number(), z.string()])),
  expect: z.enum(outcomes),
})
export type MatterTest = z.infer<typeof MatterTest>

export const standardLandModes = ['none', 'gov-prior', 'regional', 'simplified', 'commitment'] as const

export const Matter = z.object({
  code,
  name_zh: z.string(),
  name_en: z.string(),
  stage: z.string(),
  kind: z.string(),
  initiator: z.enum(['enterprise', 'government']),
  authority: z.string(),
  basis: z.array(LegalBasis),
  applies: z.string(),
  appliesText: z.string().optional(),
  preparation: z.object({ normal: z.number().nonnegative(), fast: z.number().nonnegative() }),
  handling: z.object({ statutory: Limit, committed: Limit, floor: Limit.optional() }),
  handlingSource: z.object({ statutory: Confidence, committed: Confidence }).optional(),
  floorBasis: z
    .object({ title: z.string(), article: z.string(), note: z.string().optional(), confidence: Confidence })
    .optional(),
  inputs: z.array(MatterInput),
  outputs: z.array(z.object({ code, name_zh: z.string(), name_en: z.string() })),
  standardLand: z.object({ mode: z.enum(standardLandModes), note: z.string().optional() }),
  commitmentSystem: z
    .object({ eligible: z.boolean(), scope: z.string().optional(), note: z.string().optional() })
    .optional(),
  durationFact: z.string().optional(),
  afterProduction: z.boolean().optional(),
  milestone: z.boolean().optional(),
  validity: z.string().optional(),
  note: z.string().optional(),
  tests: z.array(MatterTest).optional(),
})
export type Matter = z.infer<typeof Matter>

export const Fee = z.object({
  code,
  name_zh: z.string(),
  name_en: z.string().optional(),
  matter: code,
  /** Yuan, an expression over project facts. */
  amount: z.string(),
  kind: z.enum(['price', 'tax', 'fee']),
  basis: z.string(),
  waiver: z.string().optional(),
  confidence: Confidence,
})
export type Fee = z.infer<typeof Fee>

export const Catalogue = z.object({
  format: z.literal('luodi-catalogue/1'),
  title: z.string(),
  asOf: z.string(),
  confidence: z.record(z.string(), z.string()),
  /** Code → name, in the order in which serial handling walks. */
  stages: z.record(z.string(), z.string()),
  facts: z.array(FactDeclaration),
  materials: z.array(Paper),
  matters: z.array(Matter),
})
export type Catalogue = z.infer<typeof Catalogue>

export const FeeSchedule = z.object({
  format: z.literal('luodi-fees/1'),
  note: z.string().optional(),
  facts: z.array(FactDeclaration),
  fees: z.array(Fee),
})
export type FeeSchedule = z.infer<typeof FeeSchedule>
