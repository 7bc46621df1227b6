import { Problem } from '../../../kernel/problem.ts'
import { newId } from '../../../platform/ids.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { currentCatalogue, drafting, pinnedCatalogue } from '../../matters/server/api.ts'
import type { Draft } from '../contract/draft.ts'
import { applyEdit, type Edited, type RowEdit } from '../domain/apply-edit.ts'
import type { Content } from '../domain/content.ts'
import { refuseOthers } from './keeper.ts'
import { findOpenDraft, lockOpenDraft, rowVersion, type StoredDraft } from './store.ts'
import { viewOf } from './views.ts'

const subject = (id: string) => ({ subjectKind: 'catalogue.draft', subjectId: id })

/** Begins the draft of the next version from the one in force, or with the content of a former one. */
export async function openDraft(
  db: Database,
  context: RequestContext,
  { from, reason }: { readonly from?: string | undefined; readonly reason: string },
): Promise<Draft> {
  await refuseOthers(db, context)
  const open = await findOpenDraft(db)
  if (open) throw openAlready(open.opened_name)
  const { version } = await currentCatalogue(db)
  const { catalogue, fees } = from === undefined ? await currentCatalogue(db) : await pinnedCatalogue(db, from)
  const id = newId(context.now)
  await db
    .insertInto('catalogue.drafts')
    .values({
      ...{ id, version: 1, state: 'open', base_version_id: version.id, zone_code: zoneOf(context).code, reason },
      ...{ opened_at: context.now, opened_by: actorOf(context), opened_name: context.caller.name, closed_at: null },
      ...{ content: JSON.stringify(catalogue), fees: JSON.stringify(fees) },
    })
    .execute()
  const after = { base: version.id, ...(from !== undefined && { from }) }
  await record(db, context, { ...subject(id), action: 'open', after, note: reason })
  return viewOf(db, await lockOpenDraft(db, id))
}

export interface EditRequest extends RowEdit {
  readonly draft: string
  /** How often the row had been edited when it was read. */
  readonly version: number
  readonly reason: string
}

/** One edit of one row. Of two who edit the same row at once one is told who was faster; different rows do not meet. */
export async function editDraft(
  db: Database,
  context: RequestContext,
  request: EditRequest,
): Promise<{ draft: Draft; version: number }> {
  await refuseOthers(db, context)
  const draft = await lockOpenDraft(db, request.draft)
  const row = await rowVersion(db, draft.id, request)
  if (row.version !== request.version) throw fasterThanYou(row.lastBy ?? '')
  const edited = applyEdit(draft.content, request)
  refuseBadRules(edited.content, request)
  const saved = await saveEdits(db, context, { draft, content: edited.content, edits: [{ ...request, edited }] })
  return { draft: await viewOf(db, saved), version: row.version + 1 }
}

export interface MadeEdit extends RowEdit {
  readonly reason: string
  readonly edited: Edited
}

/** Stores the draft's new content with every edit that made it, each in the journal. */
export async function saveEdits(
  db: Database,
  context: RequestContext,
  { draft, content, edits }: { draft: StoredDraft; content: Content; edits: readonly MadeEdit[] },
): Promise<StoredDraft> {
  const { count } = await db
    .selectFrom('catalogue.draft_edits')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('draft_id', '=', draft.id)
    .executeTakeFirstOrThrow()
  const own = {
    draft_id: draft.id,
    edited_at: context.now,
    edited_by: actorOf(context),
    editor_name: context.caller.name,
  }
  await db
    .insertInto('catalogue.draft_edits')
    .values(
      edits.map(({ list, code, act, reason, edited }, i) => ({
        ...{ ...own, ordinal: Number(count) + i + 1, zone_code: zoneOf(context).code, list, code, act, reason },
        ...{ before: textOf(edited.before), after: textOf(edited.after) },
      })),
    )
    .execute()
  for (const { list, code, act, reason, edited } of edits) {
    const { before, after } = edited
    await record(db, context, {
      ...subject(draft.id),
      action: act,
      before,
      after: { ...after, row: `${list}/${code}` },
      note: reason,
    })
  }
  await db
    .updateTable('catalogue.drafts')
    .set({ version: draft.version + 1, content: JSON.stringify(content.catalogue), fees: JSON.stringify(content.fees) })
    .where('id', '=', draft.id)
    .execute()
  return { ...draft, version: draft.version + 1, content }
}

/** The draft is put away; its edits stay readable. */
export async function discardDraft(
  db: Database,
  context: RequestContext,
  asked: { readonly draft: string; readonly version: number; readonly reason: string },
): Promise<{ discarded: boolean }> {
  await refuseOthers(db, context)
  const draft = await lockOpenDraft(db, asked.draft)
  if (draft.version !== asked.version) throw draftMoved()
  await closeDraft(db, draft, { state: 'discarded', now: context.now })
  await record(db, context, {
    ...subject(draft.id),
    action: 'discard',
    after: { state: 'discarded' },
    note: asked.reason,
  })
  return { discarded: true }
}

export async function closeDraft(
  db: Database,
  { id, version }: StoredDraft,
  { state, now }: { readonly state: 'published' | 'discarded'; readonly now: Date },
): Promise<void> {
  await db
    .updateTable('catalogue.drafts')
    .set({ state, version: version + 1, closed_at: now })
    .where('id', '=', id)
    .execute()
}

/** A rule that does not compile is refused when it is saved, its place named; what it refers to may follow in a later edit. */
function refuseBadRules({ catalogue, fees }: Content, { list, act, fields }: RowEdit): void {
  if (act === 'retire') return
  const types = drafting.factTypesOf(list === 'fees' ? [...catalogue.facts, ...fees.facts] : catalogue.facts)
  const rules = list === 'matters' ? (['applies'] as const) : list === 'fees' ? (['amount', 'waiver'] as const) : []
  for (const name of rules) {
    const source = fields[name]
    if (typeof source !== 'string') continue
    const rule = drafting.tryCompile(source, types, name === 'amount' ? 'number' : 'boolean')
    if (rule instanceof Problem) throw rule
  }
}

function textOf(values: Readonly<Record<string, unknown>> | null): string | null {
  return values === null ? null : JSON.stringify(values)
}

function openAlready(name: string): Problem {
  return new Problem('conflict', 'catalogue.draft_open', {
    zh: `${name} 已经开始了一份草稿，请在那份草稿上改。`,
    en: `${name} has begun a draft already: edit that one.`,
  })
}

function fasterThanYou(name: string): Problem {
  return new Problem('conflict', 'catalogue.row_changed', {
    zh: `${name} 刚改过这一行，请看过新的内容后再改。您填的没有保存。`,
    en: `${name} has just edited this row: read what it says now, then change it. Yours was not saved.`,
  })
}

export function draftMoved(): Problem {
  return new Problem('conflict', 'catalogue.draft_changed', {
    zh: '草稿在您打开之后又有修改，请刷新看过后再办。',
    en: 'The draft was edited after you opened it: reload and look again before you go on.',
  })
}
