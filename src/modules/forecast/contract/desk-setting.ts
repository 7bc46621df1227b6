import { datedFields, findNoDay } from '../../../kernel/dated.ts'
import { integer, ref } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'

/** 经办能力: how many cases one officer of a department works on at once. Without one the forecast takes what `data/forecast/rules.json` assumes. */
export const DeskSetting = recordKind({
  name: 'forecast.deskSetting',
  path: 'desk-settings',
  table: 'forecast.desk_settings',
  labels: {
    one: { zh: '经办能力', en: 'Capacity of a desk' },
    many: { zh: '经办能力', en: 'Capacity of desks' },
  },
  fields: {
    departmentId: ref({
      label: { zh: '部门', en: 'Department' },
      to: 'organisation.department',
      required: true,
      filter: true,
    }),
    casesAtOnce: integer({
      label: { zh: '每名经办人同时在办', en: 'Cases of one officer at once' },
      hint: {
        zh: '没有登记的部门，预测按假定的 5 件计算',
        en: 'Where nothing is entered the forecast assumes 5',
      },
      unit: { zh: '件', en: 'cases' },
      example: 8,
      min: 1,
      max: 200,
      required: true,
    }),
    ...datedFields,
  },
  list: ['departmentId', 'casesAtOnce', 'source', 'validFrom', 'validUntil'],
  sort: '-validFrom',
  search: ['source'],
  access: { read: 'forecast.read', write: 'forecast.setDesks' },
  check: findNoDay,
})
