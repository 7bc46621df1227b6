import type { Selectable } from 'kysely'
import type { Edge } from '../../../kernel/merkle/range.ts'
import type { Database } from '../../module.ts'
import type { Witness } from './statement.ts'
import { readStatement } from './statement.ts'
import type { CheckpointRow } from './table.ts'
import { hashesIn } from './tiles.ts'
import type { ReadThrough } from './unsealed.ts'

export type Checkpoint = Selectable<CheckpointRow>

export async function latestCheckpoint(db: Database, zoneId: string): Promise<Checkpoint | undefined> {
  return db
    .selectFrom('journal.checkpoints')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function findCheckpoint(db: Database, zoneId: string, size: number): Promise<Checkpoint | undefined> {
  return db
    .selectFrom('journal.checkpoints')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('size', '=', String(size))
    .executeTakeFirst()
}

export function edgeOf({ size, edge }: Pick<Checkpoint, 'size' | 'edge'>): Edge {
  return { size: Number(size), roots: hashesIn(edge) }
}

export function readThrough({ through_tx, through_id }: Checkpoint): ReadThrough | null {
  return through_tx === null || through_id === null ? null : { tx: through_tx, id: through_id }
}

/** A zone's newest checkpoint as another zone's statement names it. */
export function witnessOf(checkpoint: Checkpoint | undefined): Witness | null {
  const stated = checkpoint && readStatement(checkpoint.statement)
  return stated ? { zoneId: stated.zoneId, size: stated.size, root: stated.root } : null
}
