import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { FileAnswer, InputOf } from '../../../kernel/endpoint.ts'
import { Problem } from '../../../kernel/problem.ts'
import { fillTemplate, readTemplate } from '../../../platform/documents/fill.ts'
import { fileInText } from '../../../platform/files/in-text.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { kindMeanings, type WritKind, writKinds } from '../contract/kinds.ts'
import {
  maxTemplateBytes,
  type publishTemplate,
  type Template,
  tryTemplate,
  uploadTemplate,
} from '../contract/template.ts'
import { checkTemplate, type Finding } from '../domain/check-template.ts'
import { sampleValues } from '../domain/sample-values.ts'
import { unusableTexts } from '../domain/unusable.ts'
import { shippedTemplate } from './shipped.ts'
import { shown } from './shown.ts'
import { newRow } from './store.ts'
import { type StoredTemplate, templateOf, templatesIn } from './template-store.ts'

/** Every edition of every kind, the shipped one first. */
export async function listTemplates(db: Database, context: RequestContext): Promise<Template[]> {
  const rows = await templatesIn(db, zoneOf(context).id).orderBy('kind').orderBy('edition').execute()
  const all: Template[] = []
  for (const kind of writKinds) {
    const own = rows.filter((row) => row.kind === kind)
    all.push(
      await shippedView(
        kind,
        own.some(({ state }) => state === 'published'),
      ),
      ...own.map(templateView),
    )
  }
  return all
}

async function shippedView(kind: WritKind, other: boolean): Promise<Template> {
  const { bytes, sha256 } = await shippedTemplate(kind)
  const state = other ? 'retired' : 'published'
  return { id: null, version: 0, kind, edition: 0, state, sha256, size: bytes.length, note: null, updatedAt: null }
}

export function templateView(row: StoredTemplate): Template {
  const { id, version, kind, edition, state, sha256, size, note, updated_at } = row
  return { id, version, kind, edition, state, sha256, size, note, updatedAt: updated_at.toISOString() }
}

export async function answerTemplate(
  db: Database,
  context: RequestContext,
  asked: { readonly kind: WritKind; readonly edition: number },
): Promise<FileAnswer> {
  const { bytes } = await templateOf(db, zoneOf(context).id, asked)
  return { fileName: `${kindMeanings[asked.kind].label.zh}-模板-${asked.edition}.docx`, bytes }
}

/** What is wrong with an uploaded file; and how it reads, filled with sample values, when nothing is. */
export function tryContent(input: InputOf<typeof tryTemplate>) {
  const { kind } = input
  const bytes = fileInText(tryTemplate, input)
  const findings = findingsOf(kind, bytes)
  return {
    findings,
    document: findings.some(({ refused }) => refused) ? null : shown(fillTemplate(bytes, sampleValues(kind))),
  }
}

function findingsOf(kind: WritKind, bytes: Buffer): Finding[] {
  if (bytes.length > maxTemplateBytes) return [{ refused: true, tag: '', text: unusableTexts.too_large }]
  const read = readTemplate(bytes)
  if (typeof read === 'string') return [{ refused: true, tag: '', text: unusableTexts[read] }]
  return checkTemplate(kind, read)
}

/** Keeps a template that passes every check as a draft, under the next edition of its kind. */
export async function addTemplate(
  db: Database,
  context: RequestContext,
  input: InputOf<typeof uploadTemplate>,
): Promise<Template> {
  const { kind, note } = input
  const bytes = fileInText(uploadTemplate, input)
  const [refused] = findingsOf(kind, bytes).filter((finding) => finding.refused)
  if (refused) throw new Problem('rule_violated', 'writs.template_refused', refused.text, { tag: refused.tag })
  const last = await templatesIn(db, zoneOf(context).id)
    .clearSelect()
    .select(sql<number>`coalesce(max(edition), 0)::int`.as('edition'))
    .where('kind', '=', kind)
    .executeTakeFirstOrThrow()
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const row = await db
    .insertInto('writs.templates')
    .values({
      ...newRow(context),
      ...{ kind, edition: last.edition + 1, state: 'draft', sha256, size: bytes.length, content: bytes },
      note: note === '' ? null : note,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst()
  if (!row) throw twice()
  const after = { kind, edition: row.edition, sha256 }
  await record(db, context, { subjectKind: 'writs.template', subjectId: row.id, action: 'uploadTemplate', after })
  return templateView(row)
}

/** Puts an edition in force; the one before it retires. Edition 0 is the shipped one: then none of the office's own is in force. */
export async function putInForce(
  db: Database,
  context: RequestContext,
  { kind, edition }: Omit<InputOf<typeof publishTemplate>, 'zone'>,
): Promise<void> {
  const { id: zoneId } = zoneOf(context)
  await templateOf(db, zoneId, { kind, edition })
  const own = await templatesIn(db, zoneId).where('kind', '=', kind).orderBy('edition').forUpdate().execute()
  const set = async (row: StoredTemplate, state: 'published' | 'retired') => {
    if (row.state === state) return
    await db
      .updateTable('writs.templates')
      .set({ state, version: row.version + 1, updated_at: context.now, updated_by: actorOf(context) })
      .where('zone_id', '=', zoneId)
      .where('id', '=', row.id)
      .execute()
    const [before, after] = [{ state: row.state }, { kind, edition: row.edition, state }]
    const action = state === 'published' ? 'publishTemplate' : 'retireTemplate'
    await record(db, context, { subjectKind: 'writs.template', subjectId: row.id, action, before, after })
  }
  // The old one first: only one may be in force.
  for (const row of own.filter((one) => one.state === 'published' && one.edition !== edition)) await set(row, 'retired')
  for (const row of own.filter((one) => one.edition === edition)) await set(row, 'published')
}

function twice(): Problem {
  return new Problem('conflict', 'writs.uploaded_meanwhile', {
    zh: '另一位管理员刚刚上传了同一类模板；请刷新后再试。',
    en: 'Another administrator has just uploaded a template of this kind: reload and try again.',
  })
}
