import { sql } from 'kysely'
import type { Label } from '../../kernel/label.ts'
import { Problem } from '../../kernel/problem.ts'
import type { AnyRecordKind } from '../../kernel/record-kind.ts'
import { opsOf, parameterSchema } from '../../kernel/record-list.ts'
import {
  isLeaf,
  readWhere,
  termsOf,
  type Where,
  type WhereLeaf,
  type WhereTerm,
  whereOpsOf,
} from '../../kernel/record-where.ts'
import { columnRef, sqlTypeOf } from './columns.ts'
import { type Condition, condition } from './filters.ts'

/** The conditions of `where` as one, with every value a parameter of the statement. Refuses what the kind does not have, in a sentence. */
export function whereCondition(kind: AnyRecordKind, text: string): Condition {
  const where = readWhere(text)
  if (where === null) throw malformed()
  return joined(where, (term) =>
    isLeaf(term) ? leafCondition(kind, term) : joined(term, (leaf) => leafOnly(kind, leaf)),
  )
}

function joined(where: Where | Exclude<WhereTerm, WhereLeaf>, one: (term: WhereTerm) => Condition): Condition {
  const { joint, terms } = termsOf(where)
  return sql`(${sql.join(terms.map(one), joint === 'all' ? sql` and ` : sql` or `)})`
}

function leafOnly(kind: AnyRecordKind, term: WhereTerm): Condition {
  if (!isLeaf(term)) throw malformed()
  return leafCondition(kind, term)
}

function leafCondition(kind: AnyRecordKind, [name, op, given]: WhereLeaf): Condition {
  const field = Object.hasOwn(kind.fields, name) ? kind.fields[name] : undefined
  if (!field)
    throw refused({ zh: `筛选条件里没有“${name}”这一项。`, en: `There is no field "${name}" to filter by.` }, name)
  if (!whereOpsOf(opsOf(field)).includes(op)) throw cannot(field.label, name)
  const read = parameterSchema(field, op === 'not' ? 'in' : op).safeParse(given)
  if (!read.success) throw unfit(field.label, name, given)
  const value = read.data as string | readonly string[]
  if (op !== 'not') return condition({ name, field, op }, value)
  return sql`${sql.raw(columnRef(name))} <> all(${value}::${sql.raw(sqlTypeOf(field))}[])`
}

function malformed(): Problem {
  return refused({
    zh: '筛选条件的写法不对：请在页面上重新选择条件。',
    en: 'The conditions (where) are not of the right form: choose them again on the page.',
  })
}

function cannot({ zh, en }: Label, field: string): Problem {
  return refused(
    { zh: `“${zh}”不能这样筛选，请换一种条件。`, en: `${en} cannot be filtered in this way: choose another.` },
    field,
  )
}

function unfit({ zh, en }: Label, field: string, given: string): Problem {
  const shown = given.slice(0, 40)
  return refused(
    { zh: `“${zh}”的筛选值“${shown}”不对，请改正。`, en: `"${shown}" is no value of ${en}: correct the condition.` },
    field,
  )
}

function refused(text: Label, field?: string): Problem {
  return new Problem('invalid_input', 'records.where', text, field === undefined ? {} : { field })
}
