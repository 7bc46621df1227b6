import type { FileAnswer } from '../../kernel/endpoint.ts'
import { Problem } from '../../kernel/problem.ts'
import type { AnyRecordKind } from '../../kernel/record-kind.ts'
import type { ExportInput } from '../../kernel/sheet-endpoints.ts'
import type { Acting } from '../journal/record.ts'
import type { Database } from '../module.ts'
import type { StoredRow } from '../records/personal.ts'
import type { Known } from '../records/statement.ts'
import { csvOf } from './csv.ts'
import { exportName, heads, lineOf, pageRows, readPage, titles } from './export-lines.ts'
import { writeWorkbook } from './workbook.ts'

/** A workbook is built in memory, cell by cell; lines of a CSV cost little. Beyond that a list is exported in the background. */
const [mostInWorkbook, mostInCsv] = [5_000, 100_000]

/** The list as the caller sees it, as a workbook that can be imported again. */
export async function exportXlsx(
  db: Database,
  acting: Acting,
  { input, ...known }: Known & { readonly input: ExportInput },
): Promise<FileAnswer> {
  const { kind } = known
  const rows = await allRows(db, acting, { ...known, input, most: mostInWorkbook })
  const title = kind.labels.many[input.lang]
  const bytes = await writeWorkbook({
    ...{ title, author: '落地 Luodi', createdAt: acting.now },
    sheets: [
      {
        name: title.slice(0, 31),
        columns: heads(kind, input),
        rows: rows.map((row) => lineOf(kind, row, input)),
        notes: [],
      },
    ],
  })
  return { fileName: exportName(kind, { lang: input.lang, format: 'xlsx' }, acting.now), bytes }
}

/** The same as CSV, which hides nothing: id and version stand at the end. */
export async function exportCsv(
  db: Database,
  acting: Acting,
  { input, ...known }: Known & { readonly input: ExportInput },
): Promise<FileAnswer> {
  const { kind } = known
  const rows = await allRows(db, acting, { ...known, input, most: mostInCsv })
  const lines = rows.map((row) => lineOf(kind, row, input))
  return {
    fileName: exportName(kind, { lang: input.lang, format: 'csv' }, acting.now),
    bytes: new TextEncoder().encode(csvOf([titles(kind, input), ...lines])),
  }
}

async function allRows(
  db: Database,
  acting: Acting,
  { most, ...asked }: Known & { readonly input: ExportInput; readonly most: number },
): Promise<readonly StoredRow[]> {
  const rows: StoredRow[] = []
  let after: string | null = null
  do {
    const page = await readPage(db, acting, { ...asked, after, limit: pageRows })
    rows.push(...page.rows)
    after = page.next
    if (rows.length >= most && after !== null) throw tooMany(asked.kind, most)
  } while (after !== null)
  return rows
}

function tooMany({ labels }: AnyRecordKind, most: number): Problem {
  return new Problem('rule_violated', 'sheets.too_many', {
    zh: `超过 ${most} 条${labels.one.zh}：请在后台导出，或用筛选缩小范围。`,
    en: `More than ${most} records (${labels.one.en}): export them in the background, or narrow the list with filters.`,
  })
}
