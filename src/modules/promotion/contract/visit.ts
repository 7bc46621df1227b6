import { choice, date, longText, ref, text } from '../../../kernel/field.ts'
import { type FieldFinding, recordKind } from '../../../kernel/record-kind.ts'
import { visitKindLabels } from './words.ts'

/** 走访洽谈记录: one call or visit, and when to speak next. */
export const Visit = recordKind({
  name: 'promotion.visit',
  path: 'lead-visits',
  table: 'promotion.visits',
  labels: { one: { zh: '走访记录', en: 'Visit' }, many: { zh: '走访记录', en: 'Visits' } },
  fields: {
    note: longText({
      label: { zh: '说了什么', en: 'What was said' },
      example: '企业希望先看标准厂房。',
      max: 2_000,
      required: true,
    }),
    leadId: ref({
      label: { zh: '线索', en: 'Lead' },
      to: 'promotion.lead',
      required: true,
      filter: true,
      writable: 'once',
    }),
    kind: choice({
      label: { zh: '方式', en: 'How' },
      options: visitKindLabels,
      example: 'call',
      required: true,
      filter: true,
    }),
    happenedOn: date({ label: { zh: '日期', en: 'On' }, example: '2026-03-02', required: true, sort: true }),
    nextOn: date({ label: { zh: '下次联系', en: 'Next contact' }, example: '2026-03-09', filter: true }),
    nextStep: text({ label: { zh: '下次要办', en: 'What next' }, example: '发去地块资料', max: 200 }),
  },
  list: ['note', 'leadId', 'kind', 'happenedOn', 'nextOn', 'nextStep'],
  sort: '-happenedOn',
  search: ['note'],
  access: { read: 'promotion.read', write: 'promotion.write', archive: 'promotion.archive' },
  check: (values) => nextFollows(values.happenedOn, values.nextOn),
})

function nextFollows(happenedOn: unknown, nextOn: unknown): readonly FieldFinding[] {
  if (typeof happenedOn !== 'string' || typeof nextOn !== 'string' || nextOn >= happenedOn) return []
  return [
    {
      field: 'nextOn',
      text: {
        zh: '下次联系早于这次，请改成这次以后的日期。',
        en: 'The next contact lies before this one: give a later day.',
      },
    },
  ]
}
