import type { Selectable, Updateable } from 'kysely'
import type { AnyRecordKind } from '../../kernel/record-kind.ts'
import type { ImportView } from '../../kernel/sheet-view.ts'
import type { Uploaded } from '../../kernel/uploaded.ts'
import { newId } from '../ids.ts'
import { type Acting, actorOf, zoneOf } from '../journal/record.ts'
import type { Database } from '../module.ts'
import type { Registry } from '../records/registry.ts'
import type { ImportTableRow } from './table.ts'

/** An import as it is stored, without the file. */
export type Import = Omit<Selectable<ImportTableRow>, 'content'>

const columns = [
  ...(['zone_id', 'id', 'version', 'created_at', 'created_by', 'updated_at', 'updated_by', 'archived_at'] as const),
  ...([
    'account_id',
    'kind',
    'file_name',
    'sha256',
    'head',
    'state',
    'row_count',
    'chunk',
    'chunks',
    'counts',
  ] as const),
  ...(['sample', 'problem', 'finished_at'] as const),
] as const

export async function addImport(
  db: Database,
  acting: Acting,
  { kind, file, sample }: { readonly kind: AnyRecordKind; readonly file: Uploaded; readonly sample: boolean },
): Promise<Import> {
  const { now, caller } = acting
  const by = actorOf(acting)
  return db
    .insertInto('sheets.imports')
    .values({
      ...{ zone_id: zoneOf(acting).id, id: newId(now), version: 1, archived_at: null, account_id: caller.accountId },
      ...{ created_at: now, created_by: by, updated_at: now, updated_by: by },
      ...{ kind: kind.name, file_name: file.name, sha256: file.sha256, content: Buffer.from(file.bytes) },
      ...{ head: null, state: 'reading', row_count: 0, chunk: 0, chunks: 0, counts: '{}', sample, problem: null },
      finished_at: null,
    })
    .returning(columns)
    .executeTakeFirstOrThrow()
}

export async function setImport(
  db: Database,
  acting: Pick<Acting, 'now' | 'caller'>,
  one: Import,
  set: Updateable<ImportTableRow>,
): Promise<Import> {
  return db
    .updateTable('sheets.imports')
    .set((eb) => ({ ...set, updated_at: acting.now, updated_by: actorOf(acting), version: eb('version', '+', 1) }))
    .where('zone_id', '=', one.zone_id)
    .where('id', '=', one.id)
    .returning(columns)
    .executeTakeFirstOrThrow()
}

/** Held until the transaction ends when `lock`. */
export async function findImport(
  db: Database,
  zoneId: string,
  { id, lock = false }: { readonly id: string; readonly lock?: boolean },
): Promise<Import | undefined> {
  const query = db
    .selectFrom('sheets.imports')
    .select(columns)
    .where('zone_id', '=', zoneId)
    .where('id', '=', id)
    .where('archived_at', 'is', null)
  return (lock ? query.forUpdate() : query).executeTakeFirst()
}

/** The latest import of the same content that was confirmed. */
export async function findSame(
  db: Database,
  zoneId: string,
  { kind, sha256 }: { readonly kind: string; readonly sha256: string },
): Promise<Import | undefined> {
  return db
    .selectFrom('sheets.imports')
    .select(columns)
    .where('zone_id', '=', zoneId)
    .where('kind', '=', kind)
    .where('sha256', '=', sha256)
    .where('state', 'in', ['writing', 'done'])
    .where('archived_at', 'is', null)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

const mostListed = 20

export async function listOwn(
  db: Database,
  acting: Acting,
  { kind }: { readonly kind?: string | undefined },
): Promise<readonly Import[]> {
  const query = db
    .selectFrom('sheets.imports')
    .select(columns)
    .where('zone_id', '=', zoneOf(acting).id)
    .where('account_id', '=', acting.caller.accountId)
    .where('archived_at', 'is', null)
    .orderBy('id', 'desc')
    .limit(mostListed)
  return (kind === undefined ? query : query.where('kind', '=', kind)).execute()
}

/** The file as it was sent; null once it was tidied away. */
export async function contentOf(db: Database, { zone_id, id }: Import): Promise<Buffer | null> {
  const row = await db
    .selectFrom('sheets.imports')
    .select('content')
    .where('zone_id', '=', zone_id)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return row.content
}

const none = { new: 0, changed: 0, same: 0, bad: 0, created: 0, updated: 0, refused: 0, skipped: 0 }

export function viewOf(registry: Registry, one: Import, { again = false } = {}): ImportView {
  return {
    id: one.id,
    kind: one.kind,
    path: registry.get(one.kind)?.path ?? '',
    fileName: one.file_name,
    state: one.state,
    progress: {
      done: one.chunks === 0 ? 0 : Math.floor((one.row_count * one.chunk) / one.chunks),
      total: one.row_count,
    },
    counts: { ...none, ...one.counts },
    ignored: [...(one.head?.ignored ?? [])],
    again,
    problem: one.problem,
    createdAt: one.created_at.toISOString(),
    finishedAt: one.finished_at?.toISOString() ?? null,
  }
}
