import type { InputOf } from '../../../kernel/endpoint.ts'
import { Problem } from '../../../kernel/problem.ts'
import { publish } from '../../../platform/events/publish.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { later } from '../../../platform/wire/later.ts'
import type { advanceProject, turnProject } from '../contract.ts'
import { advance, type Standing, turn } from '../domain/stage.ts'
import { evidenceKindsOf, getVisible } from './store.ts'

type Row = Awaited<ReturnType<typeof getVisible>>

/** To the next stage, on the evidence that is there. */
export async function advanceStage(db: Database, context: RequestContext, input: InputOf<typeof advanceProject>) {
  const row = await lockAt(db, context, input)
  const after = advance(row, input.to, await evidenceKindsOf(db, row.zone_id, row.id))
  return save(db, context, { row, after, action: 'advance', note: input.note ?? null })
}

/** What the journal calls these decisions. */
export const moveWords = {
  advance: { zh: '进入下一阶段', en: 'Moved to the next stage' },
  setBasis: { zh: '确定方案依据', en: 'Basis of the plan set' },
  takeFacts: { zh: '要素随地块更新', en: 'Facts taken from the land' },
  moveCatalogue: { zh: '改按另一版事项目录', en: 'Moved to another version of the catalogue' },
  stall: { zh: '停滞', en: 'Stalled' },
  resume: { zh: '恢复推进', en: 'Taken up again' },
  withdraw: { zh: '退出', en: 'Withdrawn' },
  bringIn: { zh: '存量项目建档', en: 'Entered as a project that was there before' },
}

/** Stalls, takes up again or gives up, with the cause; only taking up again needs none. */
export async function turnCondition(db: Database, context: RequestContext, input: InputOf<typeof turnProject>) {
  const row = await lockAt(db, context, input)
  if (input.to !== 'active' && input.cause === undefined) {
    throw new Problem('invalid_input', 'projects.no_cause', {
      zh: '请说明停滞或退出的原因（政府、企业、市场、法律政策）。',
      en: 'Say what caused it: government, enterprise, market, or law.',
    })
  }
  const after = turn(row, input.to)
  const note = input.cause === undefined ? input.reason : `${input.cause}: ${input.reason}`
  return save(db, context, {
    row,
    after,
    action: input.to === 'active' ? 'resume' : input.to === 'stalled' ? 'stall' : 'withdraw',
    note,
  })
}

async function lockAt(
  db: Database,
  context: RequestContext,
  { id, version }: { id: string; version: number },
): Promise<Row> {
  const row = await getVisible(db, { zoneId: zoneOf(context).id, caller: context.caller }, id, true)
  if (row.version === version) return row
  throw new Problem(
    'conflict',
    'projects.stale',
    {
      zh: '项目刚被他人改动，请刷新后再办。',
      en: 'Somebody has just changed the project: look again, then decide.',
    },
    { version: row.version, updatedAt: row.updated_at.toISOString() },
  )
}

interface Move {
  readonly row: Row
  readonly after: Standing
  readonly action: string
  readonly note: string | null
}

async function save(db: Database, context: RequestContext, { row, after, action, note }: Move) {
  const version = row.version + 1
  // The row is locked and known: change, event and news leave with the commit.
  const saving = db
    .updateTable('projects.projects')
    .set({
      stage: after.stage,
      condition: after.condition,
      version,
      updated_at: context.now,
      updated_by: actorOf(context),
    })
    .where('zone_id', '=', row.zone_id)
    .where('id', '=', row.id)
  await later(db, saving.compile())
  await record(db, context, {
    subjectKind: 'projects.project',
    subjectId: row.id,
    action,
    before: { stage: row.stage, condition: row.condition },
    after: { stage: after.stage, condition: after.condition, version },
    note,
  })
  await publish(db, context, { topic: 'projects.changed', subjectKind: 'projects.project', subjectId: row.id })
  return { id: row.id, version, stage: after.stage, condition: after.condition }
}
