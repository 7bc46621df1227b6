import { Problem } from '../../../kernel/problem.ts'
import { type ListName, listLabels, type Rows, rowSchemas } from '../contract/lists.ts'
import { type Content, rowsOf, withRows } from './content.ts'

export interface RowEdit {
  readonly list: ListName
  readonly code: string
  readonly act: 'set' | 'add' | 'retire'
  readonly fields: Readonly<Record<string, unknown>>
}

export interface Edited {
  readonly content: Content
  /** The fields that changed, as they were and as they are. */
  readonly before: Readonly<Record<string, unknown>> | null
  readonly after: Readonly<Record<string, unknown>> | null
}

type Row = Readonly<Record<string, unknown>> & { readonly code: string }

/** The draft after one edit of one row. A row is never renamed: others name it by its code. */
export function applyEdit(content: Content, edit: RowEdit): Edited {
  const rows = rowsOf(content, edit.list) as readonly unknown[] as readonly Row[]
  const at = rows.findIndex(({ code }) => code === edit.code)
  if (edit.act === 'add') return addRow(content, edit, { rows, at })
  const row = rows[at]
  if (!row) throw noRow(edit)
  if (edit.act === 'retire') {
    return { content: put(content, edit.list, rows.toSpliced(at, 1)), before: { ...row }, after: null }
  }
  const next = parseRow(edit.list, withFields(row, edit.fields))
  if (next.code !== edit.code) throw renamed()
  const changed = Object.keys({ ...row, ...next }).filter((name) => !same(row[name], next[name]))
  if (changed.length === 0) throw nothing()
  refuseUnsourced(edit, changed)
  return {
    content: put(content, edit.list, rows.with(at, next)),
    before: Object.fromEntries(changed.map((name) => [name, row[name] ?? null])),
    after: Object.fromEntries(changed.map((name) => [name, next[name] ?? null])),
  }
}

function isGone(name: string, value: unknown): boolean {
  return value === null || value === undefined || (name === 'tests' && Array.isArray(value) && value.length === 0)
}

function addRow(content: Content, edit: RowEdit, { rows, at }: { rows: readonly Row[]; at: number }): Edited {
  if (at >= 0) throw twice(edit)
  const row = parseRow(edit.list, withFields({ code: edit.code }, { ...edit.fields, code: edit.code }))
  return { content: put(content, edit.list, [...rows, row]), before: null, after: { ...row } }
}

function put(content: Content, list: ListName, rows: readonly Row[]): Content {
  return withRows(content, list, rows as readonly unknown[] as readonly Rows[ListName][])
}

/** Null takes a field away; the order of fields is the format's. */
function withFields(row: Row, fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const next = { ...row, ...fields }
  return Object.fromEntries(Object.entries(next).filter(([name, value]) => !isGone(name, value)))
}

function parseRow(list: ListName, raw: unknown): Row {
  const parsed = rowSchemas[list].safeParse(raw)
  if (parsed.success) return parsed.data as unknown as Row
  const issue = parsed.error.issues[0]
  const field = issue?.path.join('.') ?? ''
  throw new Problem(
    'invalid_input',
    'catalogue.bad_field',
    {
      zh: `字段“${field}”不符合目录格式：${issue?.message ?? ''}。请改正后再保存。`,
      en: `The field "${field}" does not fit the catalogue format: ${issue?.message ?? ''}. Correct it and save again.`,
    },
    { field },
  )
}

/** How sure a limit is stands beside it: whoever changes the limit says where the new one is from. */
function refuseUnsourced({ list, fields }: RowEdit, changed: readonly string[]): void {
  if (list !== 'matters' || !changed.includes('handling') || (fields.handlingSource ?? null) !== null) return
  throw new Problem(
    'rule_violated',
    'catalogue.source_needed',
    {
      zh: '改了时限，请同时给出两个时限的来源标记（V、P、M、E）。',
      en: 'The limits change: give the confidence marks of both limits (V, P, M, E) with them.',
    },
    { field: 'handlingSource' },
  )
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

function noRow({ list, code }: RowEdit): Problem {
  const label = listLabels[list]
  return new Problem('not_found', 'catalogue.no_such_row', {
    zh: `草稿里没有${label.zh}“${code}”。`,
    en: `The draft has no ${label.en.toLowerCase()} "${code}".`,
  })
}

function twice({ list, code }: RowEdit): Problem {
  const label = listLabels[list]
  return new Problem('rule_violated', 'catalogue.code_taken', {
    zh: `草稿里已有${label.zh}“${code}”，请换一个编码。`,
    en: `The draft has a ${label.en.toLowerCase()} "${code}" already: choose another code.`,
  })
}

function nothing(): Problem {
  return new Problem('rule_violated', 'catalogue.no_change', {
    zh: '和草稿里的一样，没有可保存的修改。',
    en: 'That is what the draft has: there is nothing to save.',
  })
}

function renamed(): Problem {
  return new Problem('rule_violated', 'catalogue.code_fixed', {
    zh: '编码不能改：请停用这一行，另增一行。',
    en: 'A code cannot be changed: retire this row and add another.',
  })
}
