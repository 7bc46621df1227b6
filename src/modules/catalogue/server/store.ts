import type { Selectable } from 'kysely'
import { Problem } from '../../../kernel/problem.ts'
import { notFound } from '../../../platform/access/caller.ts'
import type { Database } from '../../../platform/module.ts'
import { Catalogue, FeeSchedule } from '../../matters/contract/catalogue.ts'
import type { Edit, Publication } from '../contract/draft.ts'
import type { ListName } from '../contract/lists.ts'
import type { Content } from '../domain/content.ts'
import type { DraftRow } from './table.ts'

export type StoredDraft = Omit<Selectable<DraftRow>, 'content' | 'fees'> & { readonly content: Content }

export async function findOpenDraft(db: Database): Promise<StoredDraft | undefined> {
  const row = await drafts(db).where('state', '=', 'open').executeTakeFirst()
  return row && stored(row)
}

export async function getDraft(db: Database, id: string): Promise<StoredDraft> {
  const row = await drafts(db).where('id', '=', id).executeTakeFirst()
  if (row) return stored(row)
  throw notFound()
}

/** The draft, held until the transaction ends; refuses one that is published or discarded. */
export async function lockOpenDraft(db: Database, id: string): Promise<StoredDraft> {
  const row = await drafts(db).where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw notFound()
  if (row.state !== 'open') throw closed(row.state)
  return stored(row)
}

function drafts(db: Database) {
  return db.selectFrom('catalogue.drafts').selectAll()
}

function stored({ content, fees, ...row }: Selectable<DraftRow>): StoredDraft {
  return { ...row, content: { catalogue: Catalogue.parse(content), fees: FeeSchedule.parse(fees) } }
}

/** How often this row was edited in the draft, and who did it last. */
export async function rowVersion(db: Database, draftId: string, { list, code }: { list: ListName; code: string }) {
  const rows = await db
    .selectFrom('catalogue.draft_edits')
    .select(['editor_name', 'ordinal'])
    .where('draft_id', '=', draftId)
    .where('list', '=', list)
    .where('code', '=', code)
    .orderBy('ordinal', 'desc')
    .execute()
  return { version: rows.length, lastBy: rows[0]?.editor_name ?? null }
}

export async function editorsOf(db: Database, draftId: string): Promise<{ id: string; name: string }[]> {
  const rows = await db
    .selectFrom('catalogue.draft_edits')
    .select(['edited_by', 'editor_name'])
    .distinct()
    .where('draft_id', '=', draftId)
    .orderBy('editor_name')
    .execute()
  return rows.map(({ edited_by, editor_name }) => ({ id: edited_by, name: editor_name }))
}

export async function listEdits(db: Database, draftId: string, limit: number): Promise<Edit[]> {
  const rows = await db
    .selectFrom('catalogue.draft_edits')
    .selectAll()
    .where('draft_id', '=', draftId)
    .orderBy('ordinal', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    ordinal: row.ordinal,
    at: row.edited_at.toISOString(),
    by: row.editor_name,
    zone: row.zone_code,
    list: row.list,
    code: row.code,
    act: row.act,
    fields: Object.keys(row.after ?? {}),
    reason: row.reason,
  }))
}

/** The latest first. */
export async function listPublications(db: Database): Promise<Publication[]> {
  const rows = await db
    .selectFrom('catalogue.publications')
    .selectAll()
    .orderBy('published_at', 'desc')
    .limit(50)
    .execute()
  return rows.map((row) => ({
    versionId: row.version_id,
    at: row.published_at.toISOString(),
    by: row.publisher_name,
    zone: row.zone_code,
    reason: row.reason,
    changes: row.change_count,
    override: row.override,
  }))
}

function closed(state: 'published' | 'discarded'): Problem {
  const zh = state === 'published' ? '已经发布' : '已经放弃'
  return new Problem('conflict', 'catalogue.draft_closed', {
    zh: `这份草稿${zh}，请刷新；要再改，请开始新的草稿。`,
    en: `This draft has been ${state} already: reload. To change more, begin a new draft.`,
  })
}
