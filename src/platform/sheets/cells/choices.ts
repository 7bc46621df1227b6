import type { Field } from '../../../kernel/field.ts'
import { folded, issue, type ReadValue } from './texts.ts'

/** By the Chinese or English label, or by the value itself. */
export function readChoice(field: Field<unknown>, cell: string): ReadValue {
  const value = valueNamed(field, cell)
  return value === undefined ? unknown(field, cell) : { value }
}

/** Several, with semicolons between them; commas too where no label holds one. */
export function readChoices(field: Field<unknown>, cell: string): ReadValue {
  const bySemicolon = valuesNamed(field, cell.split(/[;；\n]/))
  const values = bySemicolon ?? valuesNamed(field, cell.split(/[;；\n、,，|]/))
  return values ? { value: values } : unknown(field, cell)
}

function valuesNamed(field: Field<unknown>, names: readonly string[]): readonly string[] | null {
  const values = names.filter((name) => name.trim() !== '').map((name) => valueNamed(field, name))
  return values.every((value) => value !== undefined) ? [...new Set(values)] : null
}

function valueNamed(field: Field<unknown>, name: string): string | undefined {
  const wanted = folded(name)
  const entries = Object.entries(field.options ?? {})
  return entries.find(([value, { zh, en }]) => [value, zh, en].some((one) => folded(one) === wanted))?.[0]
}

function unknown(field: Field<unknown>, cell: string): ReadValue {
  const labels = Object.values(field.options ?? {})
  return issue(
    `“${cell}”不在选项之内，可填：${labels.map(({ zh }) => zh).join('、')}。`,
    `"${cell}" is none of the choices: ${labels.map(({ en }) => en).join(', ')}.`,
  )
}

const yes = ['是', 'true', 'yes', 'y', '1', '√', '✓', '有']
const no = ['否', 'false', 'no', 'n', '0', '×', '无']

export function readYesNo(cell: string): ReadValue {
  const text = folded(cell)
  if (yes.includes(text)) return { value: true }
  return no.includes(text) ? { value: false } : issue(`“${cell}”应填 是 或 否。`, `"${cell}" must be yes or no.`)
}
