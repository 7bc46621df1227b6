import { type AnyRecordKind, fieldOf } from '../../kernel/record-kind.ts'
import { isOutsider, notAllowed } from '../access/caller.ts'
import {
  type Acting,
  actorOf,
  changesOf,
  insertEvent,
  type JournalEntry,
  type Values,
  zoneOf,
} from '../journal/record.ts'
import type { Database } from '../module.ts'
import { refuseStale } from './conflict.ts'
import type { Written } from './create.ts'
import { type Owner, ownerOf, type StoredRow, sealValue, shown } from './personal.ts'
import { archivedRecord, erasedRecord, stateAlready } from './problems.ts'
import { lockRecord, openRow } from './read.ts'
import { type Cell, cellsOf, type Known, searchOf, updateRow, writeOnce } from './statement.ts'
import { checkValues, fieldValues } from './values.ts'

export interface Change extends Known, Pick<JournalEntry, 'happenedAt' | 'note'> {
  readonly id: string
  /** The version that the caller has read. */
  readonly version: number
  /** The fields that change; those left out stay. */
  readonly values: Values
  /** The verb in the journal; `update` when absent. */
  readonly action?: string
  /** Nothing follows it in the transaction. */
  readonly last?: boolean
}

/**
 * Changes a record and writes the event with exactly the fields that differ. Refuses a version that is no longer the current one, telling
 * who changed what since. Where nothing differs, nothing is written and the version stays.
 * `before`: the values that were replaced, personal ones in full; null where nothing was.
 */
export async function changeRecord(
  db: Database,
  acting: Acting,
  change: Change,
): Promise<Written & { readonly before: Values | null }> {
  const { kind } = change
  const stored = await lockRecord(db, acting, change)
  await refuseStale(db, acting, { kind, stored, version: change.version })
  if (stored.archivedAt !== null) throw archivedRecord(kind)
  refuseForeign(kind, acting, change.values)
  const now: Values = { ...stored, ...openRow(kind, stored) }
  const given = fieldValues(kind, change.values)
  const { before, after } = changesOf(picked(now, given), canonical(kind, given))
  const warnings = checkValues(kind, given, { ...now, ...given })
  if (Object.keys(after).length === 0) return { record: shown(kind, stored), warnings, before: null }
  const target = { zoneId: zoneOf(acting).id, id: change.id }
  const search = kind.search.some((name) => name in after) ? searchOf(kind, target, { ...now, ...after }) : null
  const sealed = sealChanges(ownerOf(kind, stored), stored, { before, after })
  const { action = 'update', happenedAt, note, last = false } = change
  const record = await writeOnce({
    db,
    known: change,
    write: updateRow(kind, target, [
      ...stampCells(acting, stored),
      ...cellsOf(sealed.columns),
      ...(search ? [search.cell] : []),
    ]),
    event: insertEvent(acting, {
      ...subjectOf(kind, stored),
      action,
      before: sealed.before,
      after: { ...sealed.after, version: stored.version + 1 },
      ...(happenedAt && { happenedAt }),
      ...(note !== undefined && { note }),
    }),
    search: search?.entry ?? null,
    last,
  })
  return { record: shown(kind, record), warnings, before }
}

/** Archives a record or brings it back; it is never deleted. */
export async function moveRecord(
  db: Database,
  acting: Acting,
  move: Known & { readonly id: string; readonly version: number; readonly archived: boolean },
): Promise<Written> {
  const { kind, archived } = move
  const stored = await lockRecord(db, acting, move)
  await refuseStale(db, acting, { kind, stored, version: move.version })
  if ((stored.archivedAt !== null) === archived) throw stateAlready(kind, archived)
  const cells: Cell[] = [...stampCells(acting, stored), ['archived_at', archived ? acting.now : null]]
  const record = await writeOnce({
    db,
    known: move,
    write: updateRow(kind, { zoneId: zoneOf(acting).id, id: move.id }, cells),
    event: insertEvent(acting, {
      ...subjectOf(kind, stored),
      action: archived ? 'archive' : 'restore',
      after: { version: stored.version + 1 },
    }),
    search: null,
  })
  return { record: shown(kind, record), warnings: [] }
}

function subjectOf(kind: AnyRecordKind, { id }: StoredRow) {
  return { subjectKind: kind.name, subjectId: id }
}

function stampCells(acting: Acting, { version }: StoredRow): Cell[] {
  return [
    ['version', version + 1],
    ['updated_at', acting.now],
    ['updated_by', actorOf(acting)],
  ]
}

/** An enterprise's account cannot hand its record to another enterprise. */
export function refuseForeign(kind: AnyRecordKind, { caller }: Acting, values: Values): void {
  if (kind.ofEnterprise === undefined || !isOutsider(caller)) return
  const named = values[kind.ofEnterprise]
  if (named !== undefined && named !== caller.enterpriseId) throw notAllowed()
}

function picked(values: Values, names: Values): Values {
  return Object.fromEntries(Object.keys(names).map((name) => [name, values[name] ?? null]))
}

/** Values as the stored row would give them back, so that 1.5 and 1.50 yuan, or a moment in another offset, are no change. */
function canonical(kind: AnyRecordKind, given: Values): Values {
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => {
      const { type } = fieldOf(kind, name)
      if (type === 'money' && typeof value === 'string') return [name, yuan(value)]
      return [name, type === 'instant' && typeof value === 'string' ? new Date(value).toISOString() : value]
    }),
  )
}

function yuan(value: string): string {
  const [whole = '', cents = ''] = value.split('.')
  const digits = whole.replace(/^(-?)0+(?=\d)/, '$1')
  return `${digits}.${cents.padEnd(2, '0')}`
}

interface Changes {
  readonly before: Values
  readonly after: Values
}

/** Personal changes as their columns and as the journal take them: the old ciphertext, and a new one under the same key. */
function sealChanges(
  owner: Owner,
  stored: StoredRow,
  { before, after }: Changes,
): Changes & { readonly columns: Values } {
  const sealed = { before: { ...before }, after: { ...after }, columns: { ...after } as Record<string, unknown> }
  for (const name of Object.keys(after).filter((field) => fieldOf(owner.kind, field).personal)) {
    const { key } = owner
    if (key === null) throw erasedRecord(owner.kind)
    const old = stored[name]
    sealed.before[name] = typeof old === 'string' ? { sealed: old.replaceAll('\n', '') } : null
    const value = after[name]
    const fresh = typeof value === 'string' ? sealValue({ ...owner, key }, name, value) : null
    sealed.after[name] = fresh === null ? null : { sealed: fresh }
    sealed.columns[name] = fresh === null ? null : Buffer.from(fresh, 'base64')
  }
  return sealed
}
