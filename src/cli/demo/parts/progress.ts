import { z } from 'zod'
import { moneyFromWan } from '../../../kernel/money.ts'
import { recordEndpoints } from '../../../kernel/record-endpoints.ts'
import { capacity, horizonLabels } from '../../../modules/progress/contract/capacity.ts'
import { investment, ledgers } from '../../../modules/progress/contract/investment.ts'
import { milestone, nodeLabels } from '../../../modules/progress/contract/milestone.ts'
import { report } from '../../../modules/progress/contract/report.ts'
import { getDossier } from '../../../modules/projects/contract.ts'
import { Before } from '../data.ts'
import { demoPart } from '../part.ts'
import { type Act, kept, type Telling } from '../script.ts'

type Key<T> = keyof T & string
const named = <T extends object>(labels: T) => z.enum(Object.keys(labels) as [Key<T>, ...Key<T>[]])

const Told = z.strictObject({
  note: z.string(),
  projects: z.array(
    z.strictObject({
      /** `project:<key>` of the script, or `portfolio:<code>`. */
      project: z.string(),
      /** Day on which milestones and capacities are entered. */
      on: Before,
      milestones: z
        .array(
          z.strictObject({
            title: z.string(),
            node: named(nodeLabels),
            planned: Before.or(z.int().min(1).max(400)),
            forecast: Before.or(z.int().min(1).max(400)).optional(),
            done: Before.optional(),
          }),
        )
        .default([]),
      /** Of the months before the day of the demonstration: 1 is the last one. Percent so far, what was done; amounts in ten thousand yuan. */
      months: z
        .array(
          z.strictObject({
            back: z.int().min(1).max(24),
            planned: z.number().optional(),
            actual: z.number(),
            done: z.string(),
            next: z.string().optional(),
            wan: z.partialRecord(z.enum(ledgers), z.number()).default({}),
          }),
        )
        .default([]),
      capacities: z
        .array(
          z.strictObject({
            product: z.string(),
            horizon: named(horizonLabels),
            quantity: z.number(),
            unit: z.string(),
            lines: z.int().optional(),
            source: z.string(),
          }),
        )
        .default([]),
    }),
  ),
})
type Told = z.infer<typeof Told>
type OfProject = Told['projects'][number]

const doors = {
  milestone: recordEndpoints(milestone).create,
  report: recordEndpoints(report).create,
  investment: recordEndpoints(investment).create,
  capacity: recordEndpoints(capacity).create,
}
const by = 'agent'

/** A day of the future is counted in calendar days from the last working day before the demonstration. */
function dayAt({ days }: Telling, place: number): string {
  if (place < 0) return days.day(place)
  return new Date(Date.parse(`${days.day(-1)}T00:00:00Z`) + place * 86_400_000).toISOString().slice(0, 10)
}

function monthAt({ days }: Telling, back: number): string {
  const [year = 0, month = 0] = days.day(-1).split('-').map(Number)
  return new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 7)
}

function planned(telling: Telling, { project, on, milestones }: OfProject): Act[] {
  return milestones.map(({ title, node, planned: plannedOn, forecast, done }, i) => ({
    ...{ key: `milestone:${project}/${i}`, at: telling.days.at(on, 900 + i), by },
    run: async ({ call, id }) => {
      const { evidence } = await call(getDossier, { id: id(project) })
      // The proof of a milestone is the latest that the project has from before it.
      const reached = done === undefined ? undefined : telling.days.day(done)
      const proof = evidence.filter(({ happenedOn }) => reached !== undefined && happenedOn <= reached).at(-1)
      const made = await call(doors.milestone, {
        ...{ title, node, projectId: id(project), plannedOn: dayAt(telling, plannedOn) },
        ...(forecast !== undefined && { forecastOn: dayAt(telling, forecast) }),
        ...(reached !== undefined && proof !== undefined && { doneOn: reached, evidenceId: proof.id }),
      })
      return kept(`milestone:${project}/${i}`, made)
    },
  }))
}

function reported(telling: Telling, { project, months }: OfProject): Act[] {
  return months.map(({ back, planned: plannedPercent, actual, done, next, wan }, i) => ({
    ...{ key: `report:${project}/${back}`, at: telling.days.at(-1, 600 + i), by },
    run: async ({ call, id }) => {
      const about = { projectId: id(project), month: monthAt(telling, back) }
      const made = await call(doors.report, {
        ...{ ...about, actualPercent: actual, done, ...(next !== undefined && { next }) },
        ...(plannedPercent !== undefined && { plannedPercent }),
      })
      for (const ledger of ledgers) {
        const amount = wan[ledger]
        if (amount === undefined) continue
        const proof = { planned: '年度投资计划', paid: '银行回单与发票', statistics: '固定资产投资统计报表' }[ledger]
        await call(doors.investment, { ...about, ledger, amountYuan: moneyFromWan(amount), proof })
      }
      return kept(`report:${project}/${back}`, made)
    },
  }))
}

function equipped(telling: Telling, { project, on, capacities }: OfProject): Act[] {
  return capacities.map(({ lines, ...told }, i) => ({
    ...{ key: `capacity:${project}/${i}`, at: telling.days.at(on, 960 + i), by },
    run: async ({ call, id }) => {
      const fields = { ...told, projectId: id(project), ...(lines !== undefined && { lines }) }
      return kept(`capacity:${project}/${i}`, await call(doors.capacity, fields))
    },
  }))
}

/** Milestones, monthly reports with the three ledgers, and capacities of some projects. */
export const part = demoPart<Told>({
  schema: Told,
  acts: (telling, { projects }) =>
    projects.flatMap((one) => [...planned(telling, one), ...reported(telling, one), ...equipped(telling, one)]),
})
