import { Problem } from '../../../kernel/problem.ts'
import type { AnyRecordKind } from '../../../kernel/record-kind.ts'
import { notAllowed, notFound } from '../../access/caller.ts'
import { newId } from '../../ids.ts'
import { actorOf, record as journal, zoneOf } from '../../journal/record.ts'
import { type Database, type Handler, handle, type RequestContext } from '../../module.ts'
import * as contract from '../contract/links.ts'
import { reachRecord } from '../reach.ts'
import type { Registry } from '../registry.ts'
import { shownLinks } from './shown.ts'
import { findLink, linksOf, type StoredLink } from './store.ts'

/** Links between records of any two kinds; who may write the one that states it, makes and removes it. */
export function linkHandlers(registry: Registry): readonly Handler[] {
  return [
    handle(contract.listLinks, async (db, { kind: name, record: id }, context) => {
      const { kind } = await reachRecord(db, context, { registry, name, id })
      const rows = await linksOf(db, zoneOf(context).id, id)
      return {
        links: await shownLinks(db, context, { registry, rows, id }),
        mayChange: context.caller.permissions.has(kind.access.write),
      }
    }),
    handle(contract.addLink, async (db, { kind: name, record: id, relation, toKind, to }, context) => {
      const { kind } = await reachRecord(db, context, { registry, name, id })
      refuseReader(kind, context)
      await reachRecord(db, context, { registry, name: toKind, id: to })
      if (id === to) throw itself()
      const [now, by] = [context.now, actorOf(context)]
      const made = await db
        .insertInto('records.links')
        .values({
          ...{ zone_id: zoneOf(context).id, id: newId(now), version: 1, archived_at: null },
          ...{ created_at: now, created_by: by, updated_at: now, updated_by: by },
          ...{ relation, from_kind: name, from_id: id, to_kind: toKind, to_id: to },
        })
        .onConflict((conflict) => conflict.doNothing())
        .returningAll()
        .executeTakeFirst()
      if (!made) throw known()
      await note(db, context, { link: made, action: 'link' })
      return { id: made.id }
    }),
    handle(contract.removeLink, async (db, { id, version }, context) => {
      const link = await findLink(db, zoneOf(context).id, id)
      if (!link) throw notFound()
      const { kind } = await reachRecord(db, context, { registry, name: link.from_kind, id: link.from_id })
      refuseReader(kind, context)
      if (link.version !== version) throw notFound()
      await db
        .updateTable('records.links')
        .set({ archived_at: context.now, version: version + 1, updated_at: context.now, updated_by: actorOf(context) })
        .where('zone_id', '=', link.zone_id)
        .where('id', '=', id)
        .execute()
      await note(db, context, { link, action: 'unlink' })
      return {}
    }),
  ]
}

function refuseReader(kind: AnyRecordKind, { caller }: RequestContext): void {
  if (!caller.permissions.has(kind.access.write)) throw notAllowed()
}

/** Both records' histories tell it. */
async function note(
  db: Database,
  context: RequestContext,
  { link, action }: { readonly link: StoredLink; readonly action: 'link' | 'unlink' },
): Promise<void> {
  const { relation, from_kind, from_id, to_kind, to_id } = link
  const after = (to: string) => ({ relation, to })
  await journal(db, context, { subjectKind: from_kind, subjectId: from_id, action, after: after(to_id) })
  await journal(db, context, { subjectKind: to_kind, subjectId: to_id, action, after: after(from_id) })
}

function itself(): Problem {
  return new Problem('invalid_input', 'records.link_itself', {
    zh: '不能与自己关联，请选择另一条记录。',
    en: 'A record is not linked with itself: choose another one.',
  })
}

function known(): Problem {
  return new Problem('conflict', 'records.link_known', {
    zh: '这两条记录已经这样关联。',
    en: 'These two records are linked in this way already.',
  })
}
