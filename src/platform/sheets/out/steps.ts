import { constants, crc32, deflateRawSync } from 'node:zlib'
import { Problem } from '../../../kernel/problem.ts'
import type { AnyRecordKind } from '../../../kernel/record-kind.ts'
import { type ExportInput, maxSheetBytes } from '../../../kernel/sheet-endpoints.ts'
import type { Acting } from '../../journal/record.ts'
import type { Database } from '../../module.ts'
import type { Known } from '../../records/statement.ts'
import { csvLines, csvOf } from '../csv.ts'
import { lineOf, pageRows, readPage, titles } from '../export-lines.ts'
import { mostUnpacked } from '../too-large.ts'
import type { SheetCell } from '../workbook.ts'
import { addPiece } from './pieces.ts'
import { rowsXml } from './rows-xml.ts'
import { type Skeleton, sheetPath, skeletonOf } from './skeleton.ts'
import { type Export, setExport } from './store.ts'
import { deflatedEntry, zipAround } from './zip-frame.ts'

/** Pages in one transaction: a cancellation waits no longer than these take. */
const pagesAtOnce = 4
/** The frame of a workbook, known only at the end, stands before everything else. */
const framePlace = 0

/**
 * The next pages of the list, each one piece of the file. Of a workbook a piece is packed by itself and ends at a full byte (RFC 1951,
 * 3.2.4: an empty stored block), so that pieces one after the other are one stream and no step has to know what the others have packed.
 */
export async function gather(db: Database, acting: Acting, known: Known, one: Export): Promise<Export> {
  const input = one.input as unknown as ExportInput
  const frame =
    one.format === 'xlsx'
      ? await skeletonOf({ kind: known.kind, input, lines: one.row_count, now: one.created_at })
      : null
  let now = one
  for (let i = 0; i < pagesAtOnce; i++) {
    const { rows, next } = await readPage(db, acting, { ...known, input, after: now.after, limit: pageRows })
    const lines = rows.map((row) => lineOf(known.kind, row, input))
    const text = frame ? sheetText(frame, now, lines) : csvText(known.kind, input, now, lines)
    const last = next === null
    const set = await addText(db, acting, { one: now, text: last && frame ? text + frame.behind : text, last })
    now = await setExport(db, acting, now, { ...set, rows_done: now.rows_done + rows.length, after: next })
    refuseTooLarge(now)
    if (last) return frame ? closeWorkbook(db, acting, now, frame) : done(db, acting, now)
  }
  return now
}

function sheetText({ before, styles }: Skeleton, one: Export, lines: readonly (readonly SheetCell[])[]): string {
  const rows = rowsXml(lines, one.rows_done + 2, styles)
  return one.place === framePlace ? before + rows : rows
}

function csvText(
  kind: AnyRecordKind,
  input: ExportInput,
  { place }: Export,
  lines: readonly (readonly SheetCell[])[],
): string {
  return place === framePlace ? csvOf([titles(kind, input), ...lines]) : csvLines(lines)
}

interface Text {
  readonly one: Export
  readonly text: string
  readonly last: boolean
}

async function addText(db: Database, acting: Acting, { one, text, last }: Text) {
  const plain = Buffer.from(text, 'utf8')
  const finishFlush = last ? constants.Z_FINISH : constants.Z_FULL_FLUSH
  const content = one.format === 'xlsx' ? deflateRawSync(plain, { finishFlush }) : plain
  const place = one.place + 1
  await addPiece(db, acting, { one, place, content })
  return {
    place,
    checksum: String(crc32(plain, Number(one.checksum))),
    unpacked: String(Number(one.unpacked) + plain.length),
    bytes: String(Number(one.bytes) + content.length),
  }
}

async function closeWorkbook(db: Database, acting: Acting, one: Export, { beside }: Skeleton): Promise<Export> {
  const [checksum, packed, unpacked] = [Number(one.checksum), Number(one.bytes), Number(one.unpacked)]
  const { front, back } = zipAround(beside, deflatedEntry({ name: sheetPath, checksum, packed, unpacked }))
  await addPiece(db, acting, { one, place: framePlace, content: front })
  await addPiece(db, acting, { one, place: one.place + 1, content: back })
  const bytes = String(packed + front.length + back.length)
  return done(db, acting, await setExport(db, acting, one, { bytes }))
}

async function done(db: Database, acting: Acting, one: Export): Promise<Export> {
  return setExport(db, acting, one, { state: 'done', row_count: one.rows_done, finished_at: acting.now })
}

/** What could not be taken in again is not handed out: every export is a valid import. */
function refuseTooLarge({ bytes, unpacked, format }: Export): void {
  if (Number(bytes) <= maxSheetBytes && (format === 'csv' || Number(unpacked) <= mostUnpacked)) return
  throw new Problem('rule_violated', 'sheets.export_too_large', {
    zh: '导出的文件过大，将无法再导入：请减少列，或用筛选分几次导出。',
    en: 'The file would be too large to be taken in again: choose fewer columns, or export the list in parts.',
  })
}
