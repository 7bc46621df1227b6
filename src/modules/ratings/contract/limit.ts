import { confidenceField, datedFields, findNoDay } from '../../../kernel/dated.ts'
import { integer } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'

/** 差评办理期限: a rule of the zone; without one that of data/ratings/limits.json applies. */
export const RatingLimit = recordKind({
  name: 'ratings.limit',
  path: 'rating-limits',
  table: 'ratings.limits',
  labels: {
    one: { zh: '差评办理期限', en: 'Limit of bad ratings' },
    many: { zh: '差评办理期限', en: 'Bad-rating limits' },
  },
  fields: {
    days: integer({
      label: { zh: '回访整改答复期限', en: 'Call back, correct and answer within' },
      unit: { zh: '个工作日', en: 'working days' },
      example: 5,
      min: 1,
      max: 60,
      required: true,
    }),
    ...datedFields,
    confidence: confidenceField,
  },
  list: ['source', 'days', 'validFrom', 'validUntil', 'confidence'],
  sort: 'validFrom',
  search: ['source'],
  access: { read: 'ratings.readLimits', write: 'ratings.writeLimits' },
  check: findNoDay,
})
