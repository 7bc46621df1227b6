import { notFound } from '../access/caller.ts'
import { zoneOf } from '../journal/record.ts'
import type { Database, RequestContext } from '../module.ts'
import type {} from '../outbox/table.ts'
import type {} from '../worker/table.ts'
import { outsideChannels } from './contract/channel.ts'
import type { Why } from './contract.ts'
import { digestKind } from './copies.ts'
import { accountOf } from './mine.ts'

/** Everything about one message of the account that asks; 404 for another's. */
export async function readWhy(db: Database, context: RequestContext, id: string): Promise<Why> {
  const { id: zoneId } = zoneOf(context)
  const row = await db
    .selectFrom('jobs.notifications')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('id', '=', id)
    .where('account_id', '=', accountOf(context))
    .where('archived_at', 'is', null)
    .executeTakeFirst()
  if (!row) throw notFound()
  const { via, cause_zh, cause_en, urgent, change_link, subject_kind, subject_id } = row
  return {
    ...{ id, via, urgent, changeLink: change_link, subject: { kind: subject_kind, id: subject_id } },
    cause: cause_zh === null || cause_en === null ? null : { zh: cause_zh, en: cause_en },
    copies: await copiesOf(db, zoneId, { id, digest: row.digest_key }),
  }
}

const sends = [...outsideChannels.map((way) => `send.${way}`), digestKind]

/** What left the outbox more than a week ago is tidied away and no longer told. */
async function copiesOf(
  db: Database,
  zoneId: string,
  { id, digest }: { readonly id: string; readonly digest: string | null },
): Promise<Why['copies']> {
  const rows = await db
    .selectFrom('jobs.outbox')
    .select(['kind', 'due_at', 'done_at', 'dead_at', 'error'])
    .where('zone_id', '=', zoneId)
    .where('kind', 'in', sends)
    .where('key', 'in', digest === null ? [id] : [id, digest])
    .where('archived_at', 'is', null)
    .orderBy('kind')
    .execute()
  return rows.map(({ kind, due_at, done_at, dead_at, error }) => ({
    channel: kind.slice('send.'.length) as Why['copies'][number]['channel'],
    state: done_at ? 'sent' : dead_at ? 'failed' : 'waiting',
    at: (done_at ?? dead_at ?? due_at).toISOString(),
    error: done_at ? null : error,
  }))
}
