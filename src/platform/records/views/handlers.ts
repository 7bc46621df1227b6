import type { Selectable } from 'kysely'
import type { InputOf } from '../../../kernel/endpoint.ts'
import { Problem } from '../../../kernel/problem.ts'
import { notFound } from '../../access/caller.ts'
import { newId } from '../../ids.ts'
import { actorOf, changesOf, record, zoneOf } from '../../journal/record.ts'
import { type Database, type DepartmentDirectory, type Handler, handle, type RequestContext } from '../../module.ts'
import * as contract from '../contract/views.ts'
import { conditionsIn, countRecords } from '../count.ts'
import { readableKind } from '../reach.ts'
import type { Registry } from '../registry.ts'
import type { ViewRow } from '../table.ts'
import { audienceOf, audiencesOf, columnsOf, labelOf, refuseForeign, type Standing, standingOf } from './audience.ts'
import { clearFirst, findView, viewsFor } from './store.ts'

export const viewSubject = 'records.view'

export function viewHandlers(registry: Registry, directory: DepartmentDirectory | null): readonly Handler[] {
  return [
    handle(contract.listViews, async (db, { kind: name }, context) => {
      readableKind(registry, name, context.caller)
      const standing = await standingOf(db, context, directory)
      const views: contract.View[] = []
      for (const row of await viewsFor(db, context, { kind: name, own: standing.own })) {
        views.push(await viewOf(db, context, { row, standing, registry }))
      }
      const audiences = audiencesOf(standing, context).map((audience) => ({
        audience,
        label: labelOf(audience, standing),
      }))
      return { views, audiences }
    }),
    handle(contract.saveView, async (db, { kind, name, search, audience, first }, context) => {
      refuseUnfit(registry, { kind, search }, context)
      const standing = await standingOf(db, context, directory)
      refuseForeign(standing, context, audience)
      const [now, by] = [context.now, actorOf(context)]
      const row = await db
        .insertInto('records.views')
        .values({
          ...{ zone_id: zoneOf(context).id, id: newId(now), version: 1, archived_at: null },
          ...{ created_at: now, created_by: by, updated_at: now, updated_by: by },
          ...{ kind, name, search, first, ...columnsOf(audience, context) },
        })
        .returningAll()
        .executeTakeFirstOrThrow()
      const after = { kind, name, search, first, audience }
      await record(db, context, { subjectKind: viewSubject, subjectId: row.id, action: 'create', after })
      if (first) await clearFirst(db, context, { kind, audience, but: row.id })
      return viewOf(db, context, { row, standing, registry })
    }),
    handle(contract.changeView, async (db, input, context) => {
      const standing = await standingOf(db, context, directory)
      const before = await ownView(db, context, { standing, id: input.id, version: input.version })
      const { name = before.name, search = before.search, first = before.first } = input
      refuseUnfit(registry, { kind: before.kind, search }, context)
      const row = await write(db, context, { before, set: { name, search, first } })
      if (first) await clearFirst(db, context, { kind: row.kind, audience: audienceOf(row), but: row.id })
      return viewOf(db, context, { row, standing, registry })
    }),
    handle(contract.removeView, async (db, { id, version }, context) => {
      const standing = await standingOf(db, context, directory)
      const before = await ownView(db, context, { standing, id, version })
      await write(db, context, { before, set: { archived_at: context.now } })
      return {}
    }),
  ]
}

function refuseUnfit(
  registry: Registry,
  { kind: name, search }: Pick<InputOf<typeof contract.saveView>, 'kind' | 'search'>,
  { caller }: RequestContext,
): void {
  const kind = readableKind(registry, name, caller)
  if (conditionsIn(kind, search)) return
  throw new Problem('invalid_input', 'records.view_unfit', {
    zh: '这些条件不适用于此类记录，请在列表上重新选择后再保存。',
    en: 'These conditions do not fit this kind of record: choose them on its list and save again.',
  })
}

/** The view to be changed by who may change it: what the caller does not see is not there. */
async function ownView(
  db: Database,
  context: RequestContext,
  { standing, id, version }: { readonly standing: Standing; readonly id: string; readonly version: number },
): Promise<Selectable<ViewRow>> {
  const row = await findView(db, zoneOf(context).id, id)
  if (!row || (row.account_id !== null && row.account_id !== context.caller.accountId)) throw notFound()
  refuseForeign(standing, context, audienceOf(row))
  if (row.version === version) return row
  throw new Problem('conflict', 'records.view_stale', {
    zh: '此视图刚被改过，请重新打开列表后再改。',
    en: 'This view has just been changed: open the list again, then change it.',
  })
}

async function write(
  db: Database,
  context: RequestContext,
  { before, set }: { readonly before: Selectable<ViewRow>; readonly set: Partial<ViewRow> },
): Promise<Selectable<ViewRow>> {
  const row = await db
    .updateTable('records.views')
    .set({ ...set, version: before.version + 1, updated_at: context.now, updated_by: actorOf(context) })
    .where('zone_id', '=', before.zone_id)
    .where('id', '=', before.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  const archived = row.archived_at !== null
  const { name, search, first } = before
  const changes = changesOf({ name, search, first }, { name: row.name, search: row.search, first: row.first })
  const subject = { subjectKind: viewSubject, subjectId: row.id }
  await record(db, context, archived ? { ...subject, action: 'archive' } : { ...subject, action: 'update', ...changes })
  return row
}

interface Shown {
  readonly row: Selectable<ViewRow>
  readonly standing: Standing
  readonly registry: Registry
}

async function viewOf(
  db: Database,
  context: RequestContext,
  { row, standing, registry }: Shown,
): Promise<contract.View> {
  const audience = audienceOf(row)
  const kind = readableKind(registry, row.kind, context.caller)
  const input = conditionsIn(kind, row.search)
  const wanted = JSON.stringify(audience)
  return {
    ...{ id: row.id, version: row.version, name: row.name, search: row.search, first: row.first },
    ...{ audience, label: labelOf(audience, standing) },
    count: input && (await countRecords(db, context, { kind, input, most: contract.mostCounted })),
    mayChange: audiencesOf(standing, context).some((one) => JSON.stringify(one) === wanted),
  }
}
