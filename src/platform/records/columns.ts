import { type RawBuilder, sql } from 'kysely'
import type { Field } from '../../kernel/field.ts'
import { type AnyRecordKind, columnOf, fieldOf, personalFields, titleField } from '../../kernel/record-kind.ts'
import type { Registry } from './registry.ts'

/** Column of a field or of the record's head, in the row `t`. Names come from declarations, never from a request. */
export function columnRef(name: string): string {
  return `t."${columnOf(name)}"`
}

export function tableRef(kind: AnyRecordKind): RawBuilder<unknown> {
  return sql.raw(quoted(kind.table))
}

function quoted(table: string): string {
  return table
    .split('.')
    .map((part) => `"${part}"`)
    .join('.')
}

export const sqlTypes = {
  text: 'text',
  longText: 'text',
  integer: 'integer',
  decimal: 'numeric',
  money: 'numeric(18,2)',
  date: 'date',
  instant: 'timestamp with time zone',
  yesNo: 'boolean',
  choice: 'text',
  choices: 'text[]',
  ref: 'uuid',
} as const

/** Type of a field's column; a personal one holds ciphertext. */
export function sqlTypeOf(field: Field<unknown>): string {
  return field.personal ? 'bytea' : sqlTypes[field.type]
}

const moment = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

const head = [
  't.id',
  't.version',
  `${moment('t.created_at')} as "createdAt"`,
  't.created_by as "createdBy"',
  `${moment('t.updated_at')} as "updatedAt"`,
  't.updated_by as "updatedBy"',
  `${moment('t.archived_at')} as "archivedAt"`,
  't.sample',
]

/** What of a person goes with a row: `whole` its sealed fields and the key, `sealed` without the key, `open` nothing. */
export type Persons = 'whole' | 'sealed' | 'open'

/** Per registry and kind: the text is long, the same at every request, and known to PostgreSQL by its being the same. */
const rowTexts = new WeakMap<Registry, Map<string, string>>()

/**
 * The columns of a record's JSON, of the row `t`: head, fields, names of refs, and behind all others the sealed fields of a person and the key
 * (`key`), so that they can be taken off without reading the rest.
 */
export function rowColumns(kind: AnyRecordKind, registry: Registry, persons: Persons): RawBuilder<unknown> {
  const texts = rowTexts.get(registry) ?? new Map<string, string>()
  rowTexts.set(registry, texts)
  const place = `${persons} ${kind.name}`
  const text = texts.get(place) ?? columnsText(kind, registry, persons)
  texts.set(place, text)
  return sql.raw(text)
}

/** The whole record as one JSON text, built by the database. */
export function rowJson(kind: AnyRecordKind, registry: Registry, persons: Persons = 'whole'): RawBuilder<string> {
  return sql`(select row_to_json(r) from (select ${rowColumns(kind, registry, persons)}) as r)::text`
}

function columnsText(kind: AnyRecordKind, registry: Registry, persons: Persons): string {
  const json = ([name, field]: readonly [string, Field<unknown>]) => `${fieldJson(name, field)} as "${name}"`
  const fields = Object.entries(kind.fields)
  const open = fields.filter(([, field]) => !field.personal).map(json)
  const sealed = fields.filter(([, field]) => field.personal)
  const columns = [...head, ...open, `${namesOf(kind, registry)} as "names"`]
  if (persons === 'open' || sealed.length === 0) return columns.join(', ')
  const key = persons === 'whole' ? [`(select encode(k.key, 'base64') ${ofPerson}) as "key"`] : []
  return [...columns, ...sealed.map(json), ...key].join(', ')
}

const ofPerson = 'from journal.person_keys k where k.zone_id = t.zone_id and k.id = t.id'

/**
 * Of the row `t`, beside its JSON with persons `sealed`: whether anything personal is known, and whether the key was destroyed. Few were, so that
 * this is found out faster than the key.
 */
export function personColumns(kind: AnyRecordKind): RawBuilder<unknown> {
  const names = personalFields(kind)
  if (names.length === 0) return sql.raw('false as sealed, false as erased')
  const something = names.map((name) => `${columnRef(name)} is not null`).join(' or ')
  return sql.raw(`(${something}) as sealed, exists (select ${ofPerson} and k.key is null) as erased`)
}

function fieldJson(name: string, field: Field<unknown>): string {
  const column = columnRef(name)
  if (field.personal) return `encode(${column}, 'base64')`
  if (field.type === 'money') return `${column}::text`
  return field.type === 'instant' ? moment(column) : column
}

/** Of every ref the title of the record that it points at. */
function namesOf(kind: AnyRecordKind, registry: Registry): string {
  const refs = Object.entries(kind.fields).flatMap(([name, field]) => {
    const target = field.to === undefined ? undefined : registry.get(field.to)
    if (!target || fieldOf(target, titleField(target)).personal) return []
    const title = columnOf(titleField(target))
    const found = `select o."${title}"::text from ${quoted(target.table)} o where o.zone_id = t.zone_id and o.id = ${columnRef(name)}`
    return [`(${found}) as "${name}"`]
  })
  return refs.length === 0 ? `'{}'::json` : `(select row_to_json(n) from (select ${refs.join(', ')}) as n)`
}
