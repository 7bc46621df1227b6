import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { pino } from 'pino'
import zones from '../../src/modules/zones/server/index.ts'
import { openDatabase } from '../../src/platform/database.ts'
import { openBridge } from '../../src/platform/live/bridge.ts'
import { signalsOf } from '../../src/platform/live/signals.ts'
import { type Database, defineModule, type RequestContext } from '../../src/platform/module.ts'
import { startWorker } from '../../src/platform/worker/worker.ts'

const workMs = Number(process.env.LUODI_TRIAL_MS ?? 0)

/** How long the database is at work on a key that begins with `busy-`: whoever waits for it, waits for its dead session. */
const busySeconds = 12

/** Says that it begins, leaves a row for each job done, and takes a while after it in which it may be killed. */
async function leaveEffect(db: Database, key: string, { zone, now }: RequestContext): Promise<void> {
  process.stdout.write(`begins ${key}\n`)
  await sql`insert into trial.effects (zone_id, key, pid, at) values (${zone?.id}, ${key}, ${process.pid}, ${now})`.execute(
    db,
  )
  if (key.startsWith('busy-')) await sql`select pg_sleep(${busySeconds})`.execute(db)
  await sleep(key.includes('held-') ? workMs : Math.random() * 2 * workMs)
}

const trial = defineModule({
  name: 'trial',
  handlers: [],
  timers: { 'trial.ring': (db, timer, context) => leaveEffect(db, timer.key, context) },
  listeners: { 'trial.happened': (db, event, context) => leaveEffect(db, String(event.payload), context) },
})

/** A worker as a process of its own, to be killed: works the database at LUODI_TRIAL_URL. */
const url = process.env.LUODI_TRIAL_URL ?? ''
const log = pino({ level: 'warn' }, pino.destination(2))
const db = openDatabase({ url })
openBridge({ url, signals: signalsOf(db), log })
startWorker({ db, modules: [zones, trial], log, now: () => new Date() })
process.stdout.write('working\n')
