import { isOutsider, notFound } from '../../../platform/access/caller.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { getProject } from '../../projects/server/api.ts'
import { allowedSteps } from '../contract/steps.ts'
import type { BillLine, ProjectBill } from '../contract.ts'
import { totalsOf } from '../domain/totals.ts'
import { factsOf, linesIn, type StoredLine } from './store.ts'

/** The bill of a project as the caller may see it; 404 when the project is not there for this caller. */
export async function readBill(db: Database, context: RequestContext, projectId: string): Promise<ProjectBill> {
  const { caller } = context
  const project = await getProject(db, zoneOf(context).id, projectId)
  if (isOutsider(caller) && project.enterpriseId !== caller.enterpriseId) throw notFound()
  const rows = await linesIn(db, zoneOf(context).id, caller).where('project_id', '=', projectId).orderBy('id').execute()
  const lines = rows.map((row) => lineOf(row, context))
  return {
    project: { id: project.id, name: project.name },
    ...{ lines, totals: totalsOf(lines) },
    mayDrawUp: caller.permissions.has('bills.drawUp') && project.basis !== null && project.enterpriseId !== null,
  }
}

function lineOf(row: StoredLine, { caller }: RequestContext): BillLine {
  const { assessed: _assessed, ...facts } = factsOf(row)
  return {
    ...{ id: row.id, version: row.version, code: row.code, name: { zh: row.name_zh, en: row.name_en } },
    matter: { code: row.matter, name: { zh: row.matter_zh, en: row.matter_en } },
    ...{ ...facts, missing: [...facts.missing], kind: row.kind, basis: row.basis, confidence: row.confidence },
    ...{ lastBy: row.last_by, sample: row.sample, steps: allowedSteps(facts, caller) },
  }
}
