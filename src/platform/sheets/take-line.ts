import { Problem } from '../../kernel/problem.ts'
import { notFound } from '../access/caller.ts'
import { type Acting, record } from '../journal/record.ts'
import type { Database } from '../module.ts'
import { comparedChunk, setChunk } from './chunks.ts'
import { sumOf } from './compared.ts'
import { ownImport } from './imports.ts'
import { type Import, setImport } from './store.ts'

interface Asked {
  readonly id: string
  /** Of the line. */
  readonly number: number
  readonly words: string
}

/** A line that was asked about goes in with the others: a person has looked at it and says why. */
export async function takeLine(db: Database, acting: Acting, { id, number, words }: Asked): Promise<Import> {
  const one = await ownImport(db, acting, { id, lock: true })
  if (one.state !== 'compared') {
    throw new Problem('conflict', 'sheets.not_to_take', {
      zh: '这次导入不在等待确认，不能再改各行。',
      en: 'This import does not wait for a confirmation: its lines cannot be changed any more.',
    })
  }
  const place = await placeOf(db, one, number)
  const rows = place === undefined ? [] : await comparedChunk(db, one, place)
  const row = rows.find((candidate) => candidate.number === number)
  if (place === undefined || row === undefined) throw notFound()
  if (row.ask !== true) {
    if (row.state === 'new') return one
    throw new Problem('rule_violated', 'sheets.not_asked', {
      zh: '这一行有错误，要改好表格再传。',
      en: 'This line has a fault: correct the sheet and send it again.',
    })
  }
  const { given: _given, ...sound } = row
  const taken = rows.map((other) =>
    other === row ? { ...sound, state: 'new' as const, ask: false, issues: [] } : other,
  )
  await setChunk(db, acting, { one, place, rows: taken })
  await record(db, acting, {
    ...{ subjectKind: 'sheets.import', subjectId: one.id, action: 'takeLine', note: words },
    after: { number, title: row.title },
  })
  return setImport(db, acting, one, { counts: JSON.stringify(sumOf(one.counts, { bad: -1, new: 1 })) })
}

async function placeOf(db: Database, one: Import, number: number): Promise<number | undefined> {
  const found = await db
    .selectFrom('sheets.chunks')
    .select('place')
    .where('zone_id', '=', one.zone_id)
    .where('import_id', '=', one.id)
    .where('last_row', '>=', number)
    .orderBy('place')
    .limit(1)
    .executeTakeFirst()
  return found?.place
}
