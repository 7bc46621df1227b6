import type pg from 'pg'
import { keySubject, newEventKey } from './event-keys.ts'
import { sealWith, subjectsOf } from './event-secrets.ts'

interface OpenLine {
  readonly id: string
  readonly at: Date
  readonly account_id: string | null
  readonly login: string
  readonly address: string
  readonly actor_name: string
}

const portion = 1_000

/**
 * Lines of a release that kept persons in the open become ciphertext, once, before the sealer sees them. Run by the owner after the
 * migrations: the app may not change the log.
 */
export async function closeOlderEvents(owner: pg.ClientBase): Promise<void> {
  while (true) {
    await owner.query('begin')
    const { rows } = await owner.query<OpenLine>(
      `select id, at, account_id, login, address, actor_name from access.events where login is not null order by id limit ${portion}`,
    )
    const keys = await keysFor(owner, rows)
    for (const line of rows) {
      const place = placeOf(line)
      const subjects = subjectsOf(place)
      const with_ = { about: keys.get(subjects.about) ?? null, by: keys.get(subjects.by) ?? null }
      const { login, address, actor_name: actorName } = line
      const { about, done_by } = sealWith(with_, place, { login, address, actorName })
      await owner.query(
        `update access.events set about = $2, done_by = $3, login = null, address = null, actor_name = null where id = $1`,
        [line.id, about, done_by],
      )
    }
    await owner.query('commit')
    if (rows.length < portion) return
  }
}

function placeOf({ id, at, account_id: accountId }: OpenLine) {
  return { id, at, accountId, actorId: null }
}

async function keysFor(owner: pg.ClientBase, lines: readonly OpenLine[]): Promise<ReadonlyMap<string, Buffer>> {
  const subjects = [...new Set(lines.map(({ account_id, at }) => keySubject(account_id, at)))]
  await owner.query(
    `insert into access.event_keys (subject, key, created_at, destroyed_at)
     select s.subject, decode(s.key, 'hex'), now(), null from unnest($1::text[], $2::text[]) as s(subject, key) on conflict do nothing`,
    [subjects, subjects.map(() => newEventKey().toString('hex'))],
  )
  const { rows } = await owner.query<{ subject: string; key: Buffer | null }>(
    'select subject, key from access.event_keys where subject = any ($1)',
    [subjects],
  )
  return new Map(rows.flatMap(({ subject, key }) => (key ? [[subject, key] as const] : [])))
}
