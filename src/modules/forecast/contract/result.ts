import { z } from 'zod'

const Day = z.string()

/** On how many of the runs a milestone fell on each day, the earliest first. */
export const Spread = z.array(z.object({ on: Day, runs: z.int() }))
export type Spread = z.infer<typeof Spread>

export const milestoneStates = ['coming', 'done', 'none', 'undated'] as const

/** A milestone as the runs saw it. `plannedOn`: what the plan reckoned with before anything had happened. */
export const MilestoneForecast = z.object({
  state: z.enum(milestoneStates),
  doneOn: Day.nullable(),
  plannedOn: Day.nullable(),
  spread: Spread,
})
export type MilestoneForecast = z.infer<typeof MilestoneForecast>

export const Outcome = z.object({
  projectId: z.string(),
  permit: MilestoneForecast,
  production: MilestoneForecast,
  /** For some matters nobody has said yet whether they apply. */
  incomplete: z.boolean(),
})
export type Outcome = z.infer<typeof Outcome>

/** What a change of a desk would bring: working days earlier, the mean over projects and runs, on the same random numbers. */
export const WhatIf = z.object({ permitDays: z.number().nullable(), productionDays: z.number().nullable() })
export type WhatIf = z.infer<typeof WhatIf>

export const DeskForecast = z.object({
  departmentId: z.string(),
  officers: z.int(),
  /** Cases it works on at once, and where that is known from; 0: unknown, nothing waits there. */
  cases: z.int(),
  from: z.enum(['measured', 'set', 'assumed', 'unknown']),
  /** Cases of one officer at once that were reckoned with, and working days on which its people are away; absent in older answers. */
  each: z.int().optional(),
  absent: z.number().optional(),
  /** Working days that the desk costs on the paths to the milestones: all projects together, the mean of the runs. */
  handlingDays: z.number(),
  waitingDays: z.number(),
  /** One officer more; one working day less on each case. Null: not tried, because it costs less than others or its people are unknown. */
  oneMore: WhatIf.nullable(),
  dayLess: WhatIf.nullable(),
})
export type DeskForecast = z.infer<typeof DeskForecast>

/** What the answer rests on. */
export const Rests = z.object({
  /** `cases`: decided cases drawn from; 0 where they were too few (`known`) and the catalogue's limits were spread. */
  matters: z.array(z.object({ matter: z.string(), cases: z.int(), known: z.int(), open: z.int() })),
  owed: z.object({ rate: z.number(), from: z.enum(['measured', 'assumed']), papers: z.int() }),
  minimumCases: z.int(),
})
export type Rests = z.infer<typeof Rests>

export const ForecastResult = z.object({
  outcomes: z.array(Outcome),
  desks: z.array(DeskForecast),
  rests: Rests,
  /** Dates in years whose holiday notice is not loaded. */
  provisional: z.boolean(),
})
export type ForecastResult = z.infer<typeof ForecastResult>
