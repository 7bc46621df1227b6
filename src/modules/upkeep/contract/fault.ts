import { choice, integer, longText, money, ref, text } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'
import { faultKinds, faultStates, payerLabels, urgencyLabels } from './words.ts'

/** 报修: something broken in a building of the zone. It is reported, taken, mended and rated by decisions; who leases the place follows from leases. */
export const fault = recordKind({
  name: 'upkeep.fault',
  path: 'faults',
  table: 'upkeep.faults',
  labels: { one: { zh: '报修', en: 'Fault' }, many: { zh: '报修', en: 'Faults' } },
  fields: {
    title: text({
      label: { zh: '什么坏了', en: 'What is broken' },
      example: '卷帘门卡住，关不上',
      max: 150,
      required: true,
      sort: true,
    }),
    buildingId: ref({
      label: { zh: '楼宇', en: 'Building' },
      to: 'space.building',
      required: true,
      filter: true,
      writable: 'once',
    }),
    unitId: ref({
      label: { zh: '单元', en: 'Unit' },
      hint: { zh: '公共部位不填', en: 'Empty for shared parts' },
      to: 'space.unit',
      filter: true,
      writable: 'once',
    }),
    place: text({ label: { zh: '具体位置', en: 'Where in it' }, example: '南侧 2 号门', max: 100 }),
    kind: choice({
      label: { zh: '类别', en: 'Kind' },
      options: faultKinds,
      example: 'doors',
      required: true,
      filter: true,
    }),
    urgency: choice({
      label: { zh: '紧急程度', en: 'Urgency' },
      options: urgencyLabels,
      example: 'soon',
      required: true,
      filter: true,
    }),
    state: choice({
      label: { zh: '状态', en: 'State' },
      options: faultStates,
      example: 'reported',
      required: true,
      filter: true,
      writable: 'never',
    }),
    enterpriseId: ref({
      label: { zh: '使用企业', en: 'Enterprise there' },
      to: 'enterprises.enterprise',
      filter: true,
      writable: 'never',
    }),
    handler: text({ label: { zh: '维修人', en: 'Mended by' }, example: '园区维修班', max: 80, writable: 'never' }),
    outcome: longText({ label: { zh: '怎么修的', en: 'What was done' }, example: '更换卷帘电机。', writable: 'never' }),
    costYuan: money({ label: { zh: '费用', en: 'Cost' }, example: '680.00', writable: 'never' }),
    payer: choice({
      label: { zh: '谁承担', en: 'Paid by' },
      options: payerLabels,
      example: 'lessor',
      filter: true,
      writable: 'never',
    }),
    grade: integer({ label: { zh: '评价', en: 'Grade' }, example: 5, min: 1, max: 5, writable: 'never' }),
  },
  list: ['title', 'buildingId', 'unitId', 'kind', 'urgency', 'state', 'enterpriseId', 'handler', 'costYuan'],
  sort: '-createdAt',
  search: ['title', 'place'],
  stages: 'state',
  access: { read: 'upkeep.oversee', write: 'upkeep.work' },
})
