import { sql } from 'kysely'
import { type AnyRecordKind, titleField } from '../../../kernel/record-kind.ts'
import { inZone } from '../../database.ts'
import type { Database, ModuleDefinition, ZoneDirectory } from '../../module.ts'
import { columnRef, tableRef } from '../columns.ts'
import { registryOf } from '../registry.ts'
import { saltOf } from '../search.ts'
import { soundedTitle, soundLines, soundsOf } from './sounds.ts'
import { tokensOf } from './tokens.ts'

const rowsAtOnce = 500

interface Filling {
  readonly modules: readonly ModuleDefinition[]
  readonly zones: ZoneDirectory
  /** Aborted, it ends after the rows in hand; the rest comes at the next start. */
  readonly signal: AbortSignal
}

/**
 * Gives names that were written before names had sounds theirs, so that they too are found by letters. What people entered stays as it is:
 * no version, no event. Answers how many were filled; one that has no sound (signs alone) is passed over.
 */
export async function fillSounds(db: Database, { modules, zones, signal }: Filling): Promise<number> {
  const kinds = [...registryOf(modules).values()].filter(isSounded)
  let filled = 0
  for (const { id: zoneId } of await zones.list(db)) {
    for (const kind of kinds) {
      let after: string | null = null
      do {
        if (signal.aborted) return filled
        const asked: Some = { kind, zoneId, after }
        const done: Done = await inZone(db, zoneId, (zoned) => fillSome(zoned, asked))
        filled += done.filled
        after = done.next
      } while (after !== null)
    }
  }
  return filled
}

function isSounded(kind: AnyRecordKind): boolean {
  return kind.search.length > 0 && soundedTitle(kind, { [titleField(kind)]: '名' }) !== null
}

interface Some {
  readonly kind: AnyRecordKind
  readonly zoneId: string
  readonly after: string | null
}

interface Done {
  readonly filled: number
  readonly next: string | null
}

/** Both rows are locked: another node that fills at the same time waits, and then finds nothing left to fill. */
async function fillSome(db: Database, { kind, zoneId, after }: Some): Promise<Done> {
  const beyond = after === null ? sql`` : sql`and s.id > ${after}::uuid`
  const { rows } = await sql<{ id: string; title: string | null }>`
    select t.id, ${sql.raw(columnRef(titleField(kind)))}::text as title
    from records.search s join ${tableRef(kind)} t on t.zone_id = s.zone and t.id = s.id
    where s.zone = ${zoneId} and t.zone_id = ${zoneId} and s.sounds = '{}' ${beyond}
    order by s.id limit ${rowsAtOnce} for update of t, s`.execute(db)
  const salt = saltOf(kind, zoneId)
  const sounded = rows.flatMap(({ id, title }) => {
    const sounds = soundsOf(title ?? '')
    return sounds.length === 0 ? [] : [{ id, lines: soundLines(sounds), tokens: tokensOf(sounds, salt) }]
  })
  if (sounded.length > 0) {
    const given = sql`json_to_recordset(${JSON.stringify(sounded)}::json) as g(id uuid, lines text, tokens integer[])`
    await sql`update ${tableRef(kind)} t set search_text = t.search_text || g.lines from ${given}
      where t.zone_id = ${zoneId} and t.id = g.id`.execute(db)
    await sql`update records.search s set sounds = g.tokens from ${given}
      where s.zone = ${zoneId} and s.id = g.id`.execute(db)
  }
  return { filled: sounded.length, next: rows.length < rowsAtOnce ? null : (rows.at(-1)?.id ?? null) }
}
