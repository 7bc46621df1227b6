import type { FieldView } from '../../../kernel/kind-view.ts'
import type { Label, Language } from '../../../kernel/label.ts'
import { useLanguage, useText } from '../../text.tsx'
import { formatNumber, formatYuan } from '../format.ts'
import type { Row } from './doors.ts'
import { readableMoment } from './moments.ts'

const nothing = '—'
/** In place of a personal value that was erased. */
export const erasedText: Label = { zh: '已删除', en: 'Erased' }
const yesNo: Readonly<Record<string, Label>> = { true: { zh: '是', en: 'Yes' }, false: { zh: '否', en: 'No' } }

interface FieldValueProps {
  readonly field: FieldView
  readonly row: Pick<Row, 'names'> & { readonly [field: string]: unknown }
}

/** A value for reading; a dash where there is none. */
export function FieldValue({ field, row }: FieldValueProps) {
  const say = useText()
  const text = useValueText()
  if (isErased(field, row)) return say(erasedText)
  return text(field, row[field.name], row.names[field.name])
}

/** Whether the value is gone for ever, which is something else than never given. */
export function isErased(field: FieldView, row: { readonly [field: string]: unknown }): boolean {
  return field.personal !== null && row.erased === true
}

/** A value of a field as text; `name` is the title of what a ref points at. */
export function useValueText() {
  const say = useText()
  const language = useLanguage()
  return (field: FieldView, value: unknown, name?: string | null): string => {
    if (value === null || value === undefined || value === '') return nothing
    const label = (one: unknown) => say(field.options.find((option) => option.value === one)?.label ?? both(one))
    if (field.type === 'choice') return label(value)
    if (field.type === 'choices') return listText(value, label, language)
    if (field.type === 'ref') return name ?? nothing
    return plainText(field, value, { say, language })
  }
}

interface Reader {
  readonly say: (label: Label) => string
  readonly language: Language
}

function plainText(field: FieldView, value: unknown, { say, language }: Reader): string {
  switch (field.type) {
    case 'yesNo':
      return say(yesNo[String(value)] ?? both(value))
    case 'money':
      return formatYuan(String(value), language)
    case 'integer':
    case 'decimal':
      return withUnit(formatNumber(Number(value), language, 6), field, say)
    case 'instant':
      return readableMoment(String(value))
    default:
      return String(value)
  }
}

function withUnit(text: string, { unit }: FieldView, say: Reader['say']): string {
  return unit === null ? text : `${text} ${say(unit)}`
}

function listText(value: unknown, label: (one: unknown) => string, language: Language): string {
  const all = Array.isArray(value) ? value : []
  return all.length === 0 ? nothing : all.map(label).join(language === 'zh' ? '、' : ', ')
}

function both(value: unknown): Label {
  return { zh: String(value), en: String(value) }
}
