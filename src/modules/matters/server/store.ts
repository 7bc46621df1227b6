import type { Selectable } from 'kysely'
import type { Database } from '../../../platform/module.ts'
import type { Catalogue, FeeSchedule } from '../contract/catalogue.ts'
import type { CatalogueVersion } from '../contract.ts'
import type { CatalogueVersionRow } from './table.ts'

const versionColumns = ['id', 'title', 'as_of', 'digest', 'matter_count', 'imported_at', 'current', 'origin'] as const

/** The version in force; undefined before the first import. */
export async function findCurrent(db: Database): Promise<CatalogueVersion | undefined> {
  const row = await versions(db).where('current', '=', true).executeTakeFirst()
  return row && versionOf(row)
}

export async function findByDigest(db: Database, digest: string): Promise<CatalogueVersion | undefined> {
  const row = await versions(db).where('digest', '=', digest).executeTakeFirst()
  return row && versionOf(row)
}

export async function findVersion(db: Database, id: string): Promise<CatalogueVersion | undefined> {
  const row = await versions(db).where('id', '=', id).executeTakeFirst()
  return row && versionOf(row)
}

/** The version in force, kept so until the transaction ends: who publishes another one waits. Undefined before the first import. */
export async function holdCurrent(db: Database): Promise<CatalogueVersion | undefined> {
  const row = await versions(db).where('current', '=', true).forShare().executeTakeFirst()
  return row && versionOf(row)
}

/** Newest first. */
export async function listVersions(db: Database): Promise<CatalogueVersion[]> {
  const rows = await versions(db).orderBy('imported_at', 'desc').orderBy('id', 'desc').execute()
  return rows.map(versionOf)
}

/** The two files of a version as they were stored: checked then, so still to be parsed by the caller. */
export async function loadContent(db: Database, id: string): Promise<{ content: unknown; fees: unknown }> {
  return db
    .selectFrom('matters.catalogue_versions')
    .select(['content', 'fees'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
}

export interface NewVersion {
  readonly id: string
  readonly digest: string
  readonly catalogue: Catalogue
  readonly fees: FeeSchedule
  readonly now: Date
  readonly origin: 'file' | 'desk'
}

/** Stores a version and puts it in force, or, when one that people published is in force, beside it. */
export async function insertVersion(
  db: Database,
  version: NewVersion,
  { inForce }: { readonly inForce: boolean },
): Promise<CatalogueVersion> {
  if (inForce) await retireCurrent(db)
  const row = await db
    .insertInto('matters.catalogue_versions')
    .values({
      id: version.id,
      title: version.catalogue.title,
      as_of: version.catalogue.asOf,
      digest: version.digest,
      matter_count: version.catalogue.matters.length,
      content: JSON.stringify(version.catalogue),
      fees: JSON.stringify(version.fees),
      imported_at: version.now,
      current: inForce,
      origin: version.origin,
    })
    .returning(versionColumns)
    .executeTakeFirstOrThrow()
  return versionOf(row)
}

/** Puts a stored version in force again, as published by people. */
export async function putInForce(db: Database, id: string): Promise<CatalogueVersion> {
  await retireCurrent(db)
  const row = await db
    .updateTable('matters.catalogue_versions')
    .set({ current: true, origin: 'desk' })
    .where('id', '=', id)
    .returning(versionColumns)
    .executeTakeFirstOrThrow()
  return versionOf(row)
}

async function retireCurrent(db: Database): Promise<void> {
  await db.updateTable('matters.catalogue_versions').set({ current: false }).where('current', '=', true).execute()
}

function versions(db: Database) {
  return db.selectFrom('matters.catalogue_versions').select(versionColumns)
}

function versionOf(row: Pick<Selectable<CatalogueVersionRow>, (typeof versionColumns)[number]>): CatalogueVersion {
  return {
    id: row.id,
    title: row.title,
    asOf: row.as_of,
    digest: row.digest,
    matters: row.matter_count,
    importedAt: row.imported_at.toISOString(),
    current: row.current,
    origin: row.origin,
  }
}
