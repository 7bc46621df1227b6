import { z } from 'zod'
import type { ComparedState, CompareOutput } from '../../kernel/record-compare.ts'
import { fieldOf } from '../../kernel/record-kind.ts'
import { notFound } from '../access/caller.ts'
import { findPersonKey } from '../journal/person-keys.ts'
import { type Acting, type Values, zoneOf } from '../journal/record.ts'
import type { Database } from '../module.ts'
import { shownValues } from './history.ts'
import { titlesOf } from './reach.ts'
import { readRecord } from './read.ts'
import type { Known } from './statement.ts'

interface Asked extends Known {
  readonly id: string
  readonly from: string
  readonly to?: string | undefined
}

const mostEvents = 2_000

/** A record as it was after two events of its history; the later one absent: as it is. Walked back from today, event by event. */
export async function compareRecord(db: Database, acting: Acting, asked: Asked): Promise<CompareOutput> {
  const { kind, id, from, to } = asked
  const zoneId = zoneOf(acting).id
  const now = z.record(z.string(), z.unknown()).parse(JSON.parse((await readRecord(db, acting, asked)).text))
  const rows = await db
    .selectFrom('journal.events')
    .select(['id', 'created_at', 'actor_name', 'before'])
    .where('zone_id', '=', zoneId)
    .where('subject_id', '=', id)
    .where('subject_kind', '=', kind.name)
    .where('id', '>=', from)
    .orderBy('id', 'desc')
    .limit(mostEvents)
    .execute()
  const owner = { kind, id, key: await findPersonKey(db, zoneId, id) }
  const states = new Map<string, ComparedState>()
  let values: Values = Object.fromEntries(Object.keys(kind.fields).map((name) => [name, now[name] ?? null]))
  for (const row of rows) {
    states.set(row.id, { at: row.created_at.toISOString(), actor: row.actor_name, values })
    values = { ...values, ...shownValues(owner, row.before) }
  }
  const newest = rows[0]
  const [earlier, later] = [states.get(from), states.get(to ?? newest?.id ?? '')]
  if (!earlier || !later) throw notFound()
  return { from: earlier, to: later, names: await namesOf(db, zoneId, { asked, states: [earlier, later] }) }
}

/** What the refs of both states point at, as it is called today. */
async function namesOf(
  db: Database,
  zoneId: string,
  { asked: { kind, registry }, states }: { readonly asked: Known; readonly states: readonly ComparedState[] },
): Promise<Record<string, string>> {
  const names: Record<string, string> = {}
  for (const field of Object.keys(kind.fields)) {
    const target = registry.get(fieldOf(kind, field).to ?? '')
    if (!target) continue
    const ids = states.map(({ values }) => values[field]).filter((one): one is string => typeof one === 'string')
    const titles = await titlesOf(db, zoneId, { kind: target, ids })
    for (const [one, title] of titles) if (title !== null) names[one] = title
  }
  return names
}
