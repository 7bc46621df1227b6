import { choice, integer, longText, ref, text } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'
import { purposeLabels } from './words.ts'

/** 年度供应计划: which parcel is to be supplied in which quarter, with what area, for what. What was supplied follows from the contracts. */
export const planLine = recordKind({
  name: 'supply.planLine',
  path: 'supply-plan',
  table: 'supply.plan_lines',
  labels: {
    one: { zh: '供应计划', en: 'Line of the supply plan' },
    many: { zh: '年度供应计划', en: 'Yearly supply plan' },
  },
  fields: {
    title: text({
      label: { zh: '名称', en: 'Name' },
      example: '2026年二季度 A-01',
      max: 100,
      required: true,
      sort: true,
    }),
    year: integer({
      label: { zh: '年度', en: 'Year' },
      example: 2026,
      min: 2000,
      max: 2100,
      required: true,
      filter: true,
      sort: true,
    }),
    quarter: choice({
      label: { zh: '季度', en: 'Quarter' },
      options: {
        q1: { zh: '一季度', en: 'Q1' },
        q2: { zh: '二季度', en: 'Q2' },
        q3: { zh: '三季度', en: 'Q3' },
        q4: { zh: '四季度', en: 'Q4' },
      },
      example: 'q2',
      required: true,
      filter: true,
    }),
    parcelId: ref({ label: { zh: '地块', en: 'Parcel' }, to: 'parcels.parcel', required: true, filter: true }),
    areaSqm: integer({
      label: { zh: '面积', en: 'Area' },
      unit: { zh: 'm²', en: 'm²' },
      example: 40_000,
      min: 1,
      required: true,
    }),
    purpose: choice({
      label: { zh: '用途', en: 'Purpose' },
      options: purposeLabels,
      example: 'industrial',
      required: true,
      filter: true,
    }),
    note: longText({ label: { zh: '说明', en: 'Note' }, example: '净地移交后挂牌。' }),
  },
  list: ['title', 'year', 'quarter', 'parcelId', 'areaSqm', 'purpose'],
  sort: 'title',
  search: ['title'],
  access: { read: 'supply.read', write: 'supply.plan' },
})
