import { attachFiles } from '../../../platform/files/store.ts'
import type { Acting } from '../../../platform/journal/record.ts'
import type { Database } from '../../../platform/module.ts'
import { holdPaper, noteReuse, takeFromShelf } from '../../papers/server/api.ts'
import type { CasePaper } from '../contract/paper.ts'

interface Shelving {
  readonly zoneId: string
  readonly caseId: string
  readonly papers: readonly (CasePaper & { readonly fileId: string })[]
}

/**
 * Files that come to a case: what the project has on its shelf already is used again and stays where it hangs; what is new hangs on the case,
 * and on the shelf for other cases.
 */
export async function shelve(db: Database, acting: Acting, { zoneId, caseId, papers }: Shelving): Promise<void> {
  const row = await db
    .selectFrom('cases.cases')
    .select(['project_id', 'enterprise_id', 'sample'])
    .where('zone_id', '=', zoneId)
    .where('id', '=', caseId)
    .executeTakeFirstOrThrow()
  const used = { kind: 'cases.case', id: caseId }
  const again = await takeFromShelf(db, acting, { projectId: row.project_id, used, papers })
  const fresh = papers.filter(({ fileId }) => !again.has(fileId))
  const subject = { subjectKind: 'cases.case', subjectId: caseId }
  await attachFiles(db, acting, { ids: fresh.map(({ fileId }) => fileId), subject })
  const project = { id: row.project_id, enterpriseId: row.enterprise_id, sample: row.sample }
  for (const { ref, name, fileId } of fresh) await holdPaper(db, acting, { project, ref, name, fileId, source: 'case' })
}

interface There {
  readonly caseId: string
  readonly papers: readonly CasePaper[]
  readonly sample: boolean
}

/** What earlier matters of the project have brought is not handed in again. */
export async function noteThere(db: Database, acting: Acting, { caseId, papers, sample }: There): Promise<void> {
  const used = { kind: 'cases.case', id: caseId }
  for (const { ref, name, status } of papers) {
    if (status === 'given') await noteReuse(db, acting, { heldId: null, sample, used, paper: { ref, name } })
  }
}
