import { z } from 'zod'
import { Citation, VerdictShape } from '../../matters/contract/verdict.ts'
import { Switches } from '../../zones/contract/switches.ts'
import { Milestones, Plan } from './plan.ts'
import { Changes } from './request.ts'
import { ScenarioName } from './scenario.ts'

const Bilingual = z.object({ zh: z.string(), en: z.string() })

/** Why a matter is in the plan, out of it, or undecided; and what its dates hang on. */
export const Why = z.object({
  code: z.string(),
  name: Bilingual,
  verdict: VerdictShape,
  /** The rule as written for people, e.g. `new company / 新设企业`. */
  ruleText: z.string().nullable(),
  limitBasis: z.array(Citation),
  /** True when the verdict was read under the assumption that the land is standard land. */
  assumedStandardLand: z.boolean(),
})
export type Why = z.infer<typeof Why>

/** One lawful change and what planning again says that it saves. */
export const AdviceItem = z.object({
  /** `switch:parallel`, `relax:MATTER/REF` or `handling:MATTER`. */
  id: z.string(),
  kind: z.enum(['switch', 'tolerance', 'commitment', 'pre-review', 'desk']),
  title: Bilingual,
  /** Who must act. */
  actor: z.enum(['zone', 'enterprise', 'desk']),
  risk: Bilingual.nullable(),
  savesToPermit: z.number(),
  savesToProduction: z.number(),
  /** The request with this change applied. */
  switches: Switches,
  changes: Changes,
})
export type AdviceItem = z.infer<typeof AdviceItem>

export const Advice = z.object({
  items: z.array(AdviceItem),
  /** Greedy combination: each step on top of the ones before. */
  combination: z.object({
    steps: z.array(AdviceItem),
    milestones: Milestones,
    /** True when the permit ends no later than the contract day. */
    permitOnContractDay: z.boolean(),
  }),
})
export type Advice = z.infer<typeof Advice>

/** The question whose answer can change most now; null when nothing undecided reads an unanswered fact. */
export const NextQuestion = z.object({
  fact: z.string(),
  /** How many undecided matters and fees read it. */
  reads: z.number(),
  /** Spread of the production milestone over its possible answers, working days. */
  spreadDays: z.number(),
})
export type NextQuestion = z.infer<typeof NextQuestion>

export const Guide = z.object({
  plan: Plan,
  next: NextQuestion.nullable(),
  /** Every fact still worth asking, most consequential first. */
  open: z.array(NextQuestion),
  answered: z.number(),
})
export type Guide = z.infer<typeof Guide>

/** What changed from one plan to another. */
export const Comparison = z.object({
  in: z.array(z.object({ code: z.string(), why: z.string() })),
  out: z.array(z.object({ code: z.string(), why: z.string() })),
  moved: z.array(
    z.object({
      code: z.string(),
      from: z.number(),
      to: z.number(),
      /** Negative = earlier, working days of the finish. */
      days: z.number(),
      why: z.string(),
    }),
  ),
  milestones: z.object({ before: Milestones, after: Milestones }),
})
export type Comparison = z.infer<typeof Comparison>

export const ScenarioSummary = z.object({
  scenario: ScenarioName,
  milestones: Milestones,
  dates: z.object({
    contract: z.string().nullable(),
    permit: z.string().nullable(),
    jointAccept: z.string().nullable(),
    production: z.string().nullable(),
  }),
  matters: z.number(),
  payable: z.string(),
  owed: z.number(),
  commitments: z.number(),
  assumedStandardLand: z.boolean(),
})
export type ScenarioSummary = z.infer<typeof ScenarioSummary>
