import { sql } from 'kysely'
import type { FileAnswer } from '../../kernel/endpoint.ts'
import type { Field } from '../../kernel/field.ts'
import type { Language } from '../../kernel/label.ts'
import { type AnyRecordKind, columnOf, fieldOf, titleField } from '../../kernel/record-kind.ts'
import { type Acting, zoneOf } from '../journal/record.ts'
import type { Database } from '../module.ts'
import { tableRef } from '../records/columns.ts'
import { scopeOf } from '../records/scope.ts'
import type { Known } from '../records/statement.ts'
import { sheetCell } from './cells/show.ts'
import { notesSheet } from './notes.ts'
import { exampleMark, idTitle, titleOf, versionTitle } from './titles.ts'
import { type SheetHead, writeWorkbook } from './workbook.ts'

/** The workbook that is filled in: titles, choices, hints, one example, and how each column is meant. */
export async function templateOf(
  db: Database,
  acting: Acting,
  { kind, registry, lang }: Known & { readonly lang: Language },
): Promise<FileAnswer> {
  const names = Object.keys(kind.fields).filter((name) => fieldOf(kind, name).writable !== 'never')
  const refs = await refNames(db, acting, { kind, registry })
  const title = `${kind.labels.many[lang]}${lang === 'zh' ? '导入模板' : ' template'}`
  const example = names.map((name) => exampleCell(fieldOf(kind, name), refs.get(name), lang))
  const bytes = await writeWorkbook({
    ...{ title, author: '落地 Luodi', createdAt: acting.now },
    sheets: [
      {
        name: kind.labels.many[lang].slice(0, 31),
        columns: [...names.map((name) => headOf(fieldOf(kind, name), lang, refs.get(name))), ...hiddenHeads(lang)],
        rows: [[...example, exampleMark[lang], null]],
        notes: [],
      },
      notesSheet(kind, names, lang),
    ],
  })
  return { fileName: `${title}.xlsx`, bytes }
}

/** A column of the field in a template or an export. */
export function headOf(field: Field<unknown>, lang: Language, names?: readonly string[]): SheetHead {
  const { type, options, hint } = field
  const choices =
    type === 'choice'
      ? Object.values(options ?? {}).map((label) => label[lang])
      : type === 'yesNo'
        ? lang === 'zh'
          ? ['是', '否']
          : ['Yes', 'No']
        : (names ?? [])
  return {
    title: titleOf(field, lang),
    width: type === 'longText' ? 40 : 18,
    asText: type === 'text' || type === 'longText' || type === 'ref',
    ...(choices.length > 0 && { choices, strict: type !== 'ref' }),
    ...(hint && { hint: hint[lang] }),
  }
}

/** Where an export carries what ties a line to its record. */
export function hiddenHeads(lang: Language): readonly SheetHead[] {
  return [
    { title: idTitle[lang], width: 38, hidden: true, asText: true },
    { title: versionTitle[lang], width: 8, hidden: true },
  ]
}

function exampleCell(field: Field<unknown>, names: readonly string[] | undefined, lang: Language) {
  if (field.type === 'ref') return names?.[0] ?? null
  return sheetCell(field, field.example, { lang })
}

const mostNames = 500

/** Of every ref the names of what it may point at, for the drop-down: only what the caller may read. */
async function refNames(
  db: Database,
  acting: Acting,
  { kind, registry }: Known,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const all = new Map<string, readonly string[]>()
  for (const [name, { to, writable }] of Object.entries(kind.fields)) {
    const target = to === undefined || writable === 'never' ? undefined : registry.get(to)
    if (!target || !acting.caller.permissions.has(target.access.read)) continue
    all.set(name, await namesOf(db, acting, target))
  }
  return all
}

async function namesOf(db: Database, acting: Acting, target: AnyRecordKind): Promise<readonly string[]> {
  const title = titleField(target)
  if (fieldOf(target, title).personal || fieldOf(target, title).type !== 'text') return []
  const scope = scopeOf(target, acting.caller)
  const column = sql.raw(`t."${columnOf(title)}"`)
  const { rows } = await sql<{ name: string }>`select distinct ${column} as name from ${tableRef(target)} t
    where t.zone_id = ${zoneOf(acting).id} and t.archived_at is null ${scope ? sql`and ${scope}` : sql``}
    order by 1 limit ${mostNames}`.execute(db)
  return rows.map(({ name }) => name)
}
