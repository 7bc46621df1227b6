import type { Label } from '../../../kernel/label.ts'
import type { FieldChange, RowChange } from '../contract/draft.ts'
import { type ListName, listNames } from '../contract/lists.ts'
import { type Content, rowsOf } from './content.ts'
import { fieldLabels } from './field-labels.ts'
import { markWords, wordsOf } from './words.ts'

type Row = Readonly<Record<string, unknown>> & { readonly code: string }

/** Two catalogues compared row by row and field by field, in words; in the order of the lists, the later one's rows first. */
export function compareContent(before: Content, after: Content): RowChange[] {
  return listNames.flatMap((list) => compareList(list, plainRows(before, list), plainRows(after, list)))
}

function plainRows(content: Content, list: ListName): readonly Row[] {
  return rowsOf(content, list) as readonly unknown[] as readonly Row[]
}

function compareList(list: ListName, before: readonly Row[], after: readonly Row[]): RowChange[] {
  const old = new Map(before.map((row) => [row.code, row]))
  const kept = new Set(after.map(({ code }) => code))
  const changes = after.flatMap((row): RowChange[] => {
    const former = old.get(row.code)
    if (!former) return [{ ...headOf(list, row), act: 'add', fields: fieldsOf({}, row) }]
    const fields = fieldsOf(former, row)
    return fields.length === 0 ? [] : [{ ...headOf(list, row), act: 'set', fields }]
  })
  const retired = before
    .filter(({ code }) => !kept.has(code))
    .map((row): RowChange => ({ ...headOf(list, row), act: 'retire', fields: [] }))
  return [...changes, ...retired]
}

function headOf(list: ListName, row: Row): Pick<RowChange, 'list' | 'code' | 'name'> {
  return { list, code: row.code, name: nameOf(row) }
}

/** Facts have a question in place of a name. */
export function nameOf(row: Readonly<Record<string, unknown>>): Label {
  const text = (value: unknown) => (typeof value === 'string' ? value : '')
  const zh = text(row.name_zh) || text(row.question_zh)
  return { zh, en: text(row.name_en) || text(row.question_en) || zh }
}

/** Groups whose parts are told one by one; every other field is one value. */
const groups = ['preparation', 'handling', 'handlingSource', 'standardLand', 'commitmentSystem']

function fieldsOf(before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>): FieldChange[] {
  const names = Object.keys({ ...before, ...after }).filter(
    (name) => name !== 'code' && differ(before[name], after[name]),
  )
  return names.flatMap((name) =>
    groups.includes(name)
      ? partsOf(name, before[name], after[name])
      : [fieldOf(name, name, [before[name], after[name]])],
  )
}

function partsOf(group: string, before: unknown, after: unknown): FieldChange[] {
  const old = (before ?? {}) as Readonly<Record<string, unknown>>
  const next = (after ?? {}) as Readonly<Record<string, unknown>>
  return Object.keys({ ...old, ...next })
    .filter((name) => differ(old[name], next[name]))
    .map((name) => fieldOf(`${group}.${name}`, name, [old[name], next[name]]))
}

function fieldOf(field: string, name: string, [before, after]: readonly [unknown, unknown]): FieldChange {
  const write = (value: unknown) =>
    field.startsWith('handlingSource.') && typeof value === 'string' ? markWords(value) : wordsOf(name, value)
  return { field, label: fieldLabels[field] ?? { zh: field, en: field }, before: write(before), after: write(after) }
}

function differ(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) !== JSON.stringify(b)
}
