import { sql } from 'kysely'
import type { FileAnswer } from '../../kernel/endpoint.ts'
import type { Language } from '../../kernel/label.ts'
import { Problem } from '../../kernel/problem.ts'
import type { AnyRecordKind } from '../../kernel/record-kind.ts'
import { notFound } from '../access/caller.ts'
import type { Acting } from '../journal/record.ts'
import type { Database } from '../module.ts'
import type { Registry } from '../records/registry.ts'
import { rowsAfter } from './chunks.ts'
import { faultyLines } from './faulty-lines.ts'
import { ownImport } from './imports.ts'
import { isLarge } from './large.ts'
import { markAside } from './mark-aside.ts'
import { type Marking, markedWorkbook } from './marked.ts'
import { contentOf, type Import } from './store.ts'

/** The caller's own file with its faults marked. */
export async function markedOf(
  db: Database,
  acting: Acting,
  { registry, id, lang }: { readonly registry: Registry; readonly id: string; readonly lang: Language },
): Promise<FileAnswer> {
  const one = await ownImport(db, acting, { id })
  const kind = registry.get(one.kind)
  if (!kind) throw notFound()
  const bytes =
    one.row_count > mostWhole ? await faultsAlone(db, one, kind, lang) : await wholeFile(db, one, kind, lang)
  const stem = one.file_name.replace(/\.[A-Za-z]{3,4}$/, '')
  return { fileName: `${stem}-${lang === 'zh' ? '标错' : 'marked'}.xlsx`, bytes }
}

/** Of a larger file only the faulty lines come back: the rest is in, and nobody looks through it for the red ones. */
const mostWhole = 5_000
const mostFaults = 20_000

async function wholeFile(db: Database, one: Import, kind: AnyRecordKind, lang: Language): Promise<Uint8Array> {
  const content = await contentOf(db, one)
  if (!content || !one.head) throw gone()
  const rows = await rowsAfter(db, { one, kind }, { after: 0, limit: one.row_count })
  return marked(db, content, { labels: labelsOf(kind), head: one.head, rows, lang })
}

async function faultsAlone(db: Database, one: Import, kind: AnyRecordKind, lang: Language): Promise<Uint8Array> {
  const { head } = one
  const bad = await rowsAfter(db, { one, kind }, { after: 0, limit: mostFaults, state: 'bad' })
  const refused = await rowsAfter(db, { one, kind }, { after: 0, limit: mostFaults, state: 'refused' })
  if (!head || bad.length + refused.length === 0) throw gone()
  const { content, ...table } = faultyLines(kind, head, { rows: [...bad, ...refused], lang })
  return marked(db, content, { labels: labelsOf(kind), lang, ...table })
}

const labelsOf = ({ fields }: AnyRecordKind): Marking['labels'] =>
  Object.fromEntries(Object.entries(fields).map(([name, { label }]) => [name, label]))

/** So many lines are marked in less time than a thread takes to start. */
const fewLines = 500

/** Building a workbook of thousands of cells takes seconds, in which requests go on. */
async function marked(db: Database, content: Uint8Array, marking: Marking): Promise<Uint8Array> {
  if (marking.rows.length <= fewLines && !isLarge(content)) return markedWorkbook(content, marking)
  // The thread may write for longer than a transaction may lie idle.
  await sql`set local idle_in_transaction_session_timeout = '10min'`.execute(db)
  return markAside(content, marking)
}

function gone(): Problem {
  return new Problem('rule_violated', 'sheets.gone', {
    zh: '原文件已按期清除，请重新上传。',
    en: 'The file has been cleared away after its time: send it again.',
  })
}
