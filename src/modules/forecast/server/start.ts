import { Problem } from '../../../kernel/problem.ts'
import { notFound } from '../../../platform/access/caller.ts'
import { newId } from '../../../platform/ids.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { cancel as cancelTimer, schedule } from '../../../platform/timers/schedule.ts'
import type { Forecast } from '../contract.ts'
import { refuseNothing } from './gather.ts'
import { forecastRules } from './rules.ts'
import { stopHere } from './run.ts'
import { findRunning, forecastsIn, viewOf } from './store.ts'
import { timerKey, workKind } from './work.ts'

interface Wanted {
  readonly runs?: number | undefined
  readonly seed?: number | undefined
}

/** Seed when nobody gives one: the same data give the same answer. */
const usualSeed = 1

/** Asks for a forecast. One at a time in a zone; refuses at once what has nothing to be forecast. */
export async function askForecast(db: Database, context: RequestContext, wanted: Wanted): Promise<Forecast> {
  const zone = zoneOf(context)
  const { now, caller } = context
  const by = actorOf(context)
  const rules = forecastRules()
  const runs = Math.min(wanted.runs ?? rules.runs, rules.mostRuns)
  await refuseNothing(db, zone.id)
  const row = await db
    .insertInto('forecast.forecasts')
    .values({
      ...{ zone_id: zone.id, id: newId(now), version: 1, created_at: now, created_by: by, updated_at: now },
      ...{ updated_by: by, archived_at: null, sample: context.sample ?? false, asked_by: caller.name, state: 'queued' },
      ...{ runs, seed: wanted.seed ?? usualSeed, done: 0, total: runs, attempts: 0, beat_at: null, data_at: null },
      ...{ finished_at: null, reason_zh: null, reason_en: null, desks: null, rests: null, provisional: null },
      unplanned: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst()
  if (!row) throw busy((await findRunning(db, zone.id))?.asked_by ?? '')
  await schedule(db, context, {
    ...{ kind: workKind, key: timerKey(row.id, 0), subjectKind: 'forecast.forecast', subjectId: row.id, dueAt: now },
    payload: { look: 0 },
  })
  await record(db, context, {
    ...{ subjectKind: 'forecast.forecast', subjectId: row.id, action: 'start' },
    after: { runs: row.runs, seed: row.seed },
  })
  return viewOf(row)
}

/** Stops it, wherever it runs: this process ends its thread at once, another one when it next tells how far it is. */
export async function stopForecast(db: Database, context: RequestContext, id: string): Promise<Forecast> {
  const zone = zoneOf(context)
  const row = await forecastsIn(db, zone.id).where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw notFound()
  if (row.state !== 'queued' && row.state !== 'running') throw over()
  const stopped = await db
    .updateTable('forecast.forecasts')
    .set({
      ...{ state: 'cancelled', version: row.version + 1, finished_at: context.now },
      ...{ updated_at: context.now, updated_by: actorOf(context) },
    })
    .where('zone_id', '=', zone.id)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  await cancelTimer(db, context, { kind: workKind, key: timerKey(id, 0) })
  await record(db, context, {
    ...{ subjectKind: 'forecast.forecast', subjectId: id, action: 'cancel' },
    ...{ before: { state: row.state }, after: { state: 'cancelled' } },
  })
  stopHere(db, id)
  return viewOf(stopped)
}

function busy(who: string): Problem {
  return new Problem(
    'rule_violated',
    'forecast.already_running',
    {
      zh: `${who}发起的预测正在推演，每个开发区同时只推演一个；请等它完成或先停止它。`,
      en: `A forecast asked for by ${who} is running, and a zone has one at a time: wait for it, or stop it first.`,
    },
    { who },
  )
}

function over(): Problem {
  return new Problem('rule_violated', 'forecast.not_running', {
    zh: '这次预测已经结束，没有可停止的。',
    en: 'This forecast is over: there is nothing to stop.',
  })
}
