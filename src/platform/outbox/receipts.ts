import type {} from '../access/table.ts'
import type { Database } from '../module.ts'
import type {} from './table.ts'

export interface Receipt {
  readonly name: string
  /** When the account was told first, and when it read last of what it was told; null: something is unread. */
  readonly at: string
  readonly readAt: string | null
}

/** Who was told about a subject and has read it. Whoever asks must be somebody who may know. Needs the zone's context. */
export async function listReceipts(
  db: Database,
  zoneId: string,
  { subjectKind, subjectId }: { readonly subjectKind: string; readonly subjectId: string },
): Promise<Receipt[]> {
  const rows = await db
    .selectFrom('jobs.notifications')
    .select(['account_id', 'created_at', 'read_at'])
    .where('zone_id', '=', zoneId)
    .where('subject_kind', '=', subjectKind)
    .where('subject_id', '=', subjectId)
    .orderBy('id')
    .execute()
  const byAccount = Map.groupBy(rows, (row) => row.account_id)
  if (byAccount.size === 0) return []
  const accounts = await db
    .selectFrom('access.accounts')
    .select(['id', 'name'])
    .where('id', 'in', [...byAccount.keys()])
    .orderBy('name')
    .execute()
  return accounts.map(({ id, name }) => {
    const told = byAccount.get(id) ?? []
    const unread = told.some(({ read_at }) => read_at === null)
    const last = told.at(-1)?.read_at ?? null
    return { name, at: told[0]?.created_at.toISOString() ?? '', readAt: unread || !last ? null : last.toISOString() }
  })
}
