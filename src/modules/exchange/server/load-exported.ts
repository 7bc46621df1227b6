import type { Database, ZoneRef } from '../../../platform/module.ts'
import type {} from '../../cases/server/table.ts'
import type {} from '../../enterprises/server/table.ts'
import { currentCatalogue, pinnedCatalogue } from '../../matters/server/api.ts'
import type {} from '../../matters/server/table.ts'
import type {} from '../../projects/server/table.ts'
import { kindMeanings } from '../../writs/contract/kinds.ts'
import type {} from '../../writs/server/table.ts'
import type { Exported, ExportedAction, ExportedCase, ExportedProject, Flow } from '../domain/exported.ts'

/** What of a zone leaves for the national exchange: its projects, their cases with every change of state, the flows they are pinned to. */
export async function loadExported(db: Database, zone: ZoneRef, countyCode: string): Promise<Exported> {
  const cases = await loadCases(db, zone.id)
  return {
    ...{ countyCode, zoneCode: zone.code, cases },
    projects: await loadProjects(db, zone.id),
    flows: await loadFlows(db, new Set(cases.map(({ versionId }) => versionId))),
  }
}

async function loadFlows(db: Database, used: ReadonlySet<string>): Promise<Flow[]> {
  const current = (await currentCatalogue(db)).version.id
  const rows = await db
    .selectFrom('matters.catalogue_versions')
    .select(['id', 'imported_at'])
    .orderBy('imported_at')
    .orderBy('id')
    .execute()
  const flows: Flow[] = []
  for (const [i, { id, imported_at }] of rows.entries()) {
    if (id !== current && !used.has(id)) continue
    const { catalogue } = await pinnedCatalogue(db, id)
    flows.push({ versionId: id, number: i + 1, catalogue, from: imported_at.toISOString() })
  }
  return flows
}

async function loadProjects(db: Database, zoneId: string): Promise<ExportedProject[]> {
  const rows = await db
    .selectFrom('projects.projects as project')
    .leftJoin('enterprises.enterprises as enterprise', (join) =>
      join
        .onRef('enterprise.zone_id', '=', 'project.zone_id')
        .onRef('enterprise.id', '=', 'project.enterprise_id')
        .on('enterprise.zone_id', '=', zoneId),
    )
    .select(['project.id', 'project.name', 'project.national_code', 'project.industry_code', 'project.investment_yuan'])
    .select(['project.signed_on', 'project.updated_at', 'enterprise.name as owner', 'enterprise.uscc'])
    .select(['enterprise.industry_edition'])
    .where('project.zone_id', '=', zoneId)
    .where('project.archived_at', 'is', null)
    .orderBy('project.id')
    .execute()
  return rows.map((row) => ({
    ...{ id: row.id, name: row.name, code: row.national_code, industryCode: row.industry_code },
    ...{ industryEdition: row.industry_edition, investmentYuan: row.investment_yuan, signedOn: row.signed_on },
    enterprise: row.owner === null ? null : { name: row.owner, uscc: row.uscc },
    updatedAt: row.updated_at.toISOString(),
  }))
}

/** Numbers and titles of the writs that tell decisions and stand, by case. */
async function loadDecisions(db: Database, zoneId: string) {
  const rows = await db
    .selectFrom('writs.writs')
    .select(['case_id', 'number', 'kind'])
    .where('zone_id', '=', zoneId)
    .where('kind', 'in', ['approval', 'refusal'])
    .where('state', '=', 'valid')
    .where('case_id', 'is not', null)
    .where('archived_at', 'is', null)
    .orderBy('id')
    .execute()
  return new Map(
    rows.map(({ case_id: id, number, kind }) => [id ?? '', { number, title: kindMeanings[kind].label.zh }]),
  )
}

async function loadCases(db: Database, zoneId: string): Promise<ExportedCase[]> {
  const rows = await db
    .selectFrom('cases.cases')
    .select(['id', 'project_id', 'catalogue_version_id', 'matter', 'received_on', 'decided_on', 'state', 'updated_at'])
    .select(['promised_days', 'bundle_id', 'review'])
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .orderBy('id')
    .execute()
  const actions = await db
    .selectFrom('cases.actions')
    .select(['case_id', 'ordinal', 'from_state', 'to_state', 'happened_on', 'created_at', 'actor_name', 'reason'])
    .where('zone_id', '=', zoneId)
    .orderBy('case_id')
    .orderBy('ordinal')
    .execute()
  const decisions = await loadDecisions(db, zoneId)
  const byCase = Map.groupBy(
    actions.filter((one) => one.from_state !== one.to_state),
    (one) => one.case_id,
  )
  return rows.map((row) => ({
    ...{ id: row.id, projectId: row.project_id, versionId: row.catalogue_version_id, matter: row.matter },
    ...{ receivedOn: row.received_on, decidedOn: row.decided_on, state: row.state },
    updatedAt: row.updated_at.toISOString(),
    ...{ promisedDays: row.promised_days, jointId: row.review?.stage?.id ?? row.bundle_id },
    decision: decisions.get(row.id) ?? null,
    actions: (byCase.get(row.id) ?? []).map(
      (one): ExportedAction => ({
        ...{ ordinal: one.ordinal, state: one.to_state, on: one.happened_on, at: one.created_at.toISOString() },
        ...{ actor: one.actor_name, reason: one.reason },
      }),
    ),
  }))
}
