import { legalDayOf } from '../../../kernel/legal-day.ts'
import { Problem } from '../../../kernel/problem.ts'
import { publish } from '../../../platform/events/publish.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { refuseEnded } from '../domain/end.ts'
import { makeWrit } from './make.ts'
import { lockWrit, type StoredWrit } from './store.ts'

interface Ending {
  readonly id: string
  readonly version: number
  readonly reason: string
}

/** Declares a writ void; its number stays listed and is never given again. */
export async function voidWrit(db: Database, context: RequestContext, ending: Ending): Promise<StoredWrit> {
  const old = await lockStanding(db, context, ending)
  return endWrit(db, context, { old, state: 'void', reason: ending.reason })
}

/** Makes it anew from what is known today; the old one names its successor, the new one says which number it takes the place of. */
export async function reissueWrit(
  db: Database,
  context: RequestContext,
  ending: Ending & { readonly note: string },
): Promise<StoredWrit> {
  const old = await lockStanding(db, context, ending)
  await endWrit(db, context, { old, state: 'replaced', reason: ending.reason })
  const source = {
    kind: old.kind,
    case: old.case_id ?? undefined,
    commitment: old.commitment_id ?? undefined,
    bundle: old.bundle_id ?? undefined,
    note: ending.note,
  }
  return makeWrit(db, context, { source, replaces: old })
}

async function lockStanding(db: Database, context: RequestContext, { id, version }: Ending): Promise<StoredWrit> {
  const old = await lockWrit(db, zoneOf(context).id, { caller: context.caller, id })
  if (old.version !== version) throw changedMeanwhile(old)
  refuseEnded(old.state, old.number)
  return old
}

interface End {
  readonly old: StoredWrit
  readonly state: 'void' | 'replaced'
  readonly reason: string
}

async function endWrit(db: Database, context: RequestContext, { old, state, reason }: End): Promise<StoredWrit> {
  const endedOn = legalDayOf(context.now)
  const row = await db
    .updateTable('writs.writs')
    .set({
      ...{ state, reason, ended_on: endedOn, version: old.version + 1 },
      ...{ updated_at: context.now, updated_by: actorOf(context) },
    })
    .where('zone_id', '=', old.zone_id)
    .where('id', '=', old.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  const subject = { subjectKind: 'writs.writ', subjectId: old.id }
  const before = { state: old.state, endedOn: null }
  const action = state === 'void' ? 'void' : 'replace'
  await record(db, context, {
    ...subject,
    ...{ threadId: old.project_id, action, before, after: { state, endedOn }, note: reason },
  })
  const audience = { enterpriseId: old.enterprise_id }
  await publish(db, context, { topic: 'writs.changed', ...subject, payload: { kind: old.kind, state }, audience })
  return row
}

function changedMeanwhile(row: StoredWrit): Problem {
  return new Problem(
    'conflict',
    'writs.changed_meanwhile',
    {
      zh: `${row.number}已被他人办理；请刷新后再办。`,
      en: `Somebody was faster with ${row.number}: reload before you go on.`,
    },
    { version: row.version, at: row.updated_at.toISOString() },
  )
}
