import type { HistoryEvent } from '../../kernel/record-endpoints.ts'
import { type AnyRecordKind, fieldOf, type RecordHead } from '../../kernel/record-kind.ts'
import { opsOf, parameterOf, sortsOf } from '../../kernel/record-list.ts'

/** A record as the doors answer it, of a kind that the compiler does not know. */
export type Row = RecordHead & Readonly<Record<string, unknown>>

/** One line a record: id, version and the columns of the list. */
export function recordLine(kind: AnyRecordKind, row: Row): string {
  return [row.id, row.version, ...kind.list.map((name) => cellOf(row, name))].join('\t')
}

/** One line a field, in the order of the declaration. */
export function recordLines(kind: AnyRecordKind, row: Row): readonly string[] {
  const head = ['id', 'version', 'createdAt', 'updatedAt', 'archivedAt', 'sample']
  return [...head, ...Object.keys(kind.fields)].map((name) => `${name}\t${cellOf(row, name)}`)
}

/** What happened, with the fields that changed; a late record shows both times. */
export function historyLine({ at, happenedAt, actor, action, after, note }: HistoryEvent): string {
  const late = happenedAt === at ? '' : ` (${happenedAt})`
  const changed = Object.entries(after ?? {}).map(([name, value]) => `${name}=${plain(value)}`)
  return [`${at}${late}`, actor, action, changed.join(' '), oneLine(note ?? '')].join('\t').trimEnd()
}

/** All kinds, one a line, with what they are called. */
export function kindLine({ path, labels, name }: AnyRecordKind): string {
  return [path, name, labels.many.zh, labels.many.en].join('\t')
}

/** Everything that may be said about a kind: its fields, how its list is narrowed and ordered. */
export function kindLines(kind: AnyRecordKind): readonly string[] {
  const fields = Object.keys(kind.fields)
  const filters = fields.flatMap((name) => opsOf(fieldOf(kind, name)).map((op) => parameterOf(name, op)))
  return [
    ...fields.map((name) => fieldLine(kind, name)),
    ...(filters.length > 0 ? [`--where\t${filters.join(' ')}`] : []),
    `--sort\t${sortsOf(kind).join(' ')}`,
  ]
}

function fieldLine(kind: AnyRecordKind, name: string): string {
  const { type, label, required, writable, personal, options, to } = fieldOf(kind, name)
  const marks = [
    ...(required ? ['required'] : []),
    ...(writable === 'always' ? [] : [writable === 'once' ? 'set once' : 'set by decisions']),
    ...(personal === undefined ? [] : ['personal']),
  ]
  const values = to ?? Object.keys(options ?? {}).join('|')
  return [name, type, `${label.zh} ${label.en}`, marks.join(', '), values].join('\t').trimEnd()
}

/** A ref with the name of what it points at, since an id alone says nothing. */
function cellOf(row: Row, name: string): string {
  const names = row.names as Readonly<Record<string, string | null>> | undefined
  const called = names?.[name]
  return called ? `${plain(row[name])} (${oneLine(called)})` : plain(row[name])
}

function plain(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return oneLine(value)
  return Array.isArray(value) ? value.join(',') : JSON.stringify(value)
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ')
}
