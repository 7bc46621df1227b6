import { choice, date, longText, ref, text } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'
import { causeLabels } from '../../projects/contract/stage.ts'
import { notYetLabels, planLabels } from './not-yet.ts'

/** 停滞处置: which of the five, whose cause (a government cause stops the clock of idle land, 闲置土地处置办法), what is to be done, by whom, until when, and how it ended. */
export const stall = recordKind({
  name: 'stalls.stall',
  path: 'project-stalls',
  table: 'stalls.stalls',
  labels: { one: { zh: '停滞处置', en: 'Stalled project' }, many: { zh: '停滞处置（五未）', en: 'Stalled projects' } },
  fields: {
    title: text({
      label: { zh: '情况', en: 'What stands still' },
      example: '竣工两年未投产',
      max: 100,
      required: true,
      sort: true,
    }),
    projectId: ref({
      label: { zh: '项目', en: 'Project' },
      to: 'projects.project',
      required: true,
      filter: true,
      writable: 'once',
    }),
    notYet: choice({
      label: { zh: '五未', en: 'Which of the five' },
      options: notYetLabels,
      example: 'producing',
      required: true,
      filter: true,
      writable: 'once',
    }),
    cause: choice({
      label: { zh: '原因', en: 'Cause' },
      hint: { zh: '政府原因不计入闲置时间', en: 'A government cause stops the clock of idle land' },
      options: causeLabels,
      example: 'market',
      required: true,
      filter: true,
    }),
    plan: choice({
      label: { zh: '处置方式', en: 'Plan' },
      options: planLabels,
      example: 'support',
      required: true,
      filter: true,
    }),
    measure: longText({
      label: { zh: '措施', en: 'Measures' },
      example: '协调贷款展期，帮助对接订单。',
      required: true,
    }),
    ownerId: ref({ label: { zh: '责任人', en: 'Owner' }, to: 'organisation.person', required: true, filter: true }),
    foundOn: date({
      label: { zh: '认定日期', en: 'Found on' },
      example: '2026-03-02',
      required: true,
      sort: true,
      writable: 'once',
    }),
    dueOn: date({ label: { zh: '处置期限', en: 'Due on' }, example: '2026-09-30', required: true, sort: true }),
    basis: longText({
      label: { zh: '规则依据', en: 'By which rule' },
      hint: { zh: '按规则列出、经人确认的才有', en: 'Only of what a rule found and a person confirmed' },
      example: '2024-03-01 签约，已 24 个月没有取得土地。',
      writable: 'never',
    }),
    endedOn: date({ label: { zh: '了结日期', en: 'Ended on' }, example: '2026-08-15' }),
    outcome: longText({ label: { zh: '结果', en: 'Outcome' }, example: '已投产。' }),
    evidenceId: ref({ label: { zh: '凭证', en: 'Evidence' }, to: 'projects.evidence' }),
  },
  list: ['title', 'projectId', 'notYet', 'cause', 'plan', 'ownerId', 'dueOn', 'endedOn'],
  sort: 'dueOn',
  search: ['title'],
  access: { read: 'stalls.read', write: 'stalls.write' },
  check: ({ foundOn, dueOn, endedOn, outcome, evidenceId }) => [
    ...(String(dueOn) < String(foundOn)
      ? [{ field: 'dueOn', text: { zh: '处置期限不能早于认定日期。', en: 'It cannot be due before it was found.' } }]
      : []),
    ...(endedOn && !outcome
      ? [{ field: 'outcome', text: { zh: '了结要写明结果。', en: 'What has ended has an outcome: say which.' } }]
      : []),
    ...(endedOn && !evidenceId
      ? [
          {
            field: 'evidenceId',
            text: { zh: '了结要有凭证，请先在“凭证”里添加。', en: 'What has ended is proved: add the evidence first.' },
          },
        ]
      : []),
  ],
})
