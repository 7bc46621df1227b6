import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import type { Commitment } from '../../commitments/contract.ts'
import { draftCommitments } from '../../commitments/server/api.ts'
import { pinnedCatalogue } from '../../matters/server/api.ts'
import { getProject } from '../../projects/server/api.ts'
import { getSettings, zoneCalendar } from '../../zones/server/api.ts'
import { planOf } from '../domain/plan.ts'

/** Drafts the commitments that the project's plan asks for under the reforms of its zone; none while the project has no basis. */
export async function draftPlanned(
  db: Database,
  context: RequestContext,
  projectId: string,
): Promise<{ commitments: Commitment[] }> {
  const zone = zoneOf(context)
  const { basis } = await getProject(db, zone.id, projectId)
  const asked = basis ? await commitmentsAsked(db, zone.code, basis) : []
  return { commitments: await draftCommitments(db, context, { projectId, asked }) }
}

type Basis = NonNullable<Awaited<ReturnType<typeof getProject>>['basis']>

async function commitmentsAsked(db: Database, zone: string, { facts, startOn, catalogueVersionId }: Basis) {
  const { compiled } = await pinnedCatalogue(db, catalogueVersionId)
  const { reforms: switches } = await getSettings(db, zone)
  const calendar = await zoneCalendar(db, zone)
  return planOf(compiled, { facts, start: startOn, switches, calendar }).commitments
}
