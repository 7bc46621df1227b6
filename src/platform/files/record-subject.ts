import { isOutsider } from '../access/caller.ts'
import { zoneOf } from '../journal/record.ts'
import type { Database, RequestContext } from '../module.ts'
import { titlesOf } from '../records/reach.ts'
import type { Registry } from '../records/registry.ts'
import type { FileSubject } from './store.ts'

/**
 * Whether the caller may see (or change) what hangs on a plain record: inside the administration, with the kind's own permission. Kinds
 * whose module says itself who sees their files are not asked here.
 */
export async function mayOfRecord(
  db: Database,
  context: RequestContext,
  { registry, subject, write }: { readonly registry: Registry; readonly subject: FileSubject; readonly write: boolean },
): Promise<boolean> {
  const kind = registry.get(subject.subjectKind)
  if (!kind || isOutsider(context.caller)) return false
  if (!context.caller.permissions.has(write ? kind.access.write : kind.access.read)) return false
  const there = await titlesOf(db, zoneOf(context).id, { kind, ids: [subject.subjectId] })
  return there.has(subject.subjectId)
}
