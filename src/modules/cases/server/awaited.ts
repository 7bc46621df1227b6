import { legalDayOf } from '../../../kernel/legal-day.ts'
import { laterOf } from '../../../kernel/order.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { passedStates } from '../contract/state.ts'
import { plainAction } from '../domain/facts.ts'
import type { StoredCase } from './rows.ts'
import { takeAction } from './step.ts'
import { casesIn, listActions, withFacts } from './store.ts'
import { outputsOf } from './underway.ts'

/** A case has passed: what it brings reaches the cases of its project that wait for it, and their limits run on. */
export async function bringResults(db: Database, context: RequestContext, earlier: StoredCase): Promise<void> {
  const { row, facts } = earlier
  if (!(passedStates as readonly string[]).includes(facts.state)) return
  const { id: zoneId } = zoneOf(context)
  const waiting = await casesIn(db, { zoneId, enterpriseId: undefined })
    .where('project_id', '=', row.project_id)
    .where('open', '=', true)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('cases.papers as paper')
          .select('paper.id')
          .where('paper.zone_id', '=', zoneId)
          .whereRef('paper.case_id', '=', 'cases.cases.id')
          .where('paper.status', '=', 'awaited'),
      ),
    )
    .orderBy('id')
    .forUpdate()
    .execute()
  if (waiting.length === 0) return
  const outputs = await outputsOf(db, row)
  for (const stored of await withFacts(db, zoneId, waiting)) await bring(db, context, { stored, outputs, earlier })
}

interface Bringing {
  readonly stored: StoredCase
  readonly outputs: readonly string[]
  readonly earlier: StoredCase
}

async function bring(db: Database, context: RequestContext, { stored, outputs, earlier }: Bringing): Promise<void> {
  const come = stored.facts.papers.filter(({ ref, status }) => status === 'awaited' && outputs.includes(ref))
  if (come.length === 0) return
  const { caller, now } = context
  const on = laterOf(earlier.facts.decidedOn ?? legalDayOf(now), stored.facts.lastOn)
  const action = {
    ...plainAction('arrive', on, { id: caller.accountId, name: caller.name }),
    reason: `“${earlier.row.matter_name_zh}”已办结：${come.map(({ name }) => name.zh).join('、')}`,
    papers: come.map(({ ref, note }) => ({ ref, status: 'accepted' as const, note })),
  }
  const ordinal = (await listActions(db, stored.row.zone_id, stored.row.id)).length + 1
  await takeAction(db, context, { stored, action, ordinal })
}
