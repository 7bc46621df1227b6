import { Problem } from '../../../kernel/problem.ts'
import { notFound } from '../../../platform/access/caller.ts'
import { newId } from '../../../platform/ids.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { fault } from '../contract/fault.ts'
import type { FaultVerb, Payer } from '../contract/words.ts'
import { doors } from '../contract.ts'
import { afterStep, refusePayer } from '../domain/fault.ts'
import { mayJudge, ratedIn } from './read.ts'
import { lockStored, type Stored } from './store.ts'
import type { FaultRow } from './table.ts'
import { setWatch, tell } from './tell.ts'

export interface StepInput {
  readonly id: string
  readonly version: number
  readonly words?: string | null
  readonly handler?: string
  readonly cost?: string
  readonly payer?: Payer
  readonly because?: string | null
  readonly grade?: number
}

/** One step: lock, compare the version, the pure rule, save, journal, tell. */
export async function step(
  db: Database,
  context: RequestContext,
  { verb, input }: { readonly verb: FaultVerb; readonly input: StepInput },
): Promise<Stored> {
  const { caller } = context
  const stored = await lockStored(db, zoneOf(context).id, { id: input.id, caller })
  const { row: was, acts } = stored
  if (doors[verb].permission === 'upkeep.report' && !mayJudge(stored, context)) throw notFound()
  if (was.version !== input.version) throw stale(was)
  const state = afterStep({ state: was.state, rated: ratedIn(acts) }, verb)
  if (input.payer !== undefined) refusePayer(input.payer, was.enterprise_id !== null, input.because ?? null)
  const row = await db
    .updateTable('upkeep.faults')
    .set({
      ...{ ...setOf(verb, input), state, version: was.version + 1 },
      ...{ updated_at: context.now, updated_by: actorOf(context) },
    })
    .where('zone_id', '=', was.zone_id)
    .where('id', '=', was.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  const words =
    verb === 'take' ? (input.handler ?? null) : [input.words, input.because].filter(Boolean).join('；') || null
  const act = await db
    .insertInto('upkeep.acts')
    .values({
      ...{ zone_id: row.zone_id, id: newId(context.now), created_at: context.now, created_by: actorOf(context) },
      ...{ sample: row.sample, fault_id: row.id, ordinal: acts.length + 1, verb, words, actor_name: caller.name },
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await record(db, context, {
    ...{ subjectKind: fault.name, subjectId: row.id, action: verb, note: words },
    ...(row.enterprise_id !== null && { threadId: row.enterprise_id }),
    ...{ before: { state: was.state }, after: { ...setOf(verb, input), state } },
  })
  const after = { row, acts: [...acts, act] }
  await tell(db, context, { row, verb, words })
  await setWatch(db, context, after)
  return after
}

/** What a step writes beside the state. Reported again, the mending before is in the acts alone. */
function setOf(verb: FaultVerb, input: StepInput): Partial<FaultRow> {
  if (verb === 'take') return { handler: input.handler ?? null }
  if (verb === 'finish') {
    return { outcome: input.words ?? null, cost_yuan: input.cost ?? null, payer: input.payer ?? null, grade: null }
  }
  if (verb === 'drop') return { outcome: input.words ?? null }
  if (verb === 'rate') return { grade: input.grade ?? null }
  return { outcome: null, cost_yuan: null, payer: null, grade: null }
}

function stale({ version, updated_at }: FaultRow): Problem {
  const text = { zh: '这条报修刚被他人办过，请刷新后再办。', en: 'Somebody was first: look again, then decide.' }
  return new Problem('conflict', 'upkeep.stale', text, { version, updatedAt: updated_at.toISOString() })
}
