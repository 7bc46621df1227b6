import { Problem } from '../../../kernel/problem.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext, Timer } from '../../../platform/module.ts'
import { schedule } from '../../../platform/timers/schedule.ts'
import type { ForecastResult } from '../contract/result.ts'
import { type Asked, forecast } from '../domain/forecast.ts'
import type { Given } from '../domain/given.ts'
import { gather } from './gather.ts'
import { runBeside } from './run.ts'
import { forecastsIn, type StoredForecast, writeResult } from './store.ts'

/** Begins a forecast, and looks after it until it is over. */
export const workKind = 'forecast.work'

export function timerKey(id: string, look: number): string {
  return `${id}/${look}`
}

const lookAgainMs = 30_000
/** Nothing heard for so long: whoever worked on it is gone. */
const silentMs = 25_000
const mostAttempts = 3

/** Runs times projects that take less time than a thread takes to begin: done at once, in the transaction. */
const smallWork = 2000

function answerOf(given: Given, asked: Asked): ForecastResult {
  const steps = forecast(given, asked)
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value
}

/**
 * A forecast that waits is begun; one whose process ended in the middle is begun again, three times at most; one that is well is looked at
 * again later.
 */
export async function workOn(db: Database, timer: Timer, context: RequestContext): Promise<void> {
  const zone = zoneOf(context)
  const row = await forecastsIn(db, zone.id).where('id', '=', timer.subjectId).forUpdate().executeTakeFirst()
  if (!row || (row.state !== 'queued' && row.state !== 'running')) return
  if (row.state === 'queued' || isSilent(row, context.now)) await beginOrFail(db, context, row)
  const look = lookOf(timer) + 1
  await schedule(db, context, {
    ...{ kind: workKind, key: timerKey(row.id, look), subjectKind: timer.subjectKind, subjectId: row.id },
    ...{ dueAt: new Date(context.now.getTime() + lookAgainMs), payload: { look } },
  })
}

function lookOf({ payload }: Timer): number {
  return (payload as { look?: number } | null)?.look ?? 0
}

function isSilent({ beat_at }: StoredForecast, now: Date): boolean {
  return beat_at === null || now.getTime() - beat_at.getTime() > silentMs
}

async function beginOrFail(db: Database, context: RequestContext, row: StoredForecast): Promise<void> {
  const attempt = row.attempts + 1
  if (attempt > mostAttempts) return fail(db, context, row, interrupted)
  const zone = zoneOf(context)
  try {
    const { given, unplanned } = await gather(db, zone, context.now)
    const { now } = context
    const set = { state: 'running', attempts: attempt, done: 0, beat_at: now, data_at: now, unplanned } as const
    await update(db, row, { ...set, updated_at: now })
    if (given.projects.length * row.runs <= smallWork) {
      const result = answerOf(given, { runs: row.runs, seed: row.seed })
      await writeResult(db, { zoneId: zone.id, id: row.id }, { result, now, attempt })
      return
    }
    const began = performance.now()
    runBeside(db, {
      ...{ zoneId: zone.id, id: row.id, given, asked: { runs: row.runs, seed: row.seed }, attempt, log: context.log },
      now: () => new Date(now.getTime() + (performance.now() - began)),
    })
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    await fail(db, context, row, error.text)
  }
}

async function fail(
  db: Database,
  { now }: RequestContext,
  row: StoredForecast,
  reason: { readonly zh: string; readonly en: string },
): Promise<void> {
  const set = {
    state: 'failed',
    reason_zh: reason.zh,
    reason_en: reason.en,
    finished_at: now,
    updated_at: now,
  } as const
  await update(db, row, set)
}

type Changes = Partial<Omit<StoredForecast, 'desks' | 'rests'>>

async function update(db: Database, { zone_id, id }: StoredForecast, set: Changes): Promise<void> {
  await db.updateTable('forecast.forecasts').set(set).where('zone_id', '=', zone_id).where('id', '=', id).execute()
}

const interrupted = {
  zh: '推演三次都被中断，没有得出结果；请稍后重新开始。',
  en: 'The forecast was interrupted three times and has no answer. Start it again later.',
}
