import type { Field } from '../../../kernel/field.ts'
import { expectationsOf } from '../../http/issues.ts'
import { unfused } from '../defuse.ts'
import type { ReadCell } from '../read.ts'
import { readChoice, readChoices, readYesNo } from './choices.ts'
import { readDay, readInstant } from './dates.ts'
import { readMoney, readNumber } from './numbers.ts'
import { issue, type ReadValue } from './texts.ts'

const nothing: ReadValue = { value: null }

/** A cell as people fill it in, read as a value of the field and held against its schema. A ref stays the name or code that is written there. */
export function readCell(field: Field<unknown>, cell: ReadCell): ReadValue {
  if (cell === null || cell === '') return nothing
  if (typeof cell !== 'string' || cell.length > longestKnown || !isRepeated(field)) return readAnew(field, cell)
  const known = knownOf.get(field) ?? new Map<string, ReadValue>()
  knownOf.set(field, known)
  const found = known.get(cell)
  if (found) return found
  const read = readAnew(field, cell)
  if (known.size >= mostKnown) known.clear()
  known.set(cell, read)
  return read
}

/** Columns of which a sheet says the same again and again: what a text means is kept, and its values are never changed. */
function isRepeated({ type, personal }: Field<unknown>): boolean {
  if (personal !== undefined) return false
  return type === 'choice' || type === 'yesNo' || type === 'date' || type === 'choices'
}

const knownOf = new WeakMap<Field<unknown>, Map<string, ReadValue>>()
const [mostKnown, longestKnown] = [10_000, 40]

function readAnew(field: Field<unknown>, cell: string | number | Date): ReadValue {
  const given = typeof cell === 'string' ? unfused(cell.trim()) : cell
  if (given === '') return nothing
  const read = byType(field, given)
  if ('issue' in read || field.type === 'ref') return read
  const checked = field.schema.safeParse(read.value)
  if (checked.success) return { value: checked.data }
  const expected = expectationsOf(checked.error)
  return issue(`${expected.zh}。`, `It ${expected.en}.`)
}

function byType(field: Field<unknown>, cell: string | number | Date): ReadValue {
  switch (field.type) {
    case 'text':
    case 'longText':
    case 'ref':
      return readText(cell)
    case 'integer':
    case 'decimal':
      return readNumber(cell)
    case 'money':
      return readMoney(cell)
    case 'date':
      return readDay(cell)
    case 'instant':
      return readInstant(cell)
    case 'yesNo':
      return readYesNo(String(cell))
    case 'choice':
      return readChoice(field, String(cell))
    case 'choices':
      return readChoices(field, String(cell))
  }
}

const mostExact = 1e15

/** A code that a spreadsheet has made a number is that number's digits, unless there were more than it keeps. */
function readText(cell: string | number | Date): ReadValue {
  if (cell instanceof Date) return { value: cell.toISOString().slice(0, 10) }
  if (typeof cell === 'string') return { value: cell }
  if (Math.abs(cell) < mostExact) return { value: String(cell) }
  return issue(
    '被表格软件存成了数字，末几位已经丢失：请把单元格设为“文本”后重新填写。',
    'The spreadsheet keeps it as a number and has lost its last digits: format the cell as text and enter it again.',
  )
}
