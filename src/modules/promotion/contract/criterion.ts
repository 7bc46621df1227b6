import { choice, date, integer, text } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'

/** 研判指标: one line of the sheet. A zone that has any in force uses only its own; otherwise the shipped sheet applies. */
export const Criterion = recordKind({
  name: 'promotion.criterion',
  path: 'evaluation-criteria',
  table: 'promotion.criteria',
  labels: { one: { zh: '研判指标', en: 'Criterion' }, many: { zh: '研判指标', en: 'Criteria' } },
  fields: {
    name: text({
      label: { zh: '指标', en: 'Criterion' },
      example: '产业匹配度',
      max: 60,
      required: true,
      filter: true,
    }),
    code: text({
      label: { zh: '代码', en: 'Code' },
      example: 'fit',
      max: 40,
      required: true,
      filter: true,
      check: (code) =>
        /^[a-z][a-zA-Z]*$/.test(code) ? null : { zh: '代码只用英文字母。', en: 'A code is of letters only.' },
    }),
    weight: integer({ label: { zh: '权重', en: 'Weight' }, example: 20, min: 1, max: 100, required: true }),
    guidance: text({
      label: { zh: '评分说明', en: 'How to mark' },
      example: '补链强链 90 以上，一般配套 60 至 80',
      max: 300,
    }),
    validFrom: date({
      label: { zh: '施行日期', en: 'In force from' },
      example: '2026-03-01',
      required: true,
      sort: true,
    }),
    validUntil: date({ label: { zh: '失效日期', en: 'Until (that day not included)' }, example: '2028-03-01' }),
    source: text({
      label: { zh: '依据', en: 'Source' },
      example: '招商项目研判办法（试行）',
      required: true,
      max: 300,
    }),
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
  list: ['name', 'code', 'weight', 'validFrom', 'source', 'confidence'],
  sort: 'validFrom',
  search: ['name'],
  access: { read: 'promotion.read', write: 'promotion.writeRules' },
})
