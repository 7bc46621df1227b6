import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { getProject } from '../../projects/server/api.ts'
import type { ProjectProgress } from '../contract.ts'
import { ledgerSums } from '../domain/ledger.ts'
import { listInvestments, listReports } from './store.ts'

/** Reports and ledgers of one project; 404 when it is not there. */
export async function readProgress(db: Database, context: RequestContext, projectId: string): Promise<ProjectProgress> {
  const zoneId = zoneOf(context).id
  const { investmentYuan } = await getProject(db, zoneId, projectId)
  const reports = await listReports(db, zoneId, projectId)
  const entries = await listInvestments(db, zoneId, projectId)
  return {
    investmentYuan,
    reports: reports.map(({ id, month, planned_percent, actual_percent, done }) => ({
      ...{ id, month, done, actual: Number(actual_percent) },
      planned: planned_percent === null ? null : Number(planned_percent),
    })),
    ledgers: ledgerSums(entries.map(({ ledger, month, amount_yuan }) => ({ ledger, month, amount: amount_yuan }))).map(
      (sum) => ({ ...sum }),
    ),
  }
}
