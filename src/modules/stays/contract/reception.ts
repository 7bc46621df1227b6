import { date, integer, longText, ref, text } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'
import { levelField } from './level.ts'

const access = { read: 'stays.read', write: 'stays.write', reveal: 'stays.reveal' } as const

/** 接待批次: one delegation, or one person, who comes to stay for some days. */
export const Batch = recordKind({
  name: 'stays.batch',
  path: 'stay-batches',
  table: 'stays.batches',
  labels: { one: { zh: '接待批次', en: 'Batch' }, many: { zh: '接待批次', en: 'Batches' } },
  fields: {
    title: text({
      label: { zh: '批次', en: 'Batch' },
      example: '2026-014 材料专家团',
      max: 100,
      required: true,
      sort: true,
    }),
    purpose: text({ label: { zh: '事由', en: 'Purpose' }, example: '技术诊断', max: 200, required: true }),
    enterpriseId: ref({ label: { zh: '对接企业', en: 'Host enterprise' }, to: 'enterprises.enterprise', filter: true }),
    arrivedOn: date({
      label: { zh: '入住日期', en: 'Arrived on' },
      example: '2026-03-02',
      required: true,
      filter: true,
      sort: true,
    }),
    leftOn: date({ label: { zh: '离开日期', en: 'Left on' }, example: '2026-03-06', filter: true }),
    note: longText({ label: { zh: '备注', en: 'Note' }, example: '含一次座谈。' }),
  },
  list: ['title', 'purpose', 'enterpriseId', 'arrivedOn', 'leftOn'],
  sort: '-arrivedOn',
  search: ['title', 'purpose'],
  access: { read: access.read, write: access.write },
  check: ({ arrivedOn, leftOn }) =>
    leftOn === null || leftOn === undefined || String(leftOn) >= String(arrivedOn)
      ? []
      : [{ field: 'leftOn', text: { zh: '离开日期不能早于入住日期。', en: 'Nobody leaves before he has come.' } }],
})

/** 入住人次: one person of a batch in one flat. The name is personal: encrypted, masked. */
export const Stay = recordKind({
  name: 'stays.stay',
  path: 'stays',
  table: 'stays.stays',
  labels: { one: { zh: '入住人次', en: 'Stay' }, many: { zh: '入住人次', en: 'Stays' } },
  fields: {
    title: text({ label: { zh: '登记号', en: 'Number' }, example: '住-2026-031', max: 60, required: true, sort: true }),
    batchId: ref({
      label: { zh: '批次', en: 'Batch' },
      to: 'stays.batch',
      required: true,
      filter: true,
      writable: 'once',
    }),
    guest: text({ label: { zh: '姓名', en: 'Name' }, example: '赵某', max: 50, required: true, personal: 'name' }),
    level: levelField,
    unitId: ref({ label: { zh: '公寓', en: 'Flat' }, to: 'space.unit', filter: true }),
    nights: integer({ label: { zh: '晚数', en: 'Nights' }, example: 4, min: 0, max: 400 }),
  },
  list: ['title', 'batchId', 'guest', 'level', 'unitId', 'nights'],
  sort: 'title',
  search: ['title'],
  access,
})
