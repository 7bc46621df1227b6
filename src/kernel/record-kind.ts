import type { Permission, Schema } from './endpoint.ts'
import type { Label } from './label.ts'

/** One field of a plain record, as data: the list, the form, the sheet, OpenAPI and the command line read it. */
export interface Field<T> {
  readonly schema: Schema<T>
  readonly label: Label
  readonly unit?: Label
  readonly hint?: Label
  /** A value that the schema accepts: what the template sheet and the API show. */
  readonly example: T
}

export type Fields = Readonly<Record<string, Field<unknown>>>

/**
 * A kind of record, declared once in its module's contract. From it follow list, filter, sort, search, read, create,
 * update, archive, history, template, import, export and form; whatever has consequences is an endpoint of its own.
 */
export interface RecordKind<F extends Fields> extends AnyRecordKind {
  readonly fields: F
  readonly list: readonly (keyof F & string)[]
  readonly search: readonly (keyof F & string)[]
}

/** A record kind whose fields are not known to the compiler: what the platform walks through. */
export interface AnyRecordKind {
  /** `module.noun`, unique: `land.parcel`. */
  readonly name: string
  readonly labels: { readonly one: Label; readonly many: Label }
  readonly fields: Fields
  /** Columns of the list, in this order; the first names the record. */
  readonly list: readonly string[]
  /** Text fields that the search box looks through. */
  readonly search: readonly string[]
  readonly access: { readonly read: Permission; readonly write: Permission }
}

/** The record's own values, without the columns that every zoned table has. */
export type RecordOf<K extends AnyRecordKind> = {
  readonly [Name in keyof K['fields']]: K['fields'][Name] extends Field<infer T> ? T : never
}

/** A field whose example is checked against its schema by the compiler. */
export function field<T>(data: Field<T>): Field<T> {
  return data
}

/** Declares a kind of record; a declaration that does not hold together ends the start with all its findings. */
export function recordKind<const F extends Fields>(data: RecordKind<F>): RecordKind<F> {
  const findings = checkRecordKind(data)
  if (findings.length > 0) throw new Error(`record kind ${data.name}: ${findings.join('; ')}`)
  return data
}

/** Columns of every zoned table: the platform fills them, so no field may bear their names. */
const reserved: ReadonlySet<string> = new Set([
  'zoneId',
  'id',
  'version',
  'createdAt',
  'createdBy',
  'updatedAt',
  'updatedBy',
  'archivedAt',
])

/** What is wrong with a declaration, one sentence each; empty when nothing is. */
export function checkRecordKind(kind: AnyRecordKind): readonly string[] {
  const names = Object.keys(kind.fields)
  return [
    ...(/^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/.test(kind.name) ? [] : ['the name is not of the form module.noun']),
    ...emptyTexts('labels', [kind.labels.one, kind.labels.many]),
    ...names.flatMap((name) => checkField(name, kind.fields[name] as Field<unknown>)),
    ...sameTitles(kind.fields),
    ...checkColumns('list', kind.list, names),
    ...checkColumns('search', kind.search, names),
    ...kind.search
      .filter((name) => kind.fields[name] && typeof kind.fields[name].example !== 'string')
      .map((name) => `search: "${name}" is no text`),
    ...(kind.list.length === 0 ? ['list: no column'] : []),
  ]
}

function checkField(name: string, { schema, label, unit, hint, example }: Field<unknown>): readonly string[] {
  const findings: string[] = emptyTexts(name, [label, unit, hint])
  if (!/^[a-z][A-Za-z0-9]*$/.test(name)) findings.push(`field "${name}": the name is not in camel case`)
  if (reserved.has(name)) findings.push(`field "${name}": the platform's own column`)
  if (!schema.safeParse(example).success) findings.push(`field "${name}": the example does not fit the schema`)
  return findings
}

function emptyTexts(name: string, texts: readonly (Label | undefined)[]): string[] {
  return texts.some((text) => text && (text.zh.trim() === '' || text.en.trim() === '')) ? [`${name}: empty text`] : []
}

/** Titles head the columns of a sheet that comes back: two equal ones could not be told apart. */
function sameTitles(fields: Fields): readonly string[] {
  const all = Object.values(fields).map(({ label }) => label)
  return (['zh', 'en'] as const).flatMap((language) =>
    repeated(all.map((label) => label[language])).map((title) => `two fields are titled "${title}"`),
  )
}

function checkColumns(where: string, columns: readonly string[], names: readonly string[]): readonly string[] {
  const unknown = columns.filter((column) => !names.includes(column))
  return [
    ...unknown.map((column) => `${where}: no field "${column}"`),
    ...repeated(columns).map((column) => `${where}: "${column}" twice`),
  ]
}

function repeated(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.filter((text, i) => texts.indexOf(text) !== i))]
}
