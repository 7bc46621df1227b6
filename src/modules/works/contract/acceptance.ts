import { choice, date, longText, ref, text } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'
import { workId } from './fields.ts'
import { acceptanceKinds, acceptanceResults } from './words.ts'

/** 验收: one acceptance of a work by kind, with its paper. */
export const acceptance = recordKind({
  name: 'works.acceptance',
  path: 'work-acceptances',
  table: 'works.acceptances',
  labels: { one: { zh: '验收', en: 'Acceptance of a work' }, many: { zh: '验收', en: 'Acceptances of works' } },
  fields: {
    document: text({
      label: { zh: '验收文件', en: 'Document' },
      example: '竣工验收备案表 12 号',
      max: 150,
      required: true,
      sort: true,
    }),
    workId,
    kind: choice({
      label: { zh: '验收类别', en: 'Kind' },
      options: acceptanceKinds,
      example: 'quality',
      required: true,
      filter: true,
    }),
    result: choice({
      label: { zh: '结论', en: 'Result' },
      options: acceptanceResults,
      example: 'passed',
      required: true,
      filter: true,
    }),
    acceptedOn: date({
      label: { zh: '验收日期', en: 'Accepted on' },
      example: '2025-09-20',
      required: true,
      sort: true,
    }),
    acceptedBy: text({
      label: { zh: '组织单位', en: 'Held by' },
      example: '示例县住房和城乡建设局',
      max: 100,
      required: true,
    }),
    note: longText({ label: { zh: '说明', en: 'Note' }, example: '资料齐全。' }),
  },
  list: ['document', 'workId', 'kind', 'result', 'acceptedOn', 'acceptedBy'],
  sort: '-acceptedOn',
  search: ['document'],
  access: { read: 'works.read', write: 'works.write', archive: 'works.strike' },
})

/** 缺陷: what is to be made good after an acceptance or in operation; open until its day of repair. */
export const defect = recordKind({
  name: 'works.defect',
  path: 'work-defects',
  table: 'works.defects',
  labels: { one: { zh: '缺陷', en: 'Defect' }, many: { zh: '缺陷整改', en: 'Defects' } },
  fields: {
    title: text({ label: { zh: '缺陷', en: 'Defect' }, example: '检查井盖沉降', max: 150, required: true, sort: true }),
    workId,
    contractId: ref({ label: { zh: '责任合同', en: 'Contract' }, to: 'works.contract', filter: true }),
    foundOn: date({ label: { zh: '发现日期', en: 'Found on' }, example: '2025-10-08', required: true, sort: true }),
    dueOn: date({
      label: { zh: '整改期限', en: 'To be mended by' },
      example: '2025-11-08',
      required: true,
      sort: true,
    }),
    fixedOn: date({ label: { zh: '整改完成', en: 'Mended on' }, example: '2025-11-01', filter: true }),
    proof: text({ label: { zh: '销号凭据', en: 'Proof' }, example: '复查照片', max: 200 }),
  },
  list: ['title', 'workId', 'contractId', 'foundOn', 'dueOn', 'fixedOn', 'proof'],
  sort: 'dueOn',
  search: ['title'],
  access: { read: 'works.read', write: 'works.report' },
  check: ({ foundOn, dueOn, fixedOn }) => [
    ...(foundOn && dueOn && String(dueOn) < String(foundOn)
      ? [{ field: 'dueOn', text: { zh: '整改期限早于发现日期。', en: 'It is due before it was found.' } }]
      : []),
    ...(foundOn && fixedOn && String(fixedOn) < String(foundOn)
      ? [{ field: 'fixedOn', text: { zh: '整改完成早于发现日期。', en: 'It was mended before it was found.' } }]
      : []),
  ],
})
