import type { Selectable } from 'kysely'
import { Problem } from '../../../kernel/problem.ts'
import { notFound } from '../../../platform/access/caller.ts'
import type { Database } from '../../../platform/module.ts'
import type { ContractRow, DemandRow, EventRow, OfferingRow, TermRow } from './table.ts'

interface Lockable {
  'supply.demands': DemandRow
  'supply.offerings': OfferingRow
  'supply.contracts': ContractRow
}

/** Held until the transaction ends; 404 when it is not there, 409 when somebody was faster. */
export async function lockRow<T extends keyof Lockable>(
  db: Database,
  table: T,
  { zoneId, id, version }: { readonly zoneId: string; readonly id: string; readonly version: number },
): Promise<Selectable<Lockable[T]>> {
  const row = await db
    .selectFrom(table as 'supply.contracts')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('id', '=', id)
    .where('archived_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound()
  if (row.version === version) return row as Selectable<Lockable[T]>
  throw new Problem(
    'conflict',
    'supply.stale',
    { zh: '刚被他人办理过，请刷新后再办。', en: 'Somebody has just acted on it: reload, then decide.' },
    { version: row.version },
  )
}

export interface StoredContract {
  readonly row: Selectable<ContractRow>
  readonly terms: readonly Selectable<TermRow>[]
  readonly events: readonly Selectable<EventRow>[]
}

interface Narrow {
  readonly id?: string
  readonly project?: string | undefined
  readonly enterprise?: string
}

/** Contracts with their terms and events, the latest signed first. */
export async function listStored(db: Database, zoneId: string, narrow: Narrow = {}): Promise<StoredContract[]> {
  let query = db
    .selectFrom('supply.contracts')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .orderBy('signed_on', 'desc')
    .orderBy('id', 'desc')
  if (narrow.id !== undefined) query = query.where('id', '=', narrow.id)
  if (narrow.project !== undefined) query = query.where('project_id', '=', narrow.project)
  if (narrow.enterprise !== undefined) query = query.where('enterprise_id', '=', narrow.enterprise)
  const rows = await query.execute()
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const terms = await db
    .selectFrom('supply.contract_terms')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('contract_id', 'in', ids)
    .orderBy('contract_id')
    .orderBy('ordinal')
    .execute()
  const events = await db
    .selectFrom('supply.contract_events')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('contract_id', 'in', ids)
    .orderBy('happened_on')
    .orderBy('id')
    .execute()
  const termsOf = Map.groupBy(terms, ({ contract_id }) => contract_id)
  const eventsOf = Map.groupBy(events, ({ contract_id }) => contract_id)
  return rows.map((row) => ({ row, terms: termsOf.get(row.id) ?? [], events: eventsOf.get(row.id) ?? [] }))
}

export async function getStored(db: Database, zoneId: string, id: string): Promise<StoredContract> {
  const [stored] = await listStored(db, zoneId, { id })
  if (stored) return stored
  throw notFound()
}

/** @throws Problem rule_violated `supply.in_the_future` */
export function refuseFuture(on: string, today: string): void {
  if (on <= today) return
  throw new Problem('rule_violated', 'supply.in_the_future', {
    zh: `${on} 还没有到，不能登记将来的事。`,
    en: `${on} has not come yet: the future cannot be entered.`,
  })
}
