import { Problem } from '../../kernel/problem.ts'
import { type AnyRecordKind, fieldOf } from '../../kernel/record-kind.ts'
import type { Grid } from './grid.ts'
import type { ReadCell } from './read.ts'
import { faultTitle, idTitle, isTitle, plainTitle, titlesOf, versionTitle } from './titles.ts'

/** Where the columns of a kind stand in a table. Columns are counted from 0, lines from 1. */
export interface Head {
  readonly sheet: string | null
  readonly line: number
  readonly columns: readonly { readonly at: number; readonly field: string }[]
  readonly id: number | null
  readonly version: number | null
  /** Titles of columns that are nothing of the kind. */
  readonly ignored: readonly string[]
}

/** A title may stand above the table: so many lines are looked at. */
const linesLookedAt = 12
/** More titles that are nothing of the kind are not told one by one. */
const mostIgnored = 200

/** Finds the table of the kind in a file: the line that names most of its fields. Refuses a file in which required columns are missing. */
export function findHead(kind: AnyRecordKind, grids: readonly Grid[]): { readonly grid: Grid; readonly head: Head } {
  const names = new Map(
    Object.keys(kind.fields).flatMap((name) => titlesOf(name, fieldOf(kind, name)).map((title) => [title, name])),
  )
  const all = grids.flatMap((grid) =>
    grid.rows.slice(0, linesLookedAt).map((row, i) => ({ grid, head: headOf(names, row, { grid, line: i + 1 }) })),
  )
  const [first] = all.toSorted((a, b) => b.head.columns.length - a.head.columns.length)
  if (!first || first.head.columns.length === 0) throw noHead(kind)
  refuseMissing(kind, first.head)
  return first
}

function headOf(
  names: ReadonlyMap<string, string>,
  row: readonly ReadCell[],
  { grid, line }: { readonly grid: Grid; readonly line: number },
): Head {
  const columns = new Map<string, number>()
  const ignored: string[] = []
  let id: number | null = null
  let version: number | null = null
  for (const [at, cell] of row.entries()) {
    const title = plainTitle(String(cell ?? ''))
    const field = names.get(title)
    if (isTitle(idTitle, title)) id = at
    else if (isTitle(versionTitle, title)) version = at
    else if (field !== undefined && !columns.has(field)) columns.set(field, at)
    else if (title !== '' && !isTitle(faultTitle, title) && ignored.length < mostIgnored)
      ignored.push(String(cell).slice(0, 100))
  }
  return { sheet: grid.sheet, line, columns: [...columns].map(([field, at]) => ({ field, at })), id, version, ignored }
}

function noHead({ labels }: AnyRecordKind): Problem {
  return new Problem('invalid_input', 'sheets.no_head', {
    zh: `表里找不到${labels.one.zh}的列名：请下载模板，把内容填进模板再传。`,
    en: `No line of the file names columns of this kind (${labels.one.en}): download the template and fill it in.`,
  })
}

/** A sheet with ids may leave columns out: what is there keeps its other values. */
function refuseMissing(kind: AnyRecordKind, head: Head): void {
  if (head.id !== null) return
  const there = new Set(head.columns.map(({ field }) => field))
  const missing = Object.entries(kind.fields)
    .filter(([name, field]) => field.required && field.writable !== 'never' && name !== kind.ofEnterprise)
    .filter(([name]) => !there.has(name))
    .map(([, field]) => field.label)
  if (missing.length === 0) return
  throw new Problem('invalid_input', 'sheets.columns_missing', {
    zh: `缺少必填的列：${missing.map(({ zh }) => zh).join('、')}。请补上这些列再传。`,
    en: `Required columns are missing: ${missing.map(({ en }) => en).join(', ')}. Add them and send the file again.`,
  })
}
