import { confidenceField, datedFields, findNoDay } from '../../../kernel/dated.ts'
import { choice, decimal } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'
import { criterionLabels } from './words.ts'

const number = { min: -1e9, max: 1e9, scale: 3, required: true } as const

/** 分级梯度保障权重: what a criterion weighs in the waiting list. A zone that has any uses only its own. */
export const weight = recordKind({
  name: 'supply.weight',
  path: 'supply-weights',
  table: 'supply.weights',
  labels: {
    one: { zh: '梯度保障权重', en: 'Weight of the waiting list' },
    many: { zh: '梯度保障权重', en: 'Weights of the waiting list' },
  },
  fields: {
    criterion: choice({
      label: { zh: '条件', en: 'Criterion' },
      options: criterionLabels,
      example: 'keyLevel',
      required: true,
      filter: true,
    }),
    points: decimal({ label: { zh: '满分', en: 'Points at most' }, example: 35, min: 0, max: 1000, required: true }),
    zeroAt: decimal({ ...number, label: { zh: '得零分的值', en: 'No points at' }, example: 0 }),
    fullAt: decimal({
      ...number,
      label: { zh: '得满分的值', en: 'All points at' },
      hint: { zh: '越小越好的条件，填比零分值小的数', en: 'Below the other where less is better' },
      example: 4,
    }),
    ...datedFields,
    confidence: confidenceField,
  },
  list: ['criterion', 'points', 'zeroAt', 'fullAt', 'validFrom', 'source', 'confidence'],
  sort: 'validFrom',
  search: ['source'],
  access: { read: 'supply.read', write: 'supply.rule' },
  check: findNoDay,
})
