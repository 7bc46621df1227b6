import type { KindView } from '../../../kernel/kind-view.ts'
import { useText } from '../../text.tsx'
import type { Row } from './doors.ts'
import { erasedText, isErased, useValueText } from './field-value.tsx'

/** What a record is called: the value of the field that names its kind. */
export function useTitleOf(kind: KindView): (row: Row) => string {
  const say = useText()
  const text = useValueText()
  const field = kind.fields.find(({ name }) => name === kind.title)
  return (row) => {
    if (field !== undefined && isErased(field, row)) return say(erasedText)
    const title = field === undefined ? '—' : text(field, row[field.name], row.names[field.name])
    return title === '—' ? say({ zh: `未命名的${kind.labels.one.zh}`, en: `Unnamed: ${kind.labels.one.en}` }) : title
  }
}
