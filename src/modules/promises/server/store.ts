import type { Selectable } from 'kysely'
import { Problem } from '../../../kernel/problem.ts'
import { notFound } from '../../../platform/access/caller.ts'
import type { Database } from '../../../platform/module.ts'
import { type AgreedContract, agreedContracts } from '../../supply/server/api.ts'
import type { ActRow, CauseRow, CheckRow, MeasureRow, PenaltyRow } from './table.ts'

/** The promises of one contract, as a subject of the journal. */
export const promiseKind = 'promises.promise'

export interface Stored {
  readonly contract: AgreedContract
  readonly checks: readonly Selectable<CheckRow>[]
  readonly measures: readonly Selectable<MeasureRow>[]
  readonly penalties: readonly Selectable<PenaltyRow>[]
  readonly causes: readonly Selectable<CauseRow>[]
  readonly acts: readonly Selectable<ActRow>[]
}

interface Narrow {
  readonly id?: string
  readonly project?: string | undefined
  readonly enterprise?: string
}

/** Contracts with everything that is known of their promises. */
export async function listStored(db: Database, zoneId: string, narrow: Narrow = {}): Promise<Stored[]> {
  const contracts = await agreedContracts(db, zoneId, narrow)
  if (contracts.length === 0) return []
  const ids = contracts.map(({ id }) => id)
  const of = <T extends 'promises.checks' | 'promises.penalties' | 'promises.idle_causes'>(table: T) =>
    db
      .selectFrom(table as 'promises.checks')
      .selectAll()
      .where('zone_id', '=', zoneId)
      .where('contract_id', 'in', ids)
      .where('archived_at', 'is', null)
      .orderBy('id')
      .execute()
  const checks = await of('promises.checks')
  const penalties = (await of('promises.penalties')) as unknown as Selectable<PenaltyRow>[]
  const causes = (await of('promises.idle_causes')) as unknown as Selectable<CauseRow>[]
  const acts = await db
    .selectFrom('promises.acts')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('contract_id', 'in', ids)
    .orderBy('id')
    .execute()
  const measures = await measuresOf(
    db,
    zoneId,
    checks.map(({ id }) => id),
  )
  const mine = <T extends { contract_id: string }>(rows: readonly T[], id: string) =>
    rows.filter(({ contract_id }) => contract_id === id)
  return contracts.map((contract) => {
    const own = mine(checks, contract.id)
    const checkIds = new Set(own.map(({ id }) => id))
    return {
      ...{ contract, checks: own, penalties: mine(penalties, contract.id), causes: mine(causes, contract.id) },
      ...{ acts: mine(acts, contract.id), measures: measures.filter(({ check_id }) => checkIds.has(check_id)) },
    }
  })
}

async function measuresOf(db: Database, zoneId: string, checks: readonly string[]): Promise<Selectable<MeasureRow>[]> {
  if (checks.length === 0) return []
  return db
    .selectFrom('promises.measures')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('check_id', 'in', checks)
    .orderBy('take')
    .execute()
}

export async function getStored(db: Database, zoneId: string, id: string): Promise<Stored> {
  const [stored] = await listStored(db, zoneId, { id })
  if (stored) return stored
  throw notFound()
}

interface Lockable {
  'promises.checks': CheckRow
  'promises.penalties': PenaltyRow
  'promises.idle_causes': CauseRow
}

/** Held until the transaction ends; 404 when it is not there, 409 when somebody was faster. */
export async function lockRow<T extends keyof Lockable>(
  db: Database,
  table: T,
  { zoneId, id, version }: { readonly zoneId: string; readonly id: string; readonly version: number },
): Promise<Selectable<Lockable[T]>> {
  const row = await db
    .selectFrom(table as 'promises.checks')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('id', '=', id)
    .where('archived_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound()
  if (row.version === version) return row as unknown as Selectable<Lockable[T]>
  throw new Problem(
    'conflict',
    'promises.stale',
    { zh: '刚被他人办理过，请刷新后再办。', en: 'Somebody has just acted on it: reload, then decide.' },
    { version: row.version },
  )
}

/** @throws Problem rule_violated `promises.in_the_future` */
export function refuseFuture(on: string, today: string): void {
  if (on <= today) return
  throw new Problem('rule_violated', 'promises.in_the_future', {
    zh: `${on} 还没有到，不能登记将来的事。`,
    en: `${on} has not come yet: the future cannot be entered.`,
  })
}
