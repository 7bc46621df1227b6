import { z } from 'zod'
import { Confidence } from '../../matters/contract/catalogue.ts'
import { Switches } from '../../zones/contract/switches.ts'
import { ScenarioName } from './scenario.ts'

/**
 * The computed plan of a project (一项目一方案一清单) as every surface reads it.
 * Offsets are working days from day 0, halves occur; dates are legal days `YYYY-MM-DD`.
 */
const Day = z.string()
const Bilingual = z.object({ zh: z.string(), en: z.string() })

/** What holds a matter up: `by` ends and brings `ref`; `serial` when only the one-after-another rule holds it. */
export const Hold = z.object({
  by: z.string(),
  ref: z.string().nullable(),
  kind: z.enum(['start', 'decision', 'serial']),
})
export type Hold = z.infer<typeof Hold>

/**
 * One matter of the catalogue in this plan. `applies` null = undecided: listed, not scheduled.
 * Times are absent unless the matter is scheduled. Dates are absent too when something before it lasts an unknown time.
 */
export const PlannedMatter = z.object({
  code: z.string(),
  applies: z.boolean().nullable(),
  start: z.number().optional(),
  filed: z.number().optional(),
  /** The office is done; `finish` is later where the decision waits for a result. The chart splits the bar here. */
  decided: z.number().optional(),
  finish: z.number().optional(),
  startDate: Day.nullable().optional(),
  filedDate: Day.nullable().optional(),
  finishDate: Day.nullable().optional(),
  /** Half-day steps; null for a matter that cannot be late any more: done by the zone before, or ended in this project. */
  slack: z.number().nullable().optional(),
  critical: z.boolean().optional(),
  prior: z.boolean().optional(),
  /** Done after production: a duty that follows, not in the schedule. */
  follows: z.boolean().optional(),
  holds: z.array(Hold).optional(),
})
export type PlannedMatter = z.infer<typeof PlannedMatter>

export const Milestones = z.object({
  contract: z.number().nullable(),
  permit: z.number().nullable(),
  jointAccept: z.number().nullable(),
  production: z.number().nullable(),
  incomplete: z.boolean(),
})
export type Milestones = z.infer<typeof Milestones>

/** A paper (材料) once, whoever asks for it: first matter that needs it, all others that it serves. */
export const PaperNeed = z.object({
  paper: z.string(),
  preparedBy: z.enum(['enterprise', 'intermediary', 'government']),
  firstNeededBy: z.string(),
  /** Offset of the filing (or owed date) that first needs it. */
  neededAt: z.number(),
  neededOn: Day.nullable(),
  serves: z.array(z.string()),
})
export type PaperNeed = z.infer<typeof PaperNeed>

/** An owed paper (容缺材料): what is still missing when the matter is filed, and by when it is due. */
export const OwedPaper = z.object({
  matter: z.string(),
  ref: z.string(),
  producer: z.string(),
  filed: z.number(),
  arrives: z.number(),
  due: z.number(),
  dueDate: Day.nullable(),
  /** True when the paper comes after it is due: the tolerance would lapse. */
  lapses: z.boolean(),
})
export type OwedPaper = z.infer<typeof OwedPaper>

/** A commitment (告知承诺) that enters the plan: text to sign, who signs, when it is checked. */
export const PlannedCommitment = z.object({
  matter: z.string(),
  ref: z.string(),
  signer: z.enum(['enterprise', 'government']),
  text: Bilingual,
  check: z.string(),
})
export type PlannedCommitment = z.infer<typeof PlannedCommitment>

/** One line of the bill. Yuan as decimal strings; null amount = facts are missing; null waived = waiver undecided. */
export const FeeLine = z.object({
  code: z.string(),
  name: Bilingual,
  matter: z.string(),
  kind: z.enum(['price', 'tax', 'fee']),
  amount: z.string().nullable(),
  waived: z.boolean().nullable(),
  payable: z.string().nullable(),
  missing: z.array(z.string()),
  basis: z.string(),
  waiver: z.string().nullable(),
  confidence: Confidence,
})
export type FeeLine = z.infer<typeof FeeLine>

export const Bill = z.object({
  lines: z.array(FeeLine),
  /** Sum of what is known to be payable. */
  payable: z.string(),
  waived: z.string(),
  /** True when a line could not be computed or its waiver is undecided: the total is a lower bound. */
  incomplete: z.boolean(),
})
export type Bill = z.infer<typeof Bill>

export const Undecided = z.object({ code: z.string(), missing: z.array(z.string()) })
export type Undecided = z.infer<typeof Undecided>

export const Plan = z.object({
  scenario: ScenarioName.nullable(),
  switches: Switches,
  start: Day,
  /** The first working day on or after start: offset 0. */
  dayZero: Day,
  assumedStandardLand: z.boolean(),
  /** Every matter of the catalogue, in the order of stages, then code. */
  matters: z.array(PlannedMatter),
  undecided: z.array(Undecided),
  milestones: Milestones,
  papers: z.array(PaperNeed),
  owed: z.array(OwedPaper),
  commitments: z.array(PlannedCommitment),
  fees: Bill,
  /** True when any date falls in a year whose holiday notice is not loaded. */
  provisional: z.boolean(),
  /** Duration facts that are missing: what follows those matters is a sequence without dates. */
  undated: z.array(z.string()),
})
export type Plan = z.infer<typeof Plan>
