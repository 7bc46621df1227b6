import { Problem } from '../../kernel/problem.ts'
import type { AnyRecordKind } from '../../kernel/record-kind.ts'
import type { Grid } from './grid.ts'
import { findHead, type Head } from './head.ts'
import { type RawRow, rawRows, type UniqueKey } from './raw.ts'

export interface ReadTable {
  readonly head: Head
  readonly rows: readonly RawRow[]
  readonly skipped: number
}

/** The tables of a file as lines of a kind. Refuses a file that lacks required columns, or that has no line. */
export function tableOf(kind: AnyRecordKind, grids: readonly Grid[], keys: readonly UniqueKey[]): ReadTable {
  const { grid, head } = findHead(kind, grids)
  const { rows, skipped } = rawRows(kind, { grid, head }, keys)
  if (rows.length > 0) return { head, rows, skipped }
  throw new Problem('invalid_input', 'sheets.no_rows', {
    zh: '表里没有要导入的行：请在列名下面填写后再传。',
    en: 'There is no row to import: fill in lines below the titles and send the file again.',
  })
}
