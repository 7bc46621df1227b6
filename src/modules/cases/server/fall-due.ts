import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { passedStates, undecidedStates } from '../contract/state.ts'
import { fallDue, owedUntilMatters } from '../domain/fall-due.ts'
import { takeAction } from './step.ts'
import { casesIn, listActions, withFacts } from './store.ts'

const running = [...undecidedStates, ...passedStates]

/** After an application or an acceptance: what other cases of the project owed until that matter starts is due now. */
export async function makeOwedFallDue(db: Database, context: RequestContext, projectId: string): Promise<void> {
  const { id: zoneId } = zoneOf(context)
  const rows = await casesIn(db, { zoneId, enterpriseId: undefined })
    .where('project_id', '=', projectId)
    .where('state', 'in', running)
    .orderBy('id')
    .execute()
  const open = (await withFacts(db, zoneId, rows)).filter(({ facts }) => owedUntilMatters(facts).length > 0)
  const { caller } = context
  for (const { row } of open) {
    const locked = await casesIn(db, { zoneId, enterpriseId: undefined })
      .where('id', '=', row.id)
      .forUpdate()
      .executeTakeFirst()
    const [stored] = locked ? await withFacts(db, zoneId, [locked]) : []
    if (!stored) continue
    const startedOn = new Map(rows.map((one) => [one.matter, one.received_on]))
    const action = fallDue(stored.facts, startedOn, { id: caller.accountId, name: caller.name })
    if (action === null) continue
    const ordinal = (await listActions(db, zoneId, row.id)).length + 1
    await takeAction(db, context, { stored, action, ordinal })
  }
}
