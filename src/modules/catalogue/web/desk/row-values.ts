import { type ListName, rowSchemas } from '../../contract/lists.ts'

/** What is typed for a row, by field: texts as they are, everything else as JSON. */
export type Typed = Readonly<Record<string, string>>

/** Every field of the format, in its order; the code is none of them. */
export function fieldsOf(list: ListName): readonly string[] {
  return Object.keys(rowSchemas[list].shape).filter((name) => name !== 'code')
}

export function typedOf(list: ListName, row: Readonly<Record<string, unknown>>): Typed {
  return Object.fromEntries(fieldsOf(list).map((name) => [name, textOf(row[name])]))
}

function textOf(value: unknown): string {
  if (value === undefined) return ''
  return typeof value === 'string' ? value : JSON.stringify(value, null, 1)
}

/** Whether the field holds a text: then what is typed is it, and nothing is read into it. */
export function isText(row: Readonly<Record<string, unknown>>, name: string): boolean {
  return typeof row[name] === 'string' || (row[name] === undefined && !structured.includes(name))
}

const structured = [
  'preparation',
  'handling',
  'handlingSource',
  'floorBasis',
  'inputs',
  'outputs',
  'standardLand',
].concat(['commitmentSystem', 'afterProduction', 'milestone', 'tests', 'options', 'basis'])

export interface Changed {
  readonly fields: Readonly<Record<string, unknown>>
  /** Fields in which what is typed is no JSON. */
  readonly wrong: readonly string[]
}

/** The fields that differ from the row, as the server takes them; emptied ones are null. */
export function changedOf(list: ListName, row: Readonly<Record<string, unknown>>, typed: Typed): Changed {
  const before = typedOf(list, row)
  const fields: Record<string, unknown> = {}
  const wrong: string[] = []
  for (const name of fieldsOf(list)) {
    const text = typed[name] ?? ''
    if (text === before[name]) continue
    if (text.trim() === '') fields[name] = null
    else if (isText(row, name)) fields[name] = text
    else {
      try {
        fields[name] = JSON.parse(text)
      } catch {
        wrong.push(name)
      }
    }
  }
  return { fields, wrong }
}
