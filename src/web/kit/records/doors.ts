import type { Endpoint, Schema } from '../../../kernel/endpoint.ts'
import type { BulkOutput, BulkRows, UndoOutput } from '../../../kernel/record-bulk.ts'
import type { CompareOutput } from '../../../kernel/record-compare.ts'
import type { FieldWarning, HistoryEvent } from '../../../kernel/record-endpoints.ts'
import type { GroupOutput } from '../../../kernel/record-group.ts'
import type { RecordHead } from '../../../kernel/record-kind.ts'

/** A record as the server answers it, whatever its kind. */
export interface Row extends RecordHead {
  /** Of every ref field the title of the record that it points at. */
  readonly names: Readonly<Record<string, string | null>>
  readonly [field: string]: unknown
}

export interface Page {
  readonly rows: readonly Row[]
  readonly next: string | null
}

export interface HistoryPage {
  readonly rows: readonly HistoryEvent[]
  readonly next: string | null
}

export interface Written {
  readonly record: Row
  readonly warnings: readonly FieldWarning[]
}

type Input = Readonly<Record<string, unknown>>

interface Bulk extends BulkRows {
  readonly zone: string
  readonly values?: Input
  readonly archived?: boolean
}

export interface Doors {
  readonly list: Endpoint<Input, Page>
  readonly group: Endpoint<Input, GroupOutput>
  readonly read: Endpoint<Input, Row>
  readonly create: Endpoint<Input, Written>
  readonly update: Endpoint<Input, Written>
  readonly archive: Endpoint<Input, Written>
  readonly restore: Endpoint<Input, Written>
  readonly history: Endpoint<Input, HistoryPage>
  readonly compare: Endpoint<Input, CompareOutput>
  readonly bulkSet: Endpoint<Bulk, BulkOutput>
  readonly bulkArchive: Endpoint<Bulk, BulkOutput>
  readonly undoBulk: Endpoint<{ readonly zone: string; readonly id: string }, UndoOutput>
  readonly reveal: Endpoint<Input, Readonly<Record<string, string | null>>>
  readonly erase: Endpoint<Input, Written>
}

/** The endpoints of a kind that is known by its description only; the server has parsed what they answer. */
export function doorsOf({ name, path }: { readonly name: string; readonly path: string }): Doors {
  const base = `/api/zones/:zone/${path}`
  const read = { method: 'GET', effect: 'read' } as const
  const write = { method: 'POST', effect: 'write' } as const
  return {
    list: door(`${name}.list`, { ...read, path: base }),
    group: door(`${name}.group`, { ...read, path: `${base}/groups` }),
    read: door(`${name}.read`, { ...read, path: `${base}/:id` }),
    create: door(`${name}.create`, { ...write, path: base }),
    update: door(`${name}.update`, { ...write, method: 'PATCH', path: `${base}/:id` }),
    archive: door(`${name}.archive`, { ...write, path: `${base}/:id/archive` }),
    restore: door(`${name}.restore`, { ...write, path: `${base}/:id/restore` }),
    history: door(`${name}.history`, { ...read, path: `${base}/:id/history` }),
    compare: door(`${name}.compare`, { ...read, path: `${base}/:id/compare` }),
    bulkSet: door(`${name}.bulkSet`, { ...write, path: `${base}/bulk-set` }),
    bulkArchive: door(`${name}.bulkArchive`, { ...write, path: `${base}/bulk-archive` }),
    undoBulk: door(`${name}.undoBulk`, { ...write, path: `${base}/bulk/:id/undo` }),
    reveal: door(`${name}.reveal`, { ...write, path: `${base}/:id/reveal` }),
    erase: door(`${name}.erase`, { ...write, path: `${base}/:id/erase` }),
  }
}

type Place = Pick<Endpoint<unknown, unknown>, 'method' | 'effect' | 'path'>

function door<In, Out>(name: string, place: Place): Endpoint<In, Out> {
  return {
    ...place,
    name,
    input: unread<In>(),
    output: unread<Out>(),
    permission: 'account',
    summary: { zh: name, en: name },
  }
}

/** The page neither checks what it sends nor what it gets: both are the server's work. */
function unread<T>(): Schema<T> {
  return { parse: (value) => value as T, safeParse: (value) => ({ success: true, data: value as T }) }
}
