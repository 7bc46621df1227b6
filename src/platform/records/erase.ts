import { afterCommit } from '../database.ts'
import { publish } from '../events/publish.ts'
import { erasePerson } from '../journal/person-keys.ts'
import type { Acting } from '../journal/record.ts'
import type { Database } from '../module.ts'
import { refuseStale } from './conflict.ts'
import type { Written } from './create.ts'
import { forgetMasks } from './known-masks.ts'
import { ownerOf, shown } from './personal.ts'
import { erasedAlready } from './problems.ts'
import { lockRecord } from './read.ts'
import type { Known } from './statement.ts'

/**
 * Erases the personal data of one record (个人信息保护法 第47条): the key is destroyed, so that neither the row nor the journal can be
 * read again. The row, its version and every event stay; that it was done, by whom and why is an event of its own.
 */
export async function eraseRecord(
  db: Database,
  acting: Acting,
  asked: Known & { readonly id: string; readonly version: number; readonly reason: string },
): Promise<Written> {
  const { kind, id, version, reason } = asked
  const stored = await lockRecord(db, acting, asked)
  await refuseStale(db, acting, { kind, stored, version })
  if (ownerOf(kind, stored).key === null) throw erasedAlready(kind)
  await erasePerson(db, acting, { kind: kind.name, id, reason })
  afterCommit(db, forgetMasks)
  // Whoever has derived something from the values, such as a keyed hash, lets go of it.
  await publish(db, acting, { topic: 'records.erased', subjectKind: kind.name, subjectId: id })
  return { record: shown(kind, { ...stored, key: null }), warnings: [] }
}
