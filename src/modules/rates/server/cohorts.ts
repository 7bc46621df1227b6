import { legalDayOf } from '../../../kernel/legal-day.ts'
import type { Database } from '../../../platform/module.ts'
import { followedProjects } from '../../progress/server/api.ts'
import { type WatchedProject, watchedProjects } from '../../projects/server/api.ts'
import type { Rate } from '../contract/rate.ts'
import type { CohortRow, RateView } from '../contract.ts'
import { type Amounts, countedCohort, rateOf, type Step, summedCohort } from '../domain/cohort.ts'
import { lastOutputs, type YearOutput } from './api.ts'
import { cohortRules } from './rules.ts'

export interface Cohort {
  readonly view: RateView
  readonly rows: readonly CohortRow[]
}

/** Every rate that is asked for, with the rows it was made of. Needs the zone's context. */
export async function cohortsOf(db: Database, zoneId: string, asked: readonly Rate[], now: Date): Promise<Cohort[]> {
  const today = legalDayOf(now)
  const ruleOf = await cohortRules(db, zoneId, today)
  const projects = await watchedProjects(db, zoneId, undefined, { withdrawn: true })
  const paid = asked.includes('funding') ? await paidOf(db, zoneId) : new Map<string, number>()
  const outputs = asked.includes('output') ? await lastOutputs(db, zoneId) : new Map<string, YearOutput>()
  return asked.map((rate) => {
    const { source, baseOn, windowMonths, leaveOutWithdrawn } = ruleOf(rate)
    const rule = { baseOn, windowMonths, leaveOutWithdrawn }
    const rows =
      rate === 'output'
        ? summedCohort(
            projects.map((one) => outputAmounts(one, outputs)),
            rule,
          )
        : rate === 'funding'
          ? summedCohort(
              projects.map((one) => fundingAmounts(one, paid)),
              rule,
            )
          : countedCohort(
              projects.map((one) => stepsOf[rate](one)),
              rule,
              today,
            )
    return { rows, view: { rate, ...rateOf(rows), rule: { ...rule, source } } }
  })
}

const head = ({ id, name, condition }: WatchedProject) => ({ id, name, withdrawn: condition === 'withdrawn' })

const stepsOf: Readonly<Record<'signing' | 'start' | 'production', (project: WatchedProject) => Step>> = {
  // Whoever signed has negotiated; the day of the talks is known where there is a record of them.
  signing: (one) => ({ ...head(one), since: one.negotiatedOn ?? one.signedOn, reachedOn: one.signedOn }),
  start: (one) => ({ ...head(one), since: one.signedOn, reachedOn: one.startedOn }),
  production: (one) => ({ ...head(one), since: one.startedOn, reachedOn: one.producedOn }),
}

function outputAmounts(one: WatchedProject, outputs: ReadonlyMap<string, YearOutput>): Amounts {
  const known = outputs.get(one.id)
  return { ...head(one), since: one.producedOn, part: known?.real ?? null, whole: known?.planned ?? null }
}

function fundingAmounts(one: WatchedProject, paid: ReadonlyMap<string, number>): Amounts {
  const whole = one.investmentYuan === null ? null : Number(one.investmentYuan)
  return { ...head(one), since: one.signedOn, part: paid.get(one.id) ?? null, whole }
}

/** What was paid by project; none where no payment was ever entered. */
async function paidOf(db: Database, zoneId: string): Promise<Map<string, number>> {
  const paid = new Map<string, number>()
  for (const [id, { investments }] of await followedProjects(db, zoneId)) {
    const own = investments.filter(({ ledger }) => ledger === 'paid')
    if (own.length > 0)
      paid.set(
        id,
        own.reduce((sum, { amount }) => sum + Number(amount), 0),
      )
  }
  return paid
}
