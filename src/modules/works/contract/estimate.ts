import { date, integer, longText, text } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'
import { amountOf, workId } from './fields.ts'

/** 概算: the approved cost of a work; a change is a further version with its reason. */
export const estimate = recordKind({
  name: 'works.estimate',
  path: 'work-estimates',
  table: 'works.estimates',
  labels: { one: { zh: '概算', en: 'Estimate' }, many: { zh: '概算及调整', en: 'Estimates' } },
  fields: {
    document: text({
      label: { zh: '批复文号', en: 'Approval document' },
      example: '示发改审〔2024〕18号',
      max: 100,
      required: true,
      sort: true,
      writable: 'once',
    }),
    workId,
    ordinal: integer({
      label: { zh: '第几版', en: 'Version' },
      example: 1,
      min: 1,
      max: 50,
      required: true,
      sort: true,
      writable: 'once',
    }),
    amountYuan: amountOf({ zh: '概算金额', en: 'Amount' }, '371700000.00'),
    approvedOn: date({
      label: { zh: '批复日期', en: 'Approved on' },
      example: '2024-05-20',
      required: true,
      sort: true,
      writable: 'once',
    }),
    approvedBy: text({
      label: { zh: '批复机关', en: 'Approved by' },
      example: '示例县行政审批服务管理局',
      max: 100,
      required: true,
      writable: 'once',
    }),
    reason: longText({
      label: { zh: '调整原因', en: 'Reason of the change' },
      example: '管材涨价。',
      writable: 'once',
    }),
  },
  list: ['document', 'workId', 'ordinal', 'amountYuan', 'approvedOn', 'approvedBy', 'reason'],
  sort: '-approvedOn',
  search: ['document'],
  access: { read: 'works.read', write: 'works.write', archive: 'works.strike' },
  check: ({ ordinal, reason }) =>
    Number(ordinal) > 1 && !reason
      ? [{ field: 'reason', text: { zh: '调整概算要写明原因。', en: 'A change of the estimate has its reason.' } }]
      : [],
})
