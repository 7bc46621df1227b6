import type { FileAnswer } from '../../../kernel/endpoint.ts'
import { Problem } from '../../../kernel/problem.ts'
import type { AnyRecordKind } from '../../../kernel/record-kind.ts'
import type { StartExportInput } from '../../../kernel/sheet-endpoints.ts'
import { authorise, notFound } from '../../access/caller.ts'
import { type Acting, record, zoneOf } from '../../journal/record.ts'
import type { Database } from '../../module.ts'
import { countRecords } from '../../records/count.ts'
import type { Registry } from '../../records/registry.ts'
import { gatherLater } from './background.ts'
import { removePieces, wholeExport } from './pieces.ts'
import { addExport, type Export, findExport, listOwnExports, setExport } from './store.ts'

/** A sheet has room for 1,048,576 lines. */
const mostExported = 1_000_000
/** Of one account at a time: the others wait for the same database. */
const mostBeside = 3

/** Has a list made into a file in the background: as the caller sees it, by the rights that the caller has while it is made. */
export async function startExport(
  db: Database,
  acting: Acting,
  { kind, input }: { readonly kind: AnyRecordKind; readonly input: StartExportInput },
): Promise<Export> {
  const going = await listOwnExports(db, acting, { state: 'gathering' })
  if (going.length >= mostBeside) throw busy()
  const rows = await countRecords(db, acting, { kind, input, most: mostExported })
  if (rows > mostExported) throw tooMany(kind)
  const one = await addExport(db, acting, { kind, input, rows })
  const after = { kind: kind.name, name: one.file_name, rows }
  await record(db, acting, { subjectKind: 'sheets.export', subjectId: one.id, action: 'start', after })
  await gatherLater(db, acting, one)
  return one
}

/** Gives an export up. What was made of it is removed. */
export async function cancelExport(db: Database, acting: Acting, id: string): Promise<Export> {
  const one = await ownExport(db, acting, { id, lock: true })
  if (one.state !== 'gathering') return one
  await record(db, acting, { subjectKind: 'sheets.export', subjectId: one.id, action: 'cancel' })
  await removePieces(db, one)
  return setExport(db, acting, one, { state: 'cancelled', finished_at: acting.now })
}

/** The file, for the one who had it made and may still read such records. */
export async function exportFile(
  db: Database,
  acting: Acting,
  { registry, id }: { readonly registry: Registry; readonly id: string },
): Promise<FileAnswer> {
  const one = await ownExport(db, acting, { id })
  const kind = registry.get(one.kind)
  if (!kind) throw notFound()
  authorise(acting.caller, kind.access.read)
  if (one.state !== 'done') throw noFile(one)
  return { fileName: one.file_name, bytes: await wholeExport(db, one) }
}

/** An export of the caller's own; for everybody else there is none. */
export async function ownExport(
  db: Database,
  acting: Acting,
  asked: { readonly id: string; readonly lock?: boolean },
): Promise<Export> {
  const one = await findExport(db, zoneOf(acting).id, asked)
  if (one && one.account_id === acting.caller.accountId) return one
  throw notFound()
}

function busy(): Problem {
  return new Problem('rule_violated', 'sheets.exports_going', {
    zh: `您已有 ${mostBeside} 个导出正在进行：请等其中一个完成，或停止一个再导出。`,
    en: `${mostBeside} exports of yours are being made: wait until one is done, or stop one.`,
  })
}

function tooMany({ labels }: AnyRecordKind): Problem {
  return new Problem('rule_violated', 'sheets.beyond_export', {
    zh: `超过 ${mostExported} 条${labels.one.zh}：请用筛选缩小范围，分几次导出。`,
    en: `More than ${mostExported} records (${labels.one.en}): narrow the list with filters and export it in parts.`,
  })
}

function noFile({ state }: Export): Problem {
  const going = state === 'gathering'
  return new Problem('conflict', 'sheets.no_file', {
    zh: going ? '文件还没有生成完：请稍候再下载。' : '文件已不在：请重新导出。',
    en: going ? 'The file is not made yet: wait a moment.' : 'The file is gone: export the list again.',
  })
}
