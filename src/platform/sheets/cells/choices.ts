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
  const names = namesOf.get(field) ?? namesIn(field)
  namesOf.set(field, names)
  return names.get(folded(name))
}

/** Kept per field: asked for every cell of a sheet. */
const namesOf = new WeakMap<Field<unknown>, ReadonlyMap<string, string>>()

/** What options are called, and which each is; the first of two that are called alike. */
function namesIn({ options = {} }: Field<unknown>): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const [value, { zh, en }] of Object.entries(options)) {
    for (const name of [value, zh, en].map(folded)) if (!names.has(name)) names.set(name, value)
  }
  return names
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
