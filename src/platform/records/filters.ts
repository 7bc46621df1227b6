import { type RawBuilder, sql } from 'kysely'
import type { Field } from '../../kernel/field.ts'
import { type AnyRecordKind, fieldOf } from '../../kernel/record-kind.ts'
import { type FilterOp, type ListConditions, opsOf, parameterOf } from '../../kernel/record-list.ts'
import { columnRef, sqlTypeOf } from './columns.ts'

export type Condition = RawBuilder<boolean>

/** The conditions that the parameters of a list state. Values travel as parameters of the statement only. */
export function filterConditions(kind: AnyRecordKind, input: ListConditions): readonly Condition[] {
  return Object.keys(kind.fields).flatMap((name) => {
    const field = fieldOf(kind, name)
    return opsOf(field).flatMap((op) => {
      const value = input[parameterOf(name, op)] as string | readonly string[] | undefined
      return value === undefined ? [] : [condition({ name, field, op }, value)]
    })
  })
}

export interface Question {
  readonly name: string
  readonly field: Field<unknown>
  readonly op: FilterOp
}

/** One condition over the row `t`. */
export function condition({ name, field, op }: Question, value: string | readonly string[]): Condition {
  const column = sql.raw(columnRef(name))
  const type = sql.raw(sqlTypeOf(field))
  switch (op) {
    case 'eq':
      return sql`${column} = ${value}::${type}`
    case 'in':
      return sql`${column} = any(${value}::${type}[])`
    case 'from':
      return sql`${column} >= ${value}::${type}`
    case 'to':
      return sql`${column} <= ${value}::${type}`
    case 'contains':
      return field.type === 'choices'
        ? sql`${column} @> array[${value}::text]`
        : sql`strpos(lower(${column}), lower(${value}::text)) > 0`
    case 'empty':
      return value === 'true' ? sql`${column} is null` : sql`${column} is not null`
  }
}
