import { Problem } from '../../kernel/problem.ts'
import type { AnyRecordKind } from '../../kernel/record-kind.ts'
import type { Uploaded } from '../../kernel/uploaded.ts'
import { notFound } from '../access/caller.ts'
import { type Acting, record, zoneOf } from '../journal/record.ts'
import type { Database } from '../module.ts'
import type { Taking } from './ask.ts'
import { continueLater } from './background.ts'
import { readGrids } from './grid.ts'
import { isLarge } from './large.ts'
import { tableOf } from './read-table.ts'
import { keepRead, takeStep } from './stages.ts'
import { addImport, findImport, findSame, type Import, setImport } from './store.ts'
import { uniqueKeys } from './unique-keys.ts'

export interface Started {
  readonly one: Import
  /** The same file was taken in before: `one` is that import. */
  readonly again: boolean
}

/** Takes a file in and compares it. Nothing of the records changes. */
export async function startImport(
  db: Database,
  acting: Acting,
  { known, file, sample }: { readonly known: Taking; readonly file: Uploaded; readonly sample: boolean },
): Promise<Started> {
  const { kind } = known
  const same = await findSame(db, zoneOf(acting).id, { kind: kind.name, sha256: file.sha256 })
  if (same) return { one: same, again: true }
  const added = await addImport(db, acting, { kind, file, sample })
  const after = { kind: kind.name, name: file.name, sha256: file.sha256 }
  await record(db, acting, { subjectKind: 'sheets.import', subjectId: added.id, action: 'upload', after })
  if (isLarge(file.bytes)) {
    await continueLater(db, acting, added)
    return { one: added, again: false }
  }
  const table = tableOf(kind, await readGrids(file.bytes), await uniqueKeys(db, kind))
  const read = await keepRead(db, acting, added, table)
  return { one: await throughStage(db, acting, known, read), again: false }
}

/** More rows than that are compared and written by the worker, chunk by chunk. */
const mostAtOnce = 5_000
/** A change costs several times a new row: each is locked and laid beside what is there. */
const mostChangesAtOnce = 1_000

/** Writes what was found good. Asked again it answers what came of it. */
export async function confirmImport(
  db: Database,
  acting: Acting,
  { known, id }: { readonly known: Taking; readonly id: string },
): Promise<Import> {
  const one = await ownImport(db, acting, { id, lock: true, kind: known.kind })
  if (one.state === 'writing' || one.state === 'done') return one
  if (one.state !== 'compared') throw notToConfirm(one)
  await record(db, acting, { subjectKind: 'sheets.import', subjectId: one.id, action: 'confirm' })
  const writing = await setImport(db, acting, one, { state: 'writing', chunk: 0 })
  return throughStage(db, acting, known, writing)
}

/** Gives an import up. What was written before stays. */
export async function cancelImport(db: Database, acting: Acting, id: string): Promise<Import> {
  const one = await ownImport(db, acting, { id, lock: true })
  if (one.state === 'done' || one.state === 'cancelled' || one.state === 'failed') return one
  await record(db, acting, { subjectKind: 'sheets.import', subjectId: one.id, action: 'cancel' })
  return setImport(db, acting, one, { state: 'cancelled', finished_at: acting.now })
}

/** An import of the caller's own; for everybody else there is none. */
export async function ownImport(
  db: Database,
  acting: Acting,
  { id, kind, lock = false }: { readonly id: string; readonly kind?: AnyRecordKind; readonly lock?: boolean },
): Promise<Import> {
  const one = await findImport(db, zoneOf(acting).id, { id, lock })
  if (one && one.account_id === acting.caller.accountId && (kind === undefined || one.kind === kind.name)) return one
  throw notFound()
}

async function throughStage(db: Database, acting: Acting, known: Taking, one: Import): Promise<Import> {
  const changes = one.state === 'writing' ? (one.counts.changed ?? 0) : 0
  if (one.row_count > mostAtOnce || changes > mostChangesAtOnce) {
    await continueLater(db, acting, one)
    return one
  }
  let now = one
  while (now.state === one.state) now = await takeStep(db, acting, known, now)
  return now
}

function notToConfirm({ state }: Import): Problem {
  const ended = state === 'cancelled' || state === 'failed'
  return new Problem('conflict', 'sheets.not_to_confirm', {
    zh: ended ? '这次导入已经停止，请重新上传文件。' : '这次导入还在比对，请等比对完成再确认。',
    en: ended
      ? 'This import has ended: send the file again.'
      : 'This import is still being compared: wait until it is done, then confirm.',
  })
}
