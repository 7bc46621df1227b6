import { choice, date, decimal, integer, text } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'
import { strengthLabels } from './strength.ts'

const { present, strong } = strengthLabels

/** 强弱规则: from how many enterprises at work, and which share of the node's wanted output, a node is present or strong. A zone that has any uses only its own. */
export const StrengthRule = recordKind({
  name: 'chains.strengthRule',
  path: 'chain-strength-rules',
  table: 'chains.strength_rules',
  labels: { one: { zh: '环节强弱规则', en: 'Strength rule' }, many: { zh: '环节强弱规则', en: 'Strength rules' } },
  fields: {
    strength: choice({
      label: { zh: '强弱', en: 'Strength' },
      options: { present, strong },
      example: 'strong',
      required: true,
      filter: true,
    }),
    minEnterprises: integer({
      label: { zh: '在产企业不少于（家）', en: 'Enterprises at work, at least' },
      example: 3,
      min: 1,
      max: 9999,
      required: true,
    }),
    minTargetPercent: decimal({
      label: { zh: '达到目标年产值不低于', en: 'Share of the wanted output, at least' },
      unit: { zh: '%', en: '%' },
      hint: {
        zh: '空着不看产值；环节没有目标的也不看',
        en: 'Empty: output does not count, nor where a node wants none',
      },
      example: 80,
      min: 0,
      max: 1000,
    }),
    validFrom: date({
      label: { zh: '施行日期', en: 'In force from' },
      example: '2026-03-01',
      required: true,
      sort: true,
    }),
    validUntil: date({ label: { zh: '失效日期', en: 'Until (that day not included)' }, example: '2028-03-01' }),
    source: text({ label: { zh: '依据', en: 'Source' }, example: '开发区补链强链行动方案', required: true, max: 300 }),
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
  list: ['strength', 'minEnterprises', 'minTargetPercent', 'validFrom', 'source', 'confidence'],
  sort: 'validFrom',
  search: ['source'],
  access: { read: 'chains.read', write: 'chains.writeRules' },
})
