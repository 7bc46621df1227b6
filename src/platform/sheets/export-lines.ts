import { legalDayOf } from '../../kernel/legal-day.ts'
import { type AnyRecordKind, fieldOf } from '../../kernel/record-kind.ts'
import type { ExportInput } from '../../kernel/sheet-endpoints.ts'
import type { ExportFormat } from '../../kernel/sheet-export.ts'
import type { Acting } from '../journal/record.ts'
import type { Database } from '../module.ts'
import { listRecords } from '../records/list.ts'
import type { StoredRow } from '../records/personal.ts'
import type { Known } from '../records/statement.ts'
import { sheetCell } from './cells/show.ts'
import { headOf, hiddenHeads } from './template.ts'
import { idTitle, titleOf, versionTitle } from './titles.ts'
import type { SheetCell, SheetHead } from './workbook.ts'

export const pageRows = 1_000

/** What an export shows of a list: the columns that are asked for, else those of the list, then id and version. */
type Shown = Pick<ExportInput, 'lang' | 'columns'>

export function heads(kind: AnyRecordKind, shown: Shown): readonly SheetHead[] {
  return [...namesOf(kind, shown).map((name) => headOf(fieldOf(kind, name), shown.lang)), ...hiddenHeads(shown.lang)]
}

export function titles(kind: AnyRecordKind, shown: Shown): readonly string[] {
  const { lang } = shown
  return [...namesOf(kind, shown).map((name) => titleOf(fieldOf(kind, name), lang)), idTitle[lang], versionTitle[lang]]
}

export function lineOf(kind: AnyRecordKind, row: StoredRow, shown: Shown): readonly SheetCell[] {
  const called = row.names as Readonly<Record<string, string | null>>
  const cells = namesOf(kind, shown).map((name) =>
    sheetCell(fieldOf(kind, name), row[name], { name: called[name], lang: shown.lang }),
  )
  return [...cells, row.id, row.version]
}

function namesOf(kind: AnyRecordKind, { columns }: Shown): readonly string[] {
  return columns ?? kind.list
}

export function exportName(
  kind: AnyRecordKind,
  { lang, format }: Pick<Shown, 'lang'> & { readonly format: ExportFormat },
  now: Date,
): string {
  return `${kind.labels.many[lang]}-${legalDayOf(now)}.${format}`
}

interface Page extends Known {
  readonly input: ExportInput
  readonly after: string | null
  readonly limit: number
}

/** The next rows of the list as the caller sees it. */
export async function readPage(
  db: Database,
  acting: Acting,
  { kind, registry, input, after, limit }: Page,
): Promise<{ readonly rows: readonly StoredRow[]; readonly next: string | null }> {
  const asked = { ...input, limit, ...(after !== null && { after }) }
  const page = await listRecords(db, acting, { kind, registry, input: asked })
  return JSON.parse(page.text) as { rows: StoredRow[]; next: string | null }
}
