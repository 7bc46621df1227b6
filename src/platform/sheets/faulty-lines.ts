import type { Language } from '../../kernel/label.ts'
import { type AnyRecordKind, fieldOf } from '../../kernel/record-kind.ts'
import type { ComparedRow } from './compared.ts'
import { csvOf } from './csv.ts'
import type { Head } from './head.ts'
import type { RawCell } from './raw.ts'
import { idTitle, titleOf, versionTitle } from './titles.ts'
import type { SheetCell } from './workbook.ts'

interface FaultyLines {
  readonly content: Uint8Array
  readonly head: Head
  readonly rows: readonly ComparedRow[]
}

/** The faulty lines of a file as a small file of their own: columns of the kind in their order, id and version at the end. */
export function faultyLines(
  kind: AnyRecordKind,
  { columns }: Head,
  { rows, lang }: { readonly rows: readonly ComparedRow[]; readonly lang: Language },
): FaultyLines {
  const fields = columns.map(({ field }) => field)
  const titles = [...fields.map((name) => titleOf(fieldOf(kind, name), lang)), idTitle[lang], versionTitle[lang]]
  const lines = rows.map((row) => lineOf(row, fields, lang))
  return {
    content: new TextEncoder().encode(csvOf([titles, ...lines])),
    head: {
      ...{ sheet: null, line: 1, id: fields.length, version: fields.length + 1, ignored: [] },
      columns: fields.map((field, at) => ({ field, at })),
    },
    rows: rows.map((row, i) => ({ ...row, number: i + 2 })),
  }
}

/** As it stood in the file; of a line that was good once, as it was understood. */
function lineOf({ given, cells, id, version }: ComparedRow, fields: readonly string[], lang: Language): SheetCell[] {
  if (given) return [...given.cells.map(textOf), given.id, given.version]
  const after = new Map(cells.map((cell) => [cell.field, cell.after?.[lang] ?? null]))
  return [...fields.map((field) => after.get(field) ?? null), id, version]
}

function textOf(cell: RawCell): SheetCell {
  if (typeof cell !== 'object' || cell === null) return cell
  return cell.date.slice(0, 19).replace('T', ' ').replace(' 00:00:00', '')
}
