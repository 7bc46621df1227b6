import { Problem } from '../../kernel/problem.ts'
import { systemContext } from '../access/system-context.ts'
import { type Outside, outsideOf } from '../delivery/guard.ts'
import { deliveries, fanOut } from '../events/deliver.ts'
import { messageOf } from '../log.ts'
import type { Database, Log, ModuleDefinition, RequestContext, ZoneRef } from '../module.ts'
import { sendsTo } from '../outbox/channels.ts'
import { importSteps, stepKind } from '../sheets/background.ts'
import { exportSteps, gatherKind } from '../sheets/out/background.ts'
import { named } from '../slow/running.ts'
import { traced, tracer } from '../telemetry/tracer.ts'
import { claim, complete, fail, type Job } from './queue.ts'

export type Work = (db: Database, job: Job, context: RequestContext) => Promise<void>

export interface WorkOptions {
  readonly db: Database
  readonly log: Log
  /** By kind, from `worksOf`. */
  readonly works: ReadonlyMap<string, Work>
}

/** Who does what, by kind: timers of all modules, imports and exports of sheets, events, deliveries and sends. */
export function worksOf(
  modules: readonly ModuleDefinition[],
  outside: Outside = outsideOf(process.env),
): ReadonlyMap<string, Work> {
  const timers = modules.flatMap((module) => Object.entries(module.timers ?? {}))
  return new Map<string, Work>([
    ...timers,
    ['event', fanOut(modules)],
    [stepKind, importSteps(modules)],
    [gatherKind, exportSteps(modules)],
    ...deliveries(modules),
    ...sendsTo(outside),
  ])
}

/** Does the next due job of a zone, whichever it is. Answers false when nothing is due. */
export async function workOnce(options: WorkOptions, zone: ZoneRef, now: Date): Promise<boolean> {
  const job = await claim(options.db, { zoneId: zone.id, now })
  if (!job) return false
  const words = { 'luodi.zone': zone.code, 'luodi.attempt': job.attempt }
  await named(job.kind, () => traced({ name: job.kind, words }, () => attempt(options, { job, zone, now })))
  return true
}

async function attempt(
  { db, log, works }: WorkOptions,
  { job, zone, now }: { job: Job; zone: ZoneRef; now: Date },
): Promise<void> {
  const context = systemContext({ name: 'system', now, log, zone })
  try {
    const work = works.get(job.kind) ?? nobodyDoes(job)
    await complete(db, job, { now, work: (zoned) => work(zoned, job, context) })
  } catch (err) {
    tracer()?.failed()
    const dead = await fail(db, job, { now, error: reasonOf(err) })
    const { kind, id, attempt } = job
    log[dead ? 'error' : 'warn']({ err, kind, id, attempt, zone: zone.code }, dead ? 'job is dead' : 'job failed')
  }
}

/** For the list of dead jobs: a problem's code, or the error's first words. No value of a row. */
function reasonOf(error: unknown): string {
  if (error instanceof Problem) return error.code
  return error instanceof Error ? `${error.name}: ${messageOf(error)}`.slice(0, 300) : 'unknown'
}

function nobodyDoes({ kind }: Job): never {
  throw new Problem('internal', 'worker.unknown_kind', {
    zh: `没有模块处理“${kind}”这类任务。`,
    en: `No module does jobs of the kind "${kind}".`,
  })
}
