import type { Database } from '../../../platform/module.ts'
import type { Ledger } from '../contract/investment.ts'
import type { nodeLabels } from '../contract/milestone.ts'
import { listInvestments, listMilestones, listReports } from './store.ts'

export interface MilestoneRef {
  readonly title: string
  readonly node: keyof typeof nodeLabels
  readonly plannedOn: string
  readonly forecastOn: string | null
  readonly doneOn: string | null
}

export interface ReportRef {
  readonly month: string
  readonly planned: number | null
  readonly actual: number
  readonly done: string
  readonly next: string | null
}

export interface InvestmentRef {
  readonly month: string
  readonly ledger: Ledger
  /** Yuan as decimal text. */
  readonly amount: string
}

/** What is known of a project's progress, each in the order of its days. */
export interface Followed {
  readonly milestones: readonly MilestoneRef[]
  readonly reports: readonly ReportRef[]
  readonly investments: readonly InvestmentRef[]
}

/** By project: only those of which anything was entered. Needs the zone's context. */
export async function followedProjects(
  db: Database,
  zoneId: string,
  projectId?: string,
): Promise<ReadonlyMap<string, Followed>> {
  const milestones = Map.groupBy(await listMilestones(db, zoneId, projectId), ({ project_id }) => project_id)
  const reports = Map.groupBy(await listReports(db, zoneId, projectId), ({ project_id }) => project_id)
  const investments = Map.groupBy(await listInvestments(db, zoneId, projectId), ({ project_id }) => project_id)
  const ids = new Set([...milestones.keys(), ...reports.keys(), ...investments.keys()])
  const of = (id: string): Followed => ({
    milestones: (milestones.get(id) ?? []).map(({ title, node, planned_on, forecast_on, done_on }) => ({
      ...{ title, node: node as MilestoneRef['node'], plannedOn: planned_on, forecastOn: forecast_on, doneOn: done_on },
    })),
    reports: (reports.get(id) ?? []).map(({ month, planned_percent, actual_percent, done, next }) => ({
      ...{ month, done, next, actual: Number(actual_percent) },
      planned: planned_percent === null ? null : Number(planned_percent),
    })),
    investments: (investments.get(id) ?? []).map(({ month, ledger, amount_yuan }) => ({
      ...{ month, ledger, amount: amount_yuan },
    })),
  })
  return new Map([...ids].map((id) => [id, of(id)]))
}
