import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import { uuidv7 } from '../../src/kernel/ids.ts'

const standing = `zone_id = $1 and id = $2 and version = $3 and archived_at is null`
const eventColumns = `zone_id, id, created_at, created_by, happened_at, actor_name, request_id, subject_kind, subject_id, action, before, after, note`
const outboxColumns = `zone_id, id, version, created_at, created_by, updated_at, updated_by, kind, key, subject_kind, subject_id, turn, payload,
  due_at, next_at, attempts`
const turnOf = `(select coalesce(max(turn), 0) + 1 from bare.outbox where zone_id = $1 and subject_id = $2 and kind = 'event')`

const outboxValues = `$1, $8::uuid, 1, $5, 'bare', $5, 'bare', 'event', $8::uuid::text, 'projects.project', $2, ${turnOf}, $9::jsonb, $5, $5, 0`
const before = `jsonb_build_object('stage', p.stage, 'condition', was.condition)`
const after = `jsonb_build_object('stage', p.stage, 'condition', p.condition, 'version', p.version)`

/** Lock and compare, change, event, news to others: one statement, one way to the database. */
const whole = `
  with was as (select id, condition from bare.projects where ${standing} for update),
  p as (update bare.projects t set condition = $4, version = version + 1, updated_at = $5, updated_by = 'bare'
    from was where t.zone_id = $1 and t.id = was.id returning t.*),
  event as (insert into bare.events (${eventColumns})
    select $1, $6::uuid, $5, 'bare', $5, 'bare', $6::uuid::text, 'projects.project', $2, 'turn', ${before}, ${after}, $7 from p, was),
  out as (insert into bare.outbox (${outboxColumns}) select ${outboxValues} from p)
  select id, version, stage, condition from p`

function valuesOf({ zone, id, version, to, reason }: Record<string, unknown>): unknown[] {
  const now = new Date()
  const newId = () => uuidv7(now.getTime(), randomBytes(10))
  return [zone, id, version, to, now, newId(), reason, newId(), JSON.stringify({ topic: 'projects.changed', at: now })]
}

export async function oneStatement(pool: pg.Pool, body: Record<string, unknown>): Promise<string> {
  const { rows } = await pool.query(whole, valuesOf(body))
  if (rows.length === 0) throw new Error('not found or changed meanwhile')
  return JSON.stringify(rows[0])
}

/** The same as one mostly writes it: a transaction with a statement for each thing. */
export async function severalStatements(pool: pg.Pool, body: Record<string, unknown>): Promise<string> {
  const [zone, id, version, to, now, event, reason, out, payload] = valuesOf(body)
  const client = await pool.connect()
  try {
    await client.query('begin')
    const found = await client.query('select * from bare.projects where zone_id = $1 and id = $2 for update', [
      zone,
      id,
    ])
    const was = found.rows[0] as { version: number; stage: string; condition: string } | undefined
    if (was?.version !== version) throw new Error('not found or changed meanwhile')
    const { rows } = await client.query<{ id: string; version: number; stage: string; condition: string }>(
      `update bare.projects set condition = $3, version = version + 1, updated_at = $4, updated_by = 'bare'
      where zone_id = $1 and id = $2 returning id, version, stage, condition`,
      [zone, id, to, now],
    )
    const { id: _id, ...is } = rows[0] ?? { id }
    await client.query(
      `insert into bare.events (${eventColumns}) values ($1, $2::uuid, $3, 'bare', $3, 'bare', $2::uuid::text, 'projects.project', $4, 'turn', $5, $6, $7)`,
      [
        zone,
        event,
        now,
        id,
        JSON.stringify({ stage: was?.stage, condition: was?.condition }),
        JSON.stringify(is),
        reason,
      ],
    )
    await client.query(
      `insert into bare.outbox (${outboxColumns}) values ($1, $3::uuid, 1, $4, 'bare', $4, 'bare', 'event', $3::uuid::text, 'projects.project', $2,
        ${turnOf}, $5::jsonb, $4, $4, 0)`,
      [zone, id, out, now, payload],
    )
    await client.query('commit')
    return JSON.stringify(rows[0])
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}
