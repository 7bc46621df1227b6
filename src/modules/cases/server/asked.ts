import { isOutsider, notFound } from '../../../platform/access/caller.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Caller, Database, RequestContext } from '../../../platform/module.ts'
import type { Matter } from '../../matters/contract/catalogue.ts'
import type { CompiledCatalogue } from '../../matters/contract/compiled.ts'
import { pinnedCatalogue } from '../../matters/server/api.ts'
import { getProject } from '../../projects/server/api.ts'
import type { CasePaper } from '../contract/paper.ts'
import { passedStates } from '../contract/state.ts'
import { getApplicable, papersFor } from '../domain/application.ts'
import { refuse } from '../domain/refuse.ts'
import type {} from './table.ts'

/** What an applicant asks for. */
export interface Application {
  readonly project: string
  readonly matter: string
}

/** What the pinned catalogue asks of an application for this matter. */
export interface Asked {
  readonly project: { readonly id: string; readonly enterpriseId: string; readonly sample: boolean }
  readonly catalogueVersionId: string
  readonly matter: Matter
  readonly papers: readonly CasePaper[]
}

/** The matter and its papers for this project, which the caller must be allowed to see; 404 otherwise. */
export async function askedFor(db: Database, context: RequestContext, application: Application): Promise<Asked> {
  const { id: zoneId } = zoneOf(context)
  const project = await getProject(db, zoneId, application.project)
  const { enterpriseId, basis } = project
  refuseForeign(enterpriseId, context.caller)
  if (enterpriseId === null || basis === null) throw notReady()
  const { facts, catalogueVersionId } = basis
  const { compiled } = await pinnedCatalogue(db, catalogueVersionId)
  const matter = getApplicable(compiled, application.matter, facts)
  const outcomes = await outcomesOf(db, zoneId, { projectId: project.id, compiled })
  const papers = papersFor(compiled, matter, { facts, outcomes })
  return { project: { id: project.id, enterpriseId, sample: project.sample }, catalogueVersionId, matter, papers }
}

function refuseForeign(enterpriseId: string | null, caller: Caller): void {
  if (isOutsider(caller) && (enterpriseId === null || caller.enterpriseId !== enterpriseId)) throw notFound()
}

function notReady() {
  return refuse('project_not_ready', {
    zh: '项目还没有关联企业或填写项目要素，请先补充再申请。',
    en: 'The project has no enterprise or no facts yet: complete it before you apply.',
  })
}

/** Codes of the outcomes that passed cases of the project have brought. */
async function outcomesOf(
  db: Database,
  zoneId: string,
  { projectId, compiled }: { projectId: string; compiled: CompiledCatalogue },
): Promise<ReadonlySet<string>> {
  const passed = await db
    .selectFrom('cases.cases')
    .select('matter')
    .where('zone_id', '=', zoneId)
    .where('project_id', '=', projectId)
    .where('state', 'in', passedStates)
    .where('archived_at', 'is', null)
    .execute()
  const codes = passed.flatMap(({ matter }) => {
    const rank = compiled.indexOf.get(matter)
    return rank === undefined ? [] : (compiled.matters[rank]?.matter.outputs.map((output) => output.code) ?? [])
  })
  return new Set(codes)
}
