import { date, longText, ref, text } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'

/** 调度会: on which day projects were gone through, who chaired, what was decided. The next sheet says what has changed since. */
export const meeting = recordKind({
  name: 'dispatch.meeting',
  path: 'dispatch-meetings',
  table: 'dispatch.meetings',
  labels: { one: { zh: '调度会', en: 'Dispatch meeting' }, many: { zh: '调度会', en: 'Dispatch meetings' } },
  fields: {
    title: text({
      label: { zh: '会议', en: 'Meeting' },
      example: '3 月项目调度会',
      max: 100,
      required: true,
      sort: true,
    }),
    heldOn: date({ label: { zh: '日期', en: 'Held on' }, example: '2026-03-02', required: true, sort: true }),
    chairId: ref({ label: { zh: '主持人', en: 'Chair' }, to: 'organisation.person' }),
    decisions: longText({ label: { zh: '议定事项', en: 'Decided' }, example: '月底前打通进场道路。' }),
  },
  list: ['title', 'heldOn', 'chairId', 'decisions'],
  sort: '-heldOn',
  search: ['title', 'decisions'],
  access: { read: 'dispatch.read', write: 'dispatch.write' },
})
