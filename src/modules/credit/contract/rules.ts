import { confidenceField, datedFields, findNoDay } from '../../../kernel/dated.ts'
import { choice, decimal, integer, yesNo } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'
import { creditCauseLabels, creditGradeLabels } from './causes.ts'

const access = { read: 'credit.readRules', write: 'credit.writeRules' } as const

/** 计分规则: what an entry of a cause weighs, how long, and whether it can be repaired. The zone's own rule goes before the shipped one. */
export const PointRule = recordKind({
  name: 'credit.pointRule',
  path: 'credit-point-rules',
  table: 'credit.point_rules',
  labels: { one: { zh: '信用计分规则', en: 'Credit points rule' }, many: { zh: '信用计分规则', en: 'Credit points' } },
  fields: {
    cause: choice({
      label: { zh: '情形', en: 'Cause' },
      options: creditCauseLabels,
      example: 'penalty',
      required: true,
      filter: true,
    }),
    points: integer({
      label: { zh: '分值', en: 'Points' },
      example: -15,
      min: -1000,
      max: 1000,
      required: true,
    }),
    months: integer({ label: { zh: '有效月数', en: 'Months in effect' }, example: 12, min: 1, max: 600 }),
    repairAfterDays: integer({
      label: { zh: '满几日可申请修复', en: 'Days until repair may be asked for' },
      hint: { zh: '空着表示不可修复', en: 'Empty: it cannot be repaired' },
      example: 90,
      min: 0,
      max: 3650,
    }),
    repairLeavesMonths: integer({
      label: { zh: '修复后仍保留几个月', en: 'Months that are left after repair' },
      hint: { zh: '0 表示修复即终止', en: '0: it ends with the repair' },
      example: 0,
      min: 0,
      max: 600,
    }),
    ...datedFields,
    confidence: confidenceField,
  },
  list: ['cause', 'points', 'months', 'repairAfterDays', 'validFrom', 'source', 'confidence'],
  sort: 'validFrom',
  search: ['source'],
  access,
  check: findNoDay,
})

/** 等级规则: from how many points on a grade is reached, and what it allows. A zone that has any uses only its own. */
export const GradeRule = recordKind({
  name: 'credit.gradeRule',
  path: 'credit-grade-rules',
  table: 'credit.grade_rules',
  labels: { one: { zh: '信用等级规则', en: 'Credit grade rule' }, many: { zh: '信用等级规则', en: 'Credit grades' } },
  fields: {
    grade: choice({
      label: { zh: '等级', en: 'Grade' },
      options: creditGradeLabels,
      example: 'B',
      required: true,
      filter: true,
    }),
    minPoints: integer({
      label: { zh: '不低于（分）', en: 'Points at least' },
      example: 85,
      min: -100_000,
      max: 100_000,
      required: true,
    }),
    mayCommit: yesNo({ label: { zh: '可用告知承诺', en: 'May commit' }, example: true, required: true }),
    maxOpenCommitments: integer({
      label: { zh: '未了结承诺上限', en: 'Open commitments at most' },
      example: 10,
      min: 0,
      max: 10_000,
      required: true,
    }),
    toleranceAllowed: yesNo({ label: { zh: '可用容缺受理', en: 'Tolerance allowed' }, example: true, required: true }),
    samplePercent: decimal({
      label: { zh: '抽查比例', en: 'Sample rate' },
      unit: { zh: '%', en: '%' },
      example: 20,
      min: 0,
      max: 100,
      required: true,
    }),
    ...datedFields,
    confidence: confidenceField,
  },
  list: ['grade', 'minPoints', 'mayCommit', 'toleranceAllowed', 'samplePercent', 'validFrom', 'source', 'confidence'],
  sort: 'validFrom',
  search: ['source'],
  access,
  check: findNoDay,
})
