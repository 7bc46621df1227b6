import { choice, date, integer, text } from '../../../kernel/field.ts'
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
    source: text({
      label: { zh: '依据', en: 'Source' },
      example: '开发区政务服务好差评办法第9条',
      required: true,
      max: 300,
    }),
    days: integer({
      label: { zh: '回访整改答复期限', en: 'Call back, correct and answer within' },
      unit: { zh: '个工作日', en: 'working days' },
      example: 5,
      min: 1,
      max: 60,
      required: true,
    }),
    validFrom: date({
      label: { zh: '施行日期', en: 'In force from' },
      example: '2026-03-01',
      required: true,
      sort: true,
    }),
    validUntil: date({ label: { zh: '失效日期', en: 'Until (that day not included)' }, example: '2028-03-01' }),
    confidence: choice({
      label: { zh: '置信标记', en: 'Confidence' },
      options: {
        V: { zh: 'V 读过原文', en: 'V text was read' },
        P: { zh: 'P 公开网页', en: 'P public page' },
        M: { zh: 'M 凭记忆', en: 'M from memory' },
        E: { zh: 'E 估计（样例）', en: 'E estimate (sample)' },
      },
      example: 'E',
      required: true,
    }),
  },
  list: ['source', 'days', 'validFrom', 'validUntil', 'confidence'],
  sort: 'validFrom',
  search: ['source'],
  access: { read: 'ratings.readLimits', write: 'ratings.writeLimits' },
})
