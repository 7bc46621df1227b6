import { money } from '../../../kernel/money.ts'
import { record } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { allotBond, takeBackBond } from '../../bonds/server/api.ts'
import { work } from '../contract/work.ts'
import type { WorkView } from '../contract/work-view.ts'
import { lockFor, saveWork, shown } from './step.ts'

interface Allotting {
  readonly id: string
  readonly version: number
  readonly bond: string
  readonly amount: string
  readonly document: string
}

/** Part of a bond is set aside for this work, or what it has not used is taken back; the bond keeps the ledger. */
export async function allotToWork(
  db: Database,
  context: RequestContext,
  { action, given }: { readonly action: 'allotBond' | 'takeBackBond'; readonly given: Allotting },
): Promise<WorkView> {
  const { row } = await lockFor(db, context, given)
  const amount = money(given.amount)
  const entry = { bondId: given.bond, work: row, amount, document: given.document }
  await (action === 'allotBond' ? allotBond(db, context, entry) : takeBackBond(db, context, entry))
  await saveWork(db, context, row)
  await record(db, context, {
    ...{ subjectKind: work.name, subjectId: row.id, action, note: given.document, after: { amount, bond: given.bond } },
  })
  return shown(db, context, row.id)
}
