import { isOutsider, notFound } from '../../../platform/access/caller.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { getProject } from '../../projects/server/api.ts'
import type { ExternalCase } from '../contract/rows.ts'
import { externalCases } from './overview.ts'

/** What is handled elsewhere for one project; an applicant sees its own. */
export async function externalOfProject(
  db: Database,
  context: RequestContext,
  id: string,
): Promise<{ external: ExternalCase[] }> {
  const zoneId = zoneOf(context).id
  const project = await getProject(db, zoneId, id)
  if (isOutsider(context.caller) && project.enterpriseId !== context.caller.enterpriseId) throw notFound()
  return { external: (await externalCases(db, zoneId)).filter(({ projectId }) => projectId === id) }
}
