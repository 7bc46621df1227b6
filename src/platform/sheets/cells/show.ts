import type { Field } from '../../../kernel/field.ts'
import type { Label, Language } from '../../../kernel/label.ts'
import type { SheetCell } from '../workbook.ts'

/** Beyond so many digits a spreadsheet's number is not exact any more. */
const exactDigits = 15

/** A value as the cell of an export, which reads back as the same value. `name`: of what a ref points at. */
export function sheetCell(
  field: Field<unknown>,
  value: unknown,
  { name, lang }: { readonly name?: string | null | undefined; readonly lang: Language },
): SheetCell {
  if (value === null || value === undefined) return null
  switch (field.type) {
    case 'integer':
    case 'decimal':
      return Number(value)
    case 'money':
      return String(value).replace(/\D/g, '').length > exactDigits ? String(value) : { yuan: String(value) }
    case 'date':
      return { day: String(value) }
    default:
      return shownValue(field, value, name)[lang]
  }
}

/** A value as people read it. */
export function shownValue(field: Field<unknown>, value: unknown, name?: string | null): Label {
  switch (field.type) {
    case 'yesNo':
      return value ? { zh: '是', en: 'Yes' } : { zh: '否', en: 'No' }
    case 'choice':
      return field.options?.[String(value)] ?? same(String(value))
    case 'choices':
      return chosen(field, value as readonly string[])
    case 'instant':
      return same(chinaTime(String(value)))
    case 'ref':
      return same(name ?? String(value))
    default:
      return same(String(value))
  }
}

function chosen(field: Field<unknown>, values: readonly string[]): Label {
  const labels = values.map((value) => field.options?.[value] ?? same(value))
  return { zh: labels.map(({ zh }) => zh).join('；'), en: labels.map(({ en }) => en).join('; ') }
}

/** To the second, in Chinese time. */
function chinaTime(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
}

function same(text: string): Label {
  return { zh: text, en: text }
}
