import { z } from 'zod'
import { Problem } from '../../kernel/problem.ts'

/** Where a page ended: the order it was in, the value of the last row there (null: none), and its id. */
const Cursor = z.tuple([z.string(), z.string().nullable(), z.uuid()])

export interface Place {
  readonly value: string | null
  readonly id: string
}

export function writeCursor(sort: string, { value, id }: Place): string {
  return Buffer.from(JSON.stringify([sort, value, id])).toString('base64url')
}

/** Refuses what is no cursor, and one of another order: it would skip rows in silence. `fits` says what a value there may be. */
export function readCursor(text: string, sort: string, fits: (value: string | null) => boolean): Place {
  const [order, value, id] = parse(text)
  if (order !== sort || !fits(value)) throw refused()
  return { value, id }
}

function parse(text: string): z.infer<typeof Cursor> {
  try {
    return Cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')))
  } catch {
    throw refused()
  }
}

function refused(): Problem {
  return new Problem('invalid_input', 'records.cursor', {
    zh: '翻页位置 after 无效或属于另一种排序，请从第一页重新开始。',
    en: 'The place to go on from (after) is none of this order: start again at the first page.',
  })
}
