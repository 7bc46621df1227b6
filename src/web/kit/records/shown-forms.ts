import type { FieldView, KindView } from '../../../kernel/kind-view.ts'
import type { Label } from '../../../kernel/label.ts'

/** How the records of a list stand on the page. */
export type ShownForm = 'table' | 'board' | 'month' | 'print'

/** Days by which a list can be laid out as a month. */
export function dayFields(kind: KindView): readonly FieldView[] {
  return kind.fields.filter(({ type, filters }) => (type === 'date' || type === 'instant') && filters.includes('from'))
}

export function stageField(kind: KindView): FieldView | undefined {
  return kind.fields.find(({ name }) => name === kind.stages)
}

/** The forms that a kind has: a board with stages, a calendar with days. */
export function formsOf(kind: KindView): readonly { readonly form: ShownForm; readonly label: Label }[] {
  return [
    { form: 'table', label: { zh: '表格', en: 'Table' } },
    ...(stageField(kind) ? [{ form: 'board', label: { zh: '看板', en: 'Board' } } as const] : []),
    ...(dayFields(kind).length > 0 ? [{ form: 'month', label: { zh: '日历', en: 'Calendar' } } as const] : []),
    { form: 'print', label: { zh: '打印', en: 'Print' } },
  ]
}

export function formOf(kind: KindView, text: string | undefined): ShownForm {
  return formsOf(kind).find(({ form }) => form === text)?.form ?? 'table'
}
