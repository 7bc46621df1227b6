import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { findEnterprise } from '../../enterprises/server/api.ts'
import { stages } from '../contract/stage.ts'
import type { Basis, Dossier } from '../contract.ts'
import { missingEvidence } from '../domain/stage.ts'
import { findBasis, getVisible, listEvidence, listLiaisons } from './store.ts'

/** A project on one page, as this caller may see it. */
export async function readDossier(db: Database, context: RequestContext, id: string): Promise<Dossier> {
  const zoneId = zoneOf(context).id
  const row = await getVisible(db, { zoneId, caller: context.caller }, id)
  const evidence = await listEvidence(db, zoneId, id)
  const enterprise = row.enterprise_id === null ? undefined : await findEnterprise(db, zoneId, row.enterprise_id)
  const next = stages[stages.indexOf(row.stage) + 1]
  const kinds = evidence.map(({ kind }) => kind)
  return {
    id,
    version: row.version,
    name: row.name,
    nationalCode: row.national_code,
    enterprise: enterprise ? { id: enterprise.id, name: enterprise.name } : null,
    stage: row.stage,
    condition: row.condition,
    sample: row.sample,
    investmentYuan: row.investment_yuan,
    landAreaSqm: row.land_area_sqm,
    basis: await readBasis(db, zoneId, id),
    liaisons: await listLiaisons(db, zoneId, id),
    evidence: evidence.map(({ happened_on, ...rest }) => ({ ...rest, happenedOn: happened_on })),
    next: next === undefined ? null : { stage: next, missing: missingEvidence(next, kinds).map((group) => [...group]) },
  }
}

export async function readBasis(db: Database, zoneId: string, projectId: string): Promise<Basis | null> {
  const row = await findBasis(db, zoneId, projectId)
  if (!row) return null
  return { version: row.version, facts: row.facts, startOn: row.start_on, catalogueVersionId: row.catalogue_version_id }
}
