import { date, decimal, ref, text } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'
import { amountOf } from './fields.ts'

/** 应付款: what a contract has earned by a delivery, with its evidence; paid by decisions, in one part or several. */
export const payable = recordKind({
  name: 'works.payable',
  path: 'work-payables',
  table: 'works.payables',
  labels: { one: { zh: '应付款', en: 'Payable' }, many: { zh: '应付款', en: 'Payables' } },
  fields: {
    title: text({
      label: { zh: '款项', en: 'Payable' },
      example: '第 3 次进度款',
      max: 100,
      required: true,
      sort: true,
    }),
    contractId: ref({
      label: { zh: '合同', en: 'Contract' },
      to: 'works.contract',
      required: true,
      filter: true,
      writable: 'once',
    }),
    amountYuan: amountOf({ zh: '应付金额', en: 'Amount' }),
    deliveredOn: date({
      label: { zh: '交付或计量确认日期', en: 'Delivered on' },
      hint: { zh: '付款期限从这一天起算', en: 'The time to pay runs from this day' },
      example: '2025-03-31',
      required: true,
      filter: true,
      sort: true,
      writable: 'once',
    }),
    progressPercent: decimal({
      label: { zh: '形象进度', en: 'Progress' },
      unit: { zh: '%', en: '%' },
      example: 60,
      min: 0,
      max: 100,
      scale: 1,
    }),
    evidence: text({
      label: { zh: '凭据', en: 'Evidence' },
      example: '工程计量确认单 3 号',
      max: 200,
      required: true,
      writable: 'once',
    }),
  },
  list: ['title', 'contractId', 'amountYuan', 'deliveredOn', 'progressPercent', 'evidence'],
  sort: '-deliveredOn',
  search: ['title', 'evidence'],
  access: { read: 'works.read', write: 'works.write', archive: 'works.strike' },
})
