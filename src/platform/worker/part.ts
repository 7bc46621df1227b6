import { sql } from 'kysely'
import { notFound } from '../access/caller.ts'
import { actorOf, record, zoneOf } from '../journal/record.ts'
import { wakeWorker } from '../live/announce.ts'
import { type Database, defineModule, handle, type RequestContext } from '../module.ts'
import * as contract from './contract.ts'
import { countJobs } from './count.ts'
import { open, type Queue, tableOf } from './queue.ts'

const words = {
  retry: { zh: '重新执行', en: 'Tried again' },
  discard: { zh: '放弃执行', en: 'Given up' },
}

/** What a zone's system administrator sees of the program's own work, and does about what is dead. */
export const jobsPart = () =>
  defineModule({
    name: 'jobs',
    grants: { 'jobs.manage': ['admin'] },
    journal: {
      'jobs.timers': { label: { zh: '定时任务', en: 'Timer' }, actions: words },
      'jobs.outbox': { label: { zh: '待发消息', en: 'Message to be sent' }, actions: words },
    },
    handlers: [
      handle(contract.listJobs, async (db, { state, limit }, context) => {
        const zoneId = zoneOf(context).id
        return { jobs: await list(db, { zoneId, state, limit }), counts: await countJobs(db, zoneId, context.now) }
      }),
      handle(contract.retryJob, async (db, { queue, id }, context) => {
        const again = sql`dead_at = null, attempts = 0, next_at = ${context.now}`
        await changeDead(db, context, { queue, id, action: 'retry', set: again })
        wakeWorker(db, zoneOf(context).id)
        return { id }
      }),
      handle(contract.discardJob, async (db, { queue, id, note }, context) => {
        const away = sql`dead_at = null, archived_at = ${context.now}`
        await changeDead(db, context, { queue, id, action: 'discard', set: away, note })
        return { id }
      }),
    ],
  })

type Row = Omit<contract.JobView, 'dueAt' | 'nextAt' | 'deadAt'> & { due_at: Date; next_at: Date; dead_at: Date | null }

async function list(
  db: Database,
  { zoneId, state, limit }: { zoneId: string; state: 'dead' | 'open'; limit: number },
): Promise<contract.JobView[]> {
  const [asked, order] = state === 'dead' ? [sql`dead_at is not null`, sql`dead_at desc`] : [open, sql`next_at`]
  const of = (queue: Queue) => sql`(select ${queue}::text as queue, id, kind, key, subject_kind as "subjectKind",
    subject_id as "subjectId", due_at, next_at, attempts, error, dead_at from ${tableOf(queue)}
    where zone_id = ${zoneId} and ${asked} order by ${order} limit ${limit})`
  const { rows } = await sql<Row>`select * from (${of('timers')} union all ${of('outbox')}) jobs
    order by ${order} limit ${limit}`.execute(db)
  return rows.map(({ due_at, next_at, dead_at, ...row }) => ({
    ...row,
    dueAt: due_at.toISOString(),
    nextAt: dead_at === null ? next_at.toISOString() : null,
    deadAt: dead_at?.toISOString() ?? null,
  }))
}

interface Change {
  readonly queue: Queue
  readonly id: string
  readonly action: 'retry' | 'discard'
  readonly set: ReturnType<typeof sql>
  readonly note?: string
}

/** Changes a dead job of the zone and journals who did; 404 when there is none, so that a second click changes nothing. */
async function changeDead(db: Database, context: RequestContext, { queue, id, action, set, note }: Change) {
  const { rows } = await sql<{ kind: string; error: string | null }>`update ${tableOf(queue)}
    set ${set}, version = version + 1, updated_at = ${context.now}, updated_by = ${actorOf(context)}
    where zone_id = ${zoneOf(context).id} and id = ${id} and dead_at is not null returning kind, error`.execute(db)
  const [job] = rows
  if (!job) throw notFound()
  const subject = { subjectKind: `jobs.${queue}`, subjectId: id }
  await record(db, context, { ...subject, action, before: job, ...(note !== undefined && { note }) })
}
