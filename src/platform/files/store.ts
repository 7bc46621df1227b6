import type { Selectable } from 'kysely'
import { notFound } from '../access/caller.ts'
import { newId } from '../ids.ts'
import { type Acting, actorOf, record, zoneOf } from '../journal/record.ts'
import type { Database } from '../module.ts'
import type { ReceivedFile, StoredFile } from './contract.ts'
import type { FileRow } from './table.ts'

/** What a file hangs on. */
export interface FileSubject {
  readonly subjectKind: string
  readonly subjectId: string
}

/** Keeps the row of a content that is already on disk. */
export async function addFile(
  db: Database,
  acting: Acting,
  { file, subject }: { readonly file: ReceivedFile; readonly subject: FileSubject | null },
): Promise<StoredFile> {
  const { caller, now } = acting
  const by = actorOf(acting)
  const { sha256, size, mediaType, name } = file
  const row = await db
    .insertInto('files.files')
    .values({
      ...{ zone_id: zoneOf(acting).id, id: newId(now), version: 1, archived_at: null, account_id: caller.accountId },
      ...{
        created_at: now,
        created_by: by,
        updated_at: now,
        updated_by: by,
        sha256,
        size,
        media_type: mediaType,
        name,
      },
      ...{ subject_kind: subject?.subjectKind ?? null, subject_id: subject?.subjectId ?? null },
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  const after = { name, sha256, size, mediaType, ...subject }
  await record(db, acting, { subjectKind: 'files.file', subjectId: row.id, action: 'upload', after })
  return shape(row)
}

/** Hangs the caller's own loose files on a subject; 404 when one of them is not there, not his, or hangs elsewhere. */
export async function attachFiles(
  db: Database,
  acting: Acting,
  { ids, subject }: { readonly ids: readonly string[]; readonly subject: FileSubject },
): Promise<void> {
  const { caller, now } = acting
  const set = { subject_kind: subject.subjectKind, subject_id: subject.subjectId, updated_at: now }
  for (const id of new Set(ids)) {
    const { numUpdatedRows } = await db
      .updateTable('files.files')
      .set((eb) => ({ ...set, updated_by: actorOf(acting), version: eb('version', '+', 1) }))
      .where('zone_id', '=', zoneOf(acting).id)
      .where('id', '=', id)
      .where('account_id', 'is not distinct from', caller.accountId)
      .where('archived_at', 'is', null)
      .where(({ or, and, eb }) =>
        or([
          eb('subject_id', 'is', null),
          and([eb('subject_id', '=', subject.subjectId), eb('subject_kind', '=', subject.subjectKind)]),
        ]),
      )
      .executeTakeFirstOrThrow()
    if (numUpdatedRows === 0n) throw notFound()
    await record(db, acting, { subjectKind: 'files.file', subjectId: id, action: 'attach', after: { ...subject } })
  }
}

/** Takes a file off: it is in no list any more; the row and the journal tell that it was there. */
export async function archiveFile(db: Database, acting: Acting, id: string): Promise<void> {
  await db
    .updateTable('files.files')
    .set((eb) => ({
      archived_at: acting.now,
      updated_at: acting.now,
      updated_by: actorOf(acting),
      version: eb('version', '+', 1),
    }))
    .where('zone_id', '=', zoneOf(acting).id)
    .where('id', '=', id)
    .execute()
  await record(db, acting, { subjectKind: 'files.file', subjectId: id, action: 'remove' })
}

/** A file of the zone that is not archived. */
export async function findFile(db: Database, zoneId: string, id: string): Promise<StoredFile | undefined> {
  const row = await files(db, zoneId).where('id', '=', id).executeTakeFirst()
  return row && shape(row)
}

/** The files of a subject, the oldest first. */
export async function listFilesOf(db: Database, zoneId: string, subject: FileSubject): Promise<StoredFile[]> {
  const { subjectKind, subjectId } = subject
  const rows = await files(db, zoneId)
    .where('subject_id', '=', subjectId)
    .where('subject_kind', '=', subjectKind)
    .orderBy('id')
    .execute()
  return rows.map(shape)
}

function files(db: Database, zoneId: string) {
  return db.selectFrom('files.files').selectAll().where('zone_id', '=', zoneId).where('archived_at', 'is', null)
}

function shape(row: Selectable<FileRow>): StoredFile {
  return {
    id: row.id,
    name: row.name,
    mediaType: row.media_type,
    size: row.size,
    sha256: row.sha256,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    uploadedAt: row.created_at.toISOString(),
    uploadedBy: row.account_id,
  }
}
