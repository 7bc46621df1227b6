import { choice, date, ref, text } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'
import { amountOf, workId } from './fields.ts'
import { sourceKinds } from './words.ts'

/** 资金来源: where the money of a work is to come from, planned; what came is its receipts, what left its payments. */
export const moneySource = recordKind({
  name: 'works.source',
  path: 'work-sources',
  table: 'works.sources',
  labels: { one: { zh: '资金来源', en: 'Source of money' }, many: { zh: '资金来源', en: 'Sources of money' } },
  fields: {
    title: text({
      label: { zh: '来源', en: 'Source' },
      example: '2024 年专项债（一期）',
      max: 100,
      required: true,
      sort: true,
    }),
    workId,
    kind: choice({
      label: { zh: '类型', en: 'Kind' },
      options: sourceKinds,
      example: 'budget',
      required: true,
      filter: true,
      writable: 'once',
    }),
    bondId: ref({
      label: { zh: '哪只专项债', en: 'Which bond' },
      to: 'bonds.bond',
      filter: true,
      writable: 'once',
    }),
    plannedYuan: amountOf({ zh: '计划金额', en: 'Planned' }, '120000000.00'),
    document: text({ label: { zh: '依据', en: 'Document' }, example: '示财建〔2024〕9号', max: 100 }),
  },
  list: ['title', 'workId', 'kind', 'bondId', 'plannedYuan', 'document'],
  sort: 'title',
  search: ['title'],
  access: { read: 'works.read', write: 'works.write', archive: 'works.strike' },
  check: ({ kind, bondId }) =>
    (kind === 'bond') === Boolean(bondId)
      ? []
      : [
          {
            field: 'bondId',
            text: {
              zh: '来源是专项债的要选哪一只；不是专项债的不要选。',
              en: 'Choose the bond when the source is one, and none otherwise.',
            },
          },
        ],
})

/** 到账: money of a source that has come in. */
export const receipt = recordKind({
  name: 'works.receipt',
  path: 'work-receipts',
  table: 'works.receipts',
  labels: { one: { zh: '到账记录', en: 'Money received' }, many: { zh: '到账记录', en: 'Money received' } },
  fields: {
    document: text({
      label: { zh: '凭证', en: 'Document' },
      example: '国库集中支付凭证 0312',
      max: 100,
      required: true,
      sort: true,
      writable: 'once',
    }),
    sourceId: ref({
      label: { zh: '资金来源', en: 'Source' },
      to: 'works.source',
      required: true,
      filter: true,
      writable: 'once',
    }),
    amountYuan: amountOf({ zh: '到账金额', en: 'Amount' }),
    receivedOn: date({
      label: { zh: '到账日期', en: 'Received on' },
      example: '2024-06-12',
      required: true,
      filter: true,
      sort: true,
      writable: 'once',
    }),
  },
  list: ['document', 'sourceId', 'amountYuan', 'receivedOn'],
  sort: '-receivedOn',
  search: ['document'],
  access: { read: 'works.read', write: 'works.write', archive: 'works.strike' },
})
