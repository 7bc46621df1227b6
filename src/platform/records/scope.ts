import { sql } from 'kysely'
import type { AnyRecordKind } from '../../kernel/record-kind.ts'
import { isOutsider } from '../access/caller.ts'
import type { Caller } from '../module.ts'
import { columnRef } from './columns.ts'
import type { Condition } from './filters.ts'

/** What limits this caller to its own records of the kind; null when nothing does. */
export function scopeOf(kind: AnyRecordKind, caller: Caller): Condition | null {
  if (kind.ofEnterprise === undefined || !isOutsider(caller)) return null
  return sql`${sql.raw(columnRef(kind.ofEnterprise))} = ${caller.enterpriseId}::uuid`
}
