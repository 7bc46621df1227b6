import { date, ref, text } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'

/** 代办委托书: whoever files for somebody else shows a written mandate (行政许可法 第29条). */
export const agencyLetter = recordKind({
  name: 'liaisons.agencyLetter',
  path: 'agency-letters',
  table: 'liaisons.agency_letters',
  labels: { one: { zh: '代办委托书', en: 'Agency letter' }, many: { zh: '代办委托书', en: 'Agency letters' } },
  fields: {
    number: text({
      label: { zh: '编号', en: 'Number' },
      example: '委托〔2026〕7号',
      max: 60,
      required: true,
    }),
    projectId: ref({
      label: { zh: '项目', en: 'Project' },
      to: 'projects.project',
      required: true,
      filter: true,
      writable: 'once',
    }),
    enterpriseId: ref({
      label: { zh: '委托人', en: 'Given by' },
      to: 'enterprises.enterprise',
      required: true,
      filter: true,
      writable: 'once',
    }),
    agentId: ref({
      label: { zh: '受托人', en: 'Agent' },
      to: 'organisation.person',
      required: true,
      filter: true,
      writable: 'once',
    }),
    scope: text({
      label: { zh: '委托事项', en: 'What for' },
      example: '立项、用地、规划、施工许可各阶段的申报和领取',
      max: 300,
      required: true,
    }),
    signedOn: date({ label: { zh: '签署日期', en: 'Signed on' }, example: '2026-03-02', required: true, sort: true }),
    validUntil: date({
      label: { zh: '有效期至', en: 'Valid until' },
      hint: { zh: '含当日；空着表示到项目投产', en: 'That day included; empty: until production' },
      example: '2027-03-01',
    }),
  },
  list: ['number', 'projectId', 'enterpriseId', 'agentId', 'scope', 'signedOn', 'validUntil'],
  sort: '-signedOn',
  search: ['number', 'scope'],
  access: { read: 'liaisons.read', write: 'liaisons.write' },
  check: ({ signedOn, validUntil }) =>
    validUntil && String(validUntil) < String(signedOn)
      ? [
          {
            field: 'validUntil',
            text: { zh: '有效期不能早于签署日期。', en: 'It cannot end before it was signed.' },
          },
        ]
      : [],
})
