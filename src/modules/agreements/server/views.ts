import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { projectNames } from '../../projects/server/api.ts'
import { allowedSteps } from '../contract/steps.ts'
import type { Agreement, AgreementWhole } from '../contract.ts'
import { signedOf } from '../domain/decide.ts'
import { catalogueOf } from './propose.ts'
import { factsOf, type StoredAgreement } from './store.ts'

/** Agreed plans as the caller may see them, without their lists. */
export async function viewsOf(
  db: Database,
  context: RequestContext,
  rows: readonly StoredAgreement[],
): Promise<Agreement[]> {
  const names = await projectNames(db, zoneOf(context).id, [...new Set(rows.map((row) => row.project_id))])
  return rows.map((row) => ({
    ...{ id: row.id, version: row.version, enterpriseId: row.enterprise_id, ordinal: row.ordinal, state: row.state },
    project: { id: row.project_id, name: names.get(row.project_id) ?? '' },
    ...{ scenario: row.scenario, catalogueVersionId: row.catalogue_version_id },
    promised: {
      ...{ contract: row.contract_on, permit: row.permit_on },
      ...{ jointAccept: row.joint_accept_on, production: row.production_on },
    },
    matters: row.plan.matters.filter(({ finish }) => finish !== undefined).length,
    ...{ note: row.note, proposedBy: row.proposed_by, proposedAt: row.created_at.toISOString() },
    ...{ enterprise: row.enterprise_signed, zone: row.zone_signed, inForceOn: row.in_force_on },
    ...{ reason: row.reason, closedOn: row.closed_on, sample: row.sample },
    steps: allowedSteps({ state: row.state, signed: signedOf(factsOf(row)) }, context.caller),
  }))
}

export async function viewOf(db: Database, context: RequestContext, row: StoredAgreement): Promise<Agreement> {
  const [view] = await viewsOf(db, context, [row])
  if (view) return view
  throw new RangeError('one row, one view')
}

export async function wholeOf(db: Database, context: RequestContext, row: StoredAgreement): Promise<AgreementWhole> {
  const { version } = await catalogueOf(db, row.catalogue_version_id)
  const { plan, facts, changes } = row
  return { ...(await viewOf(db, context, row)), plan, facts, changes, catalogue: version }
}
