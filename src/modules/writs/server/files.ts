import type { FileAnswer } from '../../../kernel/endpoint.ts'
import { Problem } from '../../../kernel/problem.ts'
import { notFound } from '../../../platform/access/caller.ts'
import { htmlOf } from '../../../platform/documents/html.ts'
import { paperFoot } from '../../../platform/documents/paper-foot.ts'
import { findBrowser, printPdf } from '../../../platform/documents/pdf.ts'
import { record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { kindMeanings } from '../contract/kinds.ts'
import { keepFile } from './make.ts'
import { shown } from './shown.ts'
import { getStored, lockWrit, type StoredWrit } from './store.ts'

export interface FileOfWrit {
  readonly writId: string
  readonly format: 'docx' | 'pdf'
}

/** The bytes of a writ's file; undefined when it has none of this format. */
export async function contentOf(
  db: Database,
  zoneId: string,
  { writId, format }: FileOfWrit,
): Promise<Buffer | undefined> {
  const row = await db
    .selectFrom('writs.files')
    .select('content')
    .where('zone_id', '=', zoneId)
    .where('writ_id', '=', writId)
    .where('format', '=', format)
    .executeTakeFirst()
  return row?.content
}

export async function answerFile(
  db: Database,
  context: RequestContext,
  { writId, format }: FileOfWrit,
): Promise<FileAnswer> {
  const zoneId = zoneOf(context).id
  const row = await getStored(db, zoneId, { caller: context.caller, id: writId })
  const bytes = await contentOf(db, zoneId, { writId, format })
  if (!bytes) throw notFound()
  return { fileName: `${kindMeanings[row.kind].label.zh}-${row.number}.${format}`, bytes }
}

/** Prints the PDF of a writ unless it is there: once, so that its digest stays. */
export async function printWrit(db: Database, context: RequestContext, id: string): Promise<StoredWrit> {
  const zoneId = zoneOf(context).id
  const row = await lockWrit(db, zoneId, { caller: context.caller, id })
  if (await contentOf(db, zoneId, { writId: id, format: 'pdf' })) return row
  const browser = findBrowser()
  if (browser === undefined) throw noBrowser()
  const word = await contentOf(db, zoneId, { writId: id, format: 'docx' })
  const html = htmlOf(shown(word ?? Buffer.alloc(0)), `${kindMeanings[row.kind].label.zh} ${row.number}`)
  const foot = await paperFoot(db, zoneOf(context))
  await keepFile(db, context, { writId: id, format: 'pdf', bytes: await printPdf(browser, html, foot) })
  await record(db, context, {
    ...{ subjectKind: 'writs.writ', subjectId: id, threadId: row.project_id, action: 'print' },
    after: { format: 'pdf' },
  })
  return row
}

function noBrowser(): Problem {
  return new Problem('rule_violated', 'writs.no_browser', {
    zh: '这台服务器没有 Chromium 浏览器，不能生成 PDF；请下载 Word 文件，或在页面上直接打印。',
    en: 'This server has no Chromium to print PDFs with: take the Word file, or print the page.',
  })
}
