import { choice, date, integer, ref, text, yesNo } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'
import { amountOf, workId } from './fields.ts'
import { tenderModes } from './words.ts'

/** 工程合同: tendered, signed; changed and paid by decisions. */
export const workContract = recordKind({
  name: 'works.contract',
  path: 'work-contracts',
  table: 'works.contracts',
  labels: { one: { zh: '工程合同', en: 'Contract' }, many: { zh: '工程合同', en: 'Contracts' } },
  fields: {
    title: text({
      label: { zh: '合同名称', en: 'Contract' },
      example: '土建施工一标段',
      max: 150,
      required: true,
      sort: true,
    }),
    workId,
    number: text({ label: { zh: '合同编号', en: 'Number' }, example: '示建合〔2024〕31号', max: 60, required: true }),
    party: text({ label: { zh: '承包人', en: 'Contractor' }, example: '示例建筑有限公司', max: 100, required: true }),
    enterpriseId: ref({
      label: { zh: '本区企业', en: 'Enterprise of the zone' },
      to: 'enterprises.enterprise',
      filter: true,
    }),
    sme: yesNo({
      label: { zh: '承包人为中小企业', en: 'Contractor is small or medium' },
      hint: {
        zh: '中小企业的款项期限更严；不清楚就留空，按不清楚提示',
        en: 'Stricter terms of payment hold for them; leave it open when not known',
      },
      example: true,
      filter: true,
    }),
    tender: choice({
      label: { zh: '采购方式', en: 'Tender' },
      options: tenderModes,
      example: 'open',
      required: true,
      filter: true,
    }),
    tenderedOn: date({ label: { zh: '中标日期', en: 'Awarded on' }, example: '2024-06-28' }),
    signedOn: date({
      label: { zh: '签订日期', en: 'Signed on' },
      example: '2024-07-10',
      required: true,
      sort: true,
      writable: 'once',
    }),
    amountYuan: amountOf({ zh: '合同金额', en: 'Amount' }, '168000000.00'),
    paymentDays: integer({
      label: { zh: '约定付款天数', en: 'Days to pay, as agreed' },
      hint: { zh: '自交付之日起；没有约定就留空', en: 'From delivery; open when none were agreed' },
      unit: { zh: '天', en: 'days' },
      example: 30,
      min: 0,
      max: 365,
    }),
  },
  list: ['title', 'workId', 'number', 'party', 'sme', 'tender', 'signedOn', 'amountYuan'],
  sort: '-signedOn',
  search: ['title', 'number', 'party'],
  access: { read: 'works.read', write: 'works.write', archive: 'works.strike' },
  check: ({ tenderedOn, signedOn }) =>
    tenderedOn && String(signedOn) < String(tenderedOn)
      ? [{ field: 'tenderedOn', text: { zh: '签订早于中标。', en: 'It was signed before it was awarded.' } }]
      : [],
})
