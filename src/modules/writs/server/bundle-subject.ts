import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { bundleDossier } from '../../cases/server/api.ts'
import { findEnterprise } from '../../enterprises/server/api.ts'
import { getProject } from '../../projects/server/api.ts'
import { caseNumber } from '../domain/case-number.ts'
import type { Told } from './subject.ts'

/** A joint application as its form tells of it: every paper once, with the matters that need it; 404 when the caller may not see it. */
export async function bundleSource(db: Database, context: RequestContext, id: string): Promise<Told> {
  const zoneId = zoneOf(context).id
  const { row, cases } = await bundleDossier(db, context, id)
  const project = await getProject(db, zoneId, row.project_id)
  const enterprise = await findEnterprise(db, zoneId, row.enterprise_id)
  const papers = new Map<string, { name: string; usedBy: string[]; status: string }>()
  for (const { row: one, facts } of cases) {
    for (const paper of facts.papers) {
      const known = papers.get(paper.ref)
      if (known) known.usedBy.push(one.matter_name_zh)
      else papers.set(paper.ref, { name: paper.name.zh, usedBy: [one.matter_name_zh], status: paper.status })
    }
  }
  const [first] = cases
  return {
    projectId: row.project_id,
    enterpriseId: row.enterprise_id,
    matter: null,
    authority: row.through === 'department' ? (first?.row.department ?? null) : null,
    sample: row.sample,
    case: null,
    commitment: null,
    bundle: {
      number: caseNumber(id),
      matters: cases.map(({ row: one }) => ({ name: one.matter_name_zh, department: one.department })),
      papers: [...papers.values()].map(({ name, usedBy, status }) => ({ name, usedBy: usedBy.join('、'), status })),
      address: enterprise?.registeredAddress ?? null,
      investment: project.investmentYuan === null ? null : `${project.investmentYuan}元`,
    },
  }
}
