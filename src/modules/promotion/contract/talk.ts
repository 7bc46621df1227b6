import { date, integer, longText, ref, text } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'

/** 洽谈: one round of talks. */
export const Talk = recordKind({
  name: 'promotion.talk',
  path: 'lead-talks',
  table: 'promotion.talks',
  labels: { one: { zh: '洽谈', en: 'Talks' }, many: { zh: '洽谈', en: 'Talks' } },
  fields: {
    topic: text({ label: { zh: '议题', en: 'Topic' }, example: '用地面积与投资强度', required: true }),
    leadId: ref({
      label: { zh: '线索', en: 'Lead' },
      to: 'promotion.lead',
      required: true,
      filter: true,
      writable: 'once',
    }),
    round: integer({ label: { zh: '轮次', en: 'Round' }, example: 1, min: 1, max: 200, required: true }),
    heldOn: date({ label: { zh: '日期', en: 'Held on' }, example: '2026-03-02', required: true, sort: true }),
    place: text({ label: { zh: '地点', en: 'Place' }, example: '管委会 302 会议室', max: 100 }),
    seats: text({ label: { zh: '参加人', en: 'Who sat there' }, example: '招商局、自然资源局、投资方', max: 300 }),
    agreed: longText({ label: { zh: '谈定', en: 'Agreed' }, example: '用地 50 亩，分两期。' }),
    open: longText({ label: { zh: '未定', en: 'Open' }, example: '供热价格。' }),
  },
  list: ['topic', 'leadId', 'round', 'heldOn', 'agreed', 'open'],
  sort: '-heldOn',
  search: ['topic'],
  access: { read: 'promotion.read', write: 'promotion.write', archive: 'promotion.archive' },
})
