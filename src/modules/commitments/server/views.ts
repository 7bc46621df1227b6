import { legalDayOf } from '../../../kernel/legal-day.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import type {} from '../../projects/server/table.ts'
import { zoneCalendar } from '../../zones/server/api.ts'
import { allowedSteps } from '../contract/steps.ts'
import type { Commitment } from '../contract.ts'
import { dueOf, subjectOf } from '../domain/decide.ts'
import { beforeSigning } from './before-signing.ts'
import { factsOf, type StoredCommitment } from './store.ts'

/** Commitments as the caller reads them today. */
export async function viewsOf(
  db: Database,
  context: RequestContext,
  rows: readonly StoredCommitment[],
): Promise<Commitment[]> {
  const zone = zoneOf(context)
  const moment = { calendar: await zoneCalendar(db, zone.code), today: legalDayOf(context.now) }
  const before = await beforeSigning(db, context, rows)
  const names = await projectNames(db, zone.id, [...new Set(rows.map((row) => row.project_id))])
  return rows.map((row) => {
    const facts = factsOf(row)
    return {
      id: row.id,
      version: row.version,
      project: { id: row.project_id, name: names.get(row.project_id) ?? '' },
      enterpriseId: row.enterprise_id,
      matter: { code: row.matter, name: { zh: row.matter_name_zh, en: row.matter_name_en } },
      ref: row.ref,
      text: before.words.get(row.id) ?? { zh: row.text_zh, en: row.text_en },
      signer: row.signer,
      check: row.check_when,
      days: row.days,
      state: row.state,
      signedOn: row.signed_on,
      signedBy: row.signed_by,
      fileId: row.file_id,
      ...dueOf(facts, moment),
      reason: row.reason,
      closedOn: row.closed_on,
      checkHow: row.check_how,
      evidence: row.evidence,
      statement: row.statement,
      proposal: row.proposal,
      caseId: row.case_id,
      missing: [...(before.words.get(row.id)?.missing ?? [])],
      mayCommit: before.verdicts.get(row.id) ?? null,
      steps: allowedSteps(subjectOf(facts, moment), context.caller),
      sample: row.sample,
    }
  })
}

export async function viewOf(db: Database, context: RequestContext, row: StoredCommitment): Promise<Commitment> {
  const [view] = await viewsOf(db, context, [row])
  if (view) return view
  throw new RangeError('one row, one view')
}

async function projectNames(db: Database, zoneId: string, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('projects.projects')
    .select(['id', 'name'])
    .where('zone_id', '=', zoneId)
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}
