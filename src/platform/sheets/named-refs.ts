import { sql } from 'kysely'
import type { Label } from '../../kernel/label.ts'
import { type AnyRecordKind, columnOf, fieldOf, titleField } from '../../kernel/record-kind.ts'
import { type Acting, zoneOf } from '../journal/record.ts'
import type { Database } from '../module.ts'
import { tableRef } from '../records/columns.ts'
import type { Registry } from '../records/registry.ts'
import { scopeOf } from '../records/scope.ts'
import { uniqueKeys } from './unique-keys.ts'

/** What a text in a ref's cell stands for: one record, or why it is none. */
export type Named = { readonly id: string; readonly name: string } | { readonly issue: Label }

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const mostTexts = 20_000

/**
 * Finds the records that texts name: by id, by title, or by a code that exists once (the social credit code of an enterprise). Only those
 * that the caller may read and that are not archived.
 */
export async function namedRecords(
  db: Database,
  acting: Acting,
  { registry, to, texts }: { readonly registry: Registry; readonly to: string; readonly texts: readonly string[] },
): Promise<ReadonlyMap<string, Named>> {
  const target = registry.get(to)
  const asked = [...new Set(texts)].slice(0, mostTexts)
  const found = new Map<string, Map<string, string>>()
  if (target && asked.length > 0 && acting.caller.permissions.has(target.access.read)) {
    for (const { id, name, text } of await candidates(db, acting, target, asked)) {
      const ids = found.get(text) ?? new Map<string, string>()
      found.set(text, ids.set(id, name))
    }
  }
  return new Map(asked.map((text) => [text, namedBy(target, text, [...(found.get(text) ?? [])])]))
}

interface Candidate {
  readonly id: string
  readonly name: string
  readonly text: string
}

async function candidates(
  db: Database,
  acting: Acting,
  target: AnyRecordKind,
  texts: readonly string[],
): Promise<readonly Candidate[]> {
  const scope = scopeOf(target, acting.caller)
  const title = titleField(target)
  const codes = (await uniqueKeys(db, target)).filter((key) => key.length === 1).flat()
  const texty = [title, ...codes].filter((name) => {
    const { type, personal } = fieldOf(target, name)
    return type === 'text' && !personal
  })
  const name = fieldOf(target, title).personal ? sql.raw(`''`) : sql.raw(`t."${columnOf(title)}"::text`)
  const ids = texts.filter((text) => uuid.test(text))
  const by = (condition: ReturnType<typeof sql>, text: string) =>
    sql`select t.id::text as id, ${name} as name, ${sql.raw(text)} as text from ${tableRef(target)} t
      where t.zone_id = ${zoneOf(acting).id} and t.archived_at is null and ${condition} ${scope ? sql`and ${scope}` : sql``}`
  const branches = [
    ...(ids.length > 0 ? [by(sql`t.id = any(${ids}::uuid[])`, 't.id::text')] : []),
    ...[...new Set(texty)].map((field) => {
      const column = `t."${columnOf(field)}"`
      return by(sql`${sql.raw(column)} = any(${texts}::text[])`, column)
    }),
  ]
  if (branches.length === 0) return []
  const { rows } = await sql<Candidate>`${sql.join(branches, sql` union all `)}`.execute(db)
  return rows
}

function namedBy(
  target: AnyRecordKind | undefined,
  text: string,
  found: readonly (readonly [string, string])[],
): Named {
  const [one, second] = found
  if (one && !second) return { id: one[0], name: one[1] }
  const { zh, en } = target?.labels.one ?? { zh: '记录', en: 'record' }
  if (!one) {
    return { issue: { zh: `没有名为“${text}”的${zh}。`, en: `There is no such record (${en}): "${text}".` } }
  }
  return {
    issue: {
      zh: `有 ${found.length} 条${zh}都叫“${text}”：请改填它的编码或编号。`,
      en: `${found.length} records (${en}) are called "${text}": give its code or id instead.`,
    },
  }
}
