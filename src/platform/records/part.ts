import { listKinds } from '../../kernel/kind-view.ts'
import type { BulkRows } from '../../kernel/record-bulk.ts'
import { recordEndpoints } from '../../kernel/record-endpoints.ts'
import type { GroupInput } from '../../kernel/record-group.ts'
import type { AnyRecordKind } from '../../kernel/record-kind.ts'
import type { ListInput } from '../../kernel/record-list.ts'
import { collectGrants, permissionsByRoles } from '../access/grants.ts'
import { defineModule, type Handler, handle, type ModuleDefinition } from '../module.ts'
import { bulkMove, bulkSet } from './bulk/act.ts'
import { undoBulk } from './bulk/undo.ts'
import { changeRecord, moveRecord } from './change.ts'
import { commentHandlers } from './comments/handlers.ts'
import { compareRecord } from './compare.ts'
import { findRecords } from './contract/find.ts'
import { createAsked } from './create.ts'
import { eraseRecord } from './erase.ts'
import { findByName } from './find.ts'
import { groupRecords } from './group.ts'
import { recordHistory } from './history.ts'
import { describeKinds } from './kinds.ts'
import { linkHandlers } from './links/handlers.ts'
import { listRecords } from './list.ts'
import { readRecord, revealRecord } from './read.ts'
import { type Registry, registryOf } from './registry.ts'
import { viewHandlers, viewSubject } from './views/handlers.ts'

/** The platform's part for plain records: the endpoints of every kind that the modules declare, and the description of the kinds. */
export function recordsPart(modules: readonly ModuleDefinition[]): ModuleDefinition {
  const registry = registryOf(modules)
  const kinds = [...registry.values()]
  const keepers = new Set(modules.flatMap(({ fileAccess = {} }) => Object.keys(fileAccess)))
  return defineModule({
    name: 'records',
    // Keys are the security administrator's: neither whoever writes the records nor whoever reads the journal destroys one.
    grants: { 'records.erase': ['security'], 'records.shareViews': ['leader', 'admin'] },
    journal: {
      [viewSubject]: {
        label: { zh: '列表视图', en: 'View of a list' },
        actions: {
          create: { zh: '保存视图', en: 'View saved' },
          update: { zh: '修改视图', en: 'View changed' },
          archive: { zh: '删除视图', en: 'View removed' },
        },
      },
    },
    handlers: [
      ...kinds.flatMap((kind) => recordHandlers(kind, registry)),
      ...viewHandlers(registry, modules.find(({ departments }) => departments)?.departments ?? null),
      ...commentHandlers(registry, permissionsByRoles(collectGrants(modules))),
      ...linkHandlers(registry),
      handle(findRecords, async (db, { q }, context) => ({
        found: await findByName(db, context, { registry, query: q }),
      })),
      handle(listKinds, async (_db, _input, { caller }) => describeKinds({ kinds, keepers }, caller)),
    ],
  })
}

/** The handlers of one kind; their inputs have passed the schemas that the declaration made. */
function recordHandlers(kind: AnyRecordKind, registry: Registry): readonly Handler[] {
  const doors = recordEndpoints(kind)
  const known = { kind, registry }
  const move = (archived: boolean): Handler['run'] => {
    return (db, input, context) => moveRecord(db, context, { ...known, ...(input as Versioned), archived })
  }
  const handlers: Handler[] = [
    at(doors.list, (db, input, context) => listRecords(db, context, { ...known, input: input as ListInput })),
    at(doors.group, (db, input, context) => groupRecords(db, context, { ...known, input: input as GroupInput })),
    at(doors.read, (db, input, context) => readRecord(db, context, { ...known, ...(input as Addressed) })),
    at(doors.create, (db, input, context) =>
      createAsked(db, context, { ...known, values: input as Input, sample: context.sample ?? false }),
    ),
    at(doors.update, (db, input, context) => {
      const { id, version, ...values } = input as Versioned & Input
      return changeRecord(db, context, { ...known, id, version, values, last: true })
    }),
    at(doors.archive, move(true)),
    at(doors.restore, move(false)),
    at(doors.compare, (db, input, context) => compareRecord(db, context, { ...known, ...(input as Compared) })),
    at(doors.bulkSet, (db, input, context) => bulkSet(db, context, { ...known, ...(input as BulkRows & Given) })),
    at(doors.bulkArchive, (db, input, context) =>
      bulkMove(db, context, { ...known, ...(input as BulkRows & { readonly archived: boolean }) }),
    ),
    at(doors.undoBulk, (db, input, context) => undoBulk(db, context, { ...known, ...(input as Addressed) })),
    at(doors.history, (db, input, context) => recordHistory(db, context, { ...known, ...(input as Addressed) })),
  ]
  if (doors.erase) {
    handlers.push(
      at(doors.erase, (db, input, context) =>
        eraseRecord(db, context, { ...known, ...(input as Versioned & { readonly reason: string }) }),
      ),
    )
  }
  if (!doors.reveal) return handlers
  const reveal: Handler['run'] = (db, input, context) =>
    revealRecord(db, context, { ...known, ...(input as Addressed) })
  return [...handlers, { ...at(doors.reveal, reveal), unkept: true }]
}

type Input = Readonly<Record<string, unknown>>

interface Addressed {
  readonly id: string
  readonly after?: string
}

interface Compared extends Addressed {
  readonly from: string
  readonly to?: string
}

interface Given {
  readonly values: Input
}

interface Versioned {
  readonly id: string
  readonly version: number
}

/** Rows are JSON built by the database from the same declaration as the schema, so the types of `handle` cannot hold here. */
function at(endpoint: unknown, run: Handler['run']): Handler {
  return { endpoint: endpoint as Handler['endpoint'], run }
}
