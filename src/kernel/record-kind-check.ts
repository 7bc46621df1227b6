import type { Field } from './field.ts'
import type { Label } from './label.ts'
import type { AnyRecordKind, Fields } from './record-kind.ts'

/** Columns and input names of the platform, which no field may bear. */
const reserved: ReadonlySet<string> = new Set([
  ...['zone', 'zoneId', 'id', 'version', 'createdAt', 'createdBy', 'updatedAt', 'updatedBy', 'archivedAt'],
  ...['sample', 'names', 'warnings', 'q', 'sort', 'after', 'limit', 'archived', 'lang', 'where', 'sums', 'columns'],
  ...['view', 'shown', 'by', 'record', 'edit', 'tab'],
])

/** What is wrong with a declaration, one sentence each; empty when nothing is. */
export function checkRecordKind(kind: AnyRecordKind): readonly string[] {
  const names = Object.keys(kind.fields)
  return [
    ...checkNames(kind),
    ...emptyTexts('labels', [kind.labels.one, kind.labels.many]),
    ...names.flatMap((name) => checkField(name, kind.fields[name] as Field<unknown>)),
    ...sameTitles(kind.fields),
    ...checkColumns('list', kind.list, names),
    ...checkColumns('search', kind.search, names),
    ...kind.search.filter((name) => isNoText(kind.fields[name])).map((name) => `search: "${name}" is no open text`),
    ...(kind.list.length === 0 ? ['list: no column'] : []),
    ...checkSort(kind),
    ...checkStages(kind),
    ...checkPeople(kind, names),
  ]
}

function checkNames({ name, path, table }: AnyRecordKind): string[] {
  return [
    ...(/^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/.test(name) ? [] : ['the name is not of the form module.noun']),
    ...(/^[a-z][a-z-]*$/.test(path) ? [] : ['the path is not of small letters and hyphens']),
    ...(/^[a-z][a-z_]*\.[a-z][a-z_]*$/.test(table) ? [] : ['the table is not of the form schema.table']),
  ]
}

function checkField(name: string, { schema, label, unit, hint, example, ...field }: Field<unknown>): readonly string[] {
  const findings: string[] = emptyTexts(name, [label, unit, hint, ...Object.values(field.options ?? {})])
  if (!/^[a-z][A-Za-z0-9]*$/.test(name)) findings.push(`field "${name}": the name is not in camel case`)
  if (reserved.has(name)) findings.push(`field "${name}": the platform's own name`)
  if (!schema.safeParse(example).success) findings.push(`field "${name}": the example does not fit the schema`)
  if (field.check?.(example as NonNullable<unknown>)) findings.push(`field "${name}": the example is refused`)
  if (field.personal && field.type !== 'text') findings.push(`field "${name}": personal, but not one line of text`)
  if (field.personal && (field.filter || field.sort)) findings.push(`field "${name}": personal, so no filter or sort`)
  if (field.sort && field.type === 'choices') findings.push(`field "${name}": several choices have no order`)
  return findings
}

function isNoText(field: Field<unknown> | undefined): boolean {
  return field !== undefined && ((field.type !== 'text' && field.type !== 'longText') || field.personal !== undefined)
}

function checkSort({ sort, fields }: AnyRecordKind): string[] {
  const name = sort?.replace(/^-/, '')
  if (name === undefined || name === 'createdAt' || fields[name]?.sort) return []
  return [`sort: "${name}" is no field to sort by`]
}

function checkStages({ stages, fields }: AnyRecordKind): string[] {
  if (stages === undefined) return []
  const field = fields[stages]
  if (field?.type !== 'choice' || !field.required) return [`stages: "${stages}" is no required choice`]
  return field.filter ? [] : [`stages: the list cannot be narrowed by "${stages}"`]
}

function checkPeople({ fields, access, ofEnterprise }: AnyRecordKind, names: readonly string[]): string[] {
  const personal = Object.values(fields).some((field) => field.personal)
  const known = ofEnterprise === undefined || ofEnterprise === 'id' || names.includes(ofEnterprise)
  return [
    ...(personal && !access.reveal ? ['access: nobody may reveal the personal fields'] : []),
    ...(known ? [] : [`ofEnterprise: no field "${ofEnterprise}"`]),
  ]
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
