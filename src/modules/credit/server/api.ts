import { legalDayOf } from '../../../kernel/legal-day.ts'
import type { Database } from '../../../platform/module.ts'
import type { Standing } from '../contract.ts'
import * as entering from './enter.ts'
import { getStanding } from './read.ts'
import { rulesOf } from './rules.ts'
import { listLedger } from './store.ts'

/** One line of the ledger by the rule in force on its day: for what another module decides. In the caller's transaction. */
export const enterCredit = entering.enterCredit

/** Grade of an enterprise today and what it allows. Needs the zone's context. */
export async function standingOf(
  db: Database,
  zoneId: string,
  { enterpriseId, now }: { readonly enterpriseId: string; readonly now: Date },
): Promise<Standing> {
  const day = legalDayOf(now)
  const lines = await listLedger(db, zoneId, [enterpriseId])
  return getStanding(
    await rulesOf(db, zoneId, day),
    lines.map(({ facts }) => facts),
    day,
  )
}
