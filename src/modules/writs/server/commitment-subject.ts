import { notFound } from '../../../platform/access/caller.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { findCommitment } from '../../commitments/server/api.ts'
import { labelOfMixed } from '../../matters/contract/mixed-text.ts'
import { pinnedCatalogue } from '../../matters/server/api.ts'
import { getProject } from '../../projects/server/api.ts'
import type { Told } from './subject.ts'

/** A commitment as its letter tells of it; 404 when the caller may not see it. */
export async function commitmentSource(db: Database, context: RequestContext, id: string): Promise<Told> {
  const zoneId = zoneOf(context).id
  const row = await findCommitment(db, zoneId, { caller: context.caller, id })
  if (!row) throw notFound()
  const { basis } = await getProject(db, zoneId, row.project_id)
  const compiled = basis ? (await pinnedCatalogue(db, basis.catalogueVersionId)).compiled : null
  const matter = compiled?.matters[compiled.indexOf.get(row.matter) ?? -1]?.matter
  return {
    projectId: row.project_id,
    enterpriseId: row.enterprise_id,
    matter: row.matter_name_zh,
    authority: matter?.authority ?? null,
    sample: row.sample,
    case: null,
    commitment: {
      matter: row.matter_name_zh,
      text: row.text_zh,
      paper: compiled?.refNames.get(row.ref)?.zh ?? row.ref,
      check: labelOfMixed(row.check_when).zh,
      signedOn: row.signed_on,
    },
    bundle: null,
  }
}
