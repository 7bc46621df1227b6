import type { InputOf } from '../../../kernel/endpoint.ts'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import { Problem } from '../../../kernel/problem.ts'
import { newId } from '../../../platform/ids.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { findPerson } from '../../organisation/server/api.ts'
import { getProject } from '../../projects/server/api.ts'
import type { Level, Verb } from '../contract/topic.ts'
import type { raiseBottleneck } from '../contract.ts'
import { afterStep } from '../domain/bottleneck.ts'
import { daysOf } from './rules.ts'
import { lockStored, type Stored } from './store.ts'
import type { ActRow, BottleneckRow } from './table.ts'
import { kind, setWatch, tell } from './tell.ts'

/** Something that holds a project up, with who is to clear it away. */
export async function raise(db: Database, context: RequestContext, input: InputOf<typeof raiseBottleneck>) {
  const zoneId = zoneOf(context).id
  const { sample } = await getProject(db, zoneId, input.project)
  await refuseNobody(db, zoneId, input.owner)
  const { now } = context
  const by = actorOf(context)
  const row = await db
    .insertInto('bottlenecks.bottlenecks')
    .values({
      ...{ zone_id: zoneId, id: newId(now), version: 1, archived_at: null, sample: context.sample ?? sample },
      ...{ created_at: now, created_by: by, updated_at: now, updated_by: by },
      ...{ project_id: input.project, title: input.title, topic: input.topic, state: 'open', level: 1 },
      ...{ owner_id: input.owner, raised_on: legalDayOf(now), outcome: null },
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  const act = { verb: 'raise', days: input.days ?? daysOf(1), words: input.title } as const
  return done(db, context, { row, act, before: null, acts: [] })
}

export interface StepInput {
  readonly id: string
  readonly version: number
  readonly words: string
  readonly owner?: string
  readonly days?: number
}

/** One step: lock, compare the version, the pure rule, save, journal, tell. */
export async function step(db: Database, context: RequestContext, { verb, input }: { verb: Verb; input: StepInput }) {
  const zoneId = zoneOf(context).id
  const stored = await lockStored(db, zoneId, input.id)
  // Of an archived project nothing is shown, and nothing goes on.
  await getProject(db, zoneId, stored.row.project_id)
  if (stored.row.version !== input.version) throw stale(stored.row)
  if (input.owner !== undefined) await refuseNobody(db, zoneId, input.owner)
  return take(db, context, { stored, verb, input })
}

interface Taking {
  readonly stored: Stored
  readonly verb: Verb
  readonly input: Pick<StepInput, 'words' | 'owner' | 'days'>
}

/** A step that has been compared already; of the program itself too. */
export async function take(db: Database, context: RequestContext, { stored, verb, input }: Taking): Promise<Stored> {
  const { row: was, acts } = stored
  const after = afterStep(was, verb)
  const row = await db
    .updateTable('bottlenecks.bottlenecks')
    .set({
      ...{ state: after.state, level: after.level, version: was.version + 1 },
      ...{ updated_at: context.now, updated_by: actorOf(context) },
      ...(verb === 'assign' && { owner_id: input.owner ?? was.owner_id }),
      outcome: verb === 'solve' || verb === 'drop' ? input.words : verb === 'reopen' ? null : was.outcome,
    })
    .where('zone_id', '=', was.zone_id)
    .where('id', '=', was.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  const days = verb === 'escalate' || verb === 'reopen' ? daysOf(after.level) : (input.days ?? null)
  return done(db, context, { row, act: { verb, days, words: input.words }, before: was, acts })
}

interface Done {
  readonly row: BottleneckRow
  readonly act: { readonly verb: ActRow['verb']; readonly days: number | null; readonly words: string }
  readonly before: BottleneckRow | null
  readonly acts: readonly ActRow[]
}

async function done(db: Database, context: RequestContext, { row, act, before, acts }: Done): Promise<Stored> {
  const { now, caller } = context
  const { verb, days, words } = act
  const entered = await db
    .insertInto('bottlenecks.acts')
    .values({
      ...{ zone_id: row.zone_id, id: newId(now), created_at: now, created_by: actorOf(context), sample: row.sample },
      ...{ bottleneck_id: row.id, ordinal: acts.length + 1, verb, happened_on: legalDayOf(now), level: row.level },
      ...{ days, owner_id: row.owner_id, words, actor_name: caller.name },
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  const shown = ({ state, level, owner_id }: BottleneckRow) => ({ state, level: level as Level, owner: owner_id })
  await record(db, context, {
    ...{ subjectKind: kind, subjectId: row.id, action: verb, note: words, threadId: row.project_id },
    before: before && shown(before),
    after: { ...shown(row), ...(days !== null && { days }) },
  })
  const stored = { row, acts: [...acts, entered] }
  await tell(db, context, { row, verb, words })
  await setWatch(db, context, stored)
  return stored
}

async function refuseNobody(db: Database, zoneId: string, personId: string): Promise<void> {
  if (await findPerson(db, zoneId, personId)) return
  throw new Problem('rule_violated', 'bottlenecks.no_owner', {
    zh: '找不到这位责任人，请从本区人员中选择。',
    en: 'This person is not there: choose somebody of the zone.',
  })
}

function stale({ version, updated_at }: BottleneckRow): Problem {
  const text = { zh: '这个堵点刚被他人办过，请刷新后再办。', en: 'Somebody was first: look again, then decide.' }
  return new Problem('conflict', 'bottlenecks.stale', text, { version, updatedAt: updated_at.toISOString() })
}
