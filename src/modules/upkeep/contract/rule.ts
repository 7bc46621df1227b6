import { datedFields, findNoDay } from '../../../kernel/dated.ts'
import { choice, integer, text } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'
import { urgencyLabels } from './words.ts'

const hours = { zh: '小时', en: 'h' }

/** 维修时限: within how many hours a fault is taken and mended, by urgency; data with time and source. */
export const upkeepRule = recordKind({
  name: 'upkeep.rule',
  path: 'upkeep-rules',
  table: 'upkeep.rules',
  labels: { one: { zh: '维修时限', en: 'Limit of upkeep' }, many: { zh: '维修时限', en: 'Limits of upkeep' } },
  fields: {
    title: text({ label: { zh: '名称', en: 'Title' }, example: '紧急报修时限', max: 100, required: true }),
    urgency: choice({
      label: { zh: '紧急程度', en: 'Urgency' },
      options: urgencyLabels,
      example: 'urgent',
      required: true,
      filter: true,
    }),
    takeHours: integer({
      label: { zh: '几小时内接单', en: 'Taken within' },
      unit: hours,
      example: 1,
      min: 1,
      max: 720,
      required: true,
    }),
    mendHours: integer({
      label: { zh: '几小时内修好', en: 'Mended within' },
      unit: hours,
      example: 24,
      min: 1,
      max: 2160,
      required: true,
    }),
    ...datedFields,
  },
  list: ['title', 'urgency', 'takeHours', 'mendHours', 'validFrom', 'source'],
  sort: '-validFrom',
  search: ['title'],
  access: { read: 'upkeep.follow', write: 'upkeep.rule' },
  check: (values) => {
    const late = Number(values.mendHours) < Number(values.takeHours)
    const text = { zh: '修好的时限不能短于接单的时限。', en: 'A fault is not mended before it is taken.' }
    return [...findNoDay(values), ...(late ? [{ field: 'mendHours', text }] : [])]
  },
})
