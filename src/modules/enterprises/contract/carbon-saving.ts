import { date, decimal, longText, text } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'
import { confidence, ofEnterprise } from './words.ts'

/** 碳减排: tonnes of CO2 equivalent that a measure avoids in a year, against which baseline and by which method (GB/T 33760-2017: 基于项目的温室气体减排量评估技术规范). */
export const CarbonSaving = recordKind({
  name: 'enterprises.carbonSaving',
  path: 'carbon-savings',
  table: 'enterprises.carbon_savings',
  labels: { one: { zh: '碳减排', en: 'Carbon saving' }, many: { zh: '碳减排', en: 'Carbon avoided' } },
  fields: {
    name: text({
      label: { zh: '减排措施', en: 'Measure' },
      example: '焦炉烟气余热回收',
      required: true,
      filter: true,
    }),
    enterpriseId: ofEnterprise,
    tonnesPerYear: decimal({
      label: { zh: '年减排量', en: 'Avoided a year' },
      unit: { zh: '吨二氧化碳当量/年', en: 't CO2e/a' },
      example: 12_000,
      min: 0,
      required: true,
    }),
    method: text({
      label: { zh: '核算方法', en: 'Method' },
      example: 'GB/T 33760-2017，基准线情景减项目情景',
      max: 300,
      required: true,
    }),
    baseline: text({
      label: { zh: '基准线', en: 'Baseline' },
      hint: { zh: '不做此措施会怎样', en: 'What would be without the measure' },
      example: '余热直接排放，蒸汽由燃煤锅炉供应',
      max: 300,
      required: true,
    }),
    fromOn: date({
      label: { zh: '起始日期', en: 'From' },
      example: '2025-01-01',
      required: true,
      filter: true,
      sort: true,
    }),
    untilOn: date({ label: { zh: '终止日期', en: 'Until (that day not included)' }, example: '2035-01-01' }),
    verifier: text({ label: { zh: '核查机构', en: 'Verified by' }, example: '示例核查有限公司' }),
    document: text({ label: { zh: '依据文件', en: 'Document' }, example: '核查报告 2025-018' }),
    confidence,
    note: longText({ label: { zh: '备注', en: 'Note' }, example: '示例' }),
  },
  list: ['name', 'enterpriseId', 'tonnesPerYear', 'method', 'fromOn', 'confidence'],
  sort: '-fromOn',
  search: ['name', 'method'],
  access: { read: 'enterprises.read', write: 'enterprises.describe', archive: 'enterprises.archive' },
  ofEnterprise: 'enterpriseId',
})
