import type { Database, RequestContext } from '../../../platform/module.ts'
import { standingOf } from '../../credit/server/api.ts'
import type { Command } from '../domain/circumstances.ts'
import { refuse } from '../domain/refuse.ts'
import type { StoredCase } from './rows.ts'

/** No paper may be owed by an enterprise whose credit does not allow it until it is repaired (容缺: 失信主体修复前不适用). */
export async function refuseTolerance(
  db: Database,
  { now }: RequestContext,
  { command, stored: { row } }: { readonly command: Command; readonly stored: StoredCase },
): Promise<void> {
  if (command.verb !== 'accept' || command.input.owed.length === 0) return
  const { grade, toleranceAllowed, source } = await standingOf(db, row.zone_id, {
    enterpriseId: row.enterprise_id,
    now,
  })
  if (toleranceAllowed) return
  throw refuse(
    'no_tolerance_by_credit',
    {
      zh: `该企业信用等级为 ${grade}，修复前不能容缺受理（${source}）；请补正，或等材料齐全。`,
      en: `The enterprise's credit grade is ${grade}: no tolerance until it is repaired. Ask for correction or wait for the papers.`,
    },
    { grade },
  )
}
