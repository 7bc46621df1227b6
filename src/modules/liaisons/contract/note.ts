import { choice, date, longText, ref, text, yesNo } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'

export const noteKinds = {
  call: { zh: '通话', en: 'Call' },
  visit: { zh: '上门', en: 'Visit' },
  site: { zh: '看现场', en: 'On site' },
  meeting: { zh: '会商', en: 'Meeting' },
  message: { zh: '消息', en: 'Message' },
} as const

/** 包联记事: what was said or seen on a project, what comes next, and when it is brought forward. The enterprise reads only what is shown to it. */
export const note = recordKind({
  name: 'liaisons.note',
  path: 'liaison-notes',
  table: 'liaisons.notes',
  labels: { one: { zh: '包联记事', en: 'Liaison note' }, many: { zh: '包联记事', en: 'Liaison notes' } },
  fields: {
    words: longText({
      label: { zh: '记事', en: 'Note' },
      example: '企业反映变压器还没有到货。',
      max: 1000,
      required: true,
    }),
    projectId: ref({
      label: { zh: '项目', en: 'Project' },
      to: 'projects.project',
      required: true,
      filter: true,
      writable: 'once',
    }),
    kind: choice({
      label: { zh: '方式', en: 'How' },
      options: noteKinds,
      example: 'call',
      required: true,
      filter: true,
    }),
    happenedOn: date({
      label: { zh: '日期', en: 'On' },
      example: '2026-03-02',
      required: true,
      sort: true,
      writable: 'once',
    }),
    nextStep: text({ label: { zh: '下一步', en: 'Next step' }, example: '联系供电公司核实到货时间' }),
    followUpOn: date({
      label: { zh: '跟进日期', en: 'Bring forward on' },
      hint: { zh: '到这一天会回到首页', en: 'It comes back to the first page on that day' },
      example: '2026-03-05',
      filter: true,
      sort: true,
    }),
    told: yesNo({
      label: { zh: '给企业看', en: 'Shown to the enterprise' },
      example: false,
      required: true,
      filter: true,
    }),
  },
  list: ['words', 'projectId', 'kind', 'happenedOn', 'nextStep', 'followUpOn', 'told'],
  sort: '-happenedOn',
  search: ['words', 'nextStep'],
  access: { read: 'liaisons.read', write: 'liaisons.write' },
})
