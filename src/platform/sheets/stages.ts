import { type Acting, record } from '../journal/record.ts'
import type { Database } from '../module.ts'
import type { Known } from '../records/statement.ts'
import { askedAbout, type Taking } from './ask.ts'
import { addChunks, comparedChunk, rawChunk, setChunk } from './chunks.ts'
import { compareRows } from './compare.ts'
import { countsOf, sumOf } from './compared.ts'
import type { RawRow } from './raw.ts'
import type { ReadTable } from './read-table.ts'
import { type Import, setImport } from './store.ts'
import { uniqueKeys } from './unique-keys.ts'
import { writeRows } from './write.ts'

/** Keeps what was read of the file; the comparison comes next. */
export async function keepRead(db: Database, acting: Acting, one: Import, table: ReadTable): Promise<Import> {
  const chunks = await addChunks(db, acting, one, table.rows)
  return setImport(db, acting, one, {
    ...{ state: 'comparing', head: JSON.stringify(table.head), row_count: table.rows.length, chunk: 0, chunks },
    counts: JSON.stringify({ skipped: table.skipped }),
  })
}

/** Compares or writes the next chunk, or ends the stage. What it does and the mark that it is done commit together. */
export async function takeStep(db: Database, acting: Acting, known: Taking, one: Import): Promise<Import> {
  if (one.state === 'comparing')
    return one.chunk < one.chunks
      ? compareNext(db, acting, known, one)
      : setImport(db, acting, one, { state: 'compared' })
  if (one.state === 'writing')
    return one.chunk < one.chunks ? writeNext(db, acting, known, one) : finish(db, acting, one)
  return one
}

async function compareNext(db: Database, acting: Acting, known: Taking, one: Import): Promise<Import> {
  const { head } = one
  if (!head) return one
  const keys = await uniqueKeys(db, known.kind)
  const raw = await rawChunk(db, one, one.chunk)
  const compared = await compareRows(db, acting, { known, head, keys, rows: raw })
  const asked = await askedAbout(db, acting, { known, one, rows: compared })
  const rows = asked.map((row, i) => (row.state === 'bad' ? { ...row, given: givenOf(raw[i]) } : row))
  await setChunk(db, acting, { one, place: one.chunk, rows })
  return setImport(db, acting, one, {
    chunk: one.chunk + 1,
    counts: JSON.stringify(sumOf(one.counts, countsOf(rows))),
  })
}

function givenOf({ id, version, cells }: RawRow = { number: 0, id: '', version: '', cells: [] }) {
  return { id, version, cells }
}

async function writeNext(db: Database, acting: Acting, known: Known, one: Import): Promise<Import> {
  const before = await comparedChunk(db, one, one.chunk)
  const rows = await writeRows(db, acting, { known, rows: before, sample: one.sample, note: `${one.file_name}` })
  await setChunk(db, acting, { one, place: one.chunk, rows })
  const lost = Object.fromEntries(Object.entries(countsOf(before)).map(([state, count]) => [state, -(count ?? 0)]))
  return setImport(db, acting, one, {
    chunk: one.chunk + 1,
    counts: JSON.stringify(sumOf(one.counts, lost, countsOf(rows))),
  })
}

async function finish(db: Database, acting: Acting, one: Import): Promise<Import> {
  const { created = 0, updated = 0, refused = 0 } = one.counts
  const after = { created, updated, refused }
  await record(db, acting, { subjectKind: 'sheets.import', subjectId: one.id, action: 'finish', after })
  return setImport(db, acting, one, { state: 'done', finished_at: acting.now })
}
