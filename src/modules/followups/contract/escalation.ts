import { choice, choices, integer, text, yesNo } from '../../../kernel/field.ts'
import type { Label } from '../../../kernel/label.ts'
import { recordKind } from '../../../kernel/record-kind.ts'
import { channelLabels } from '../../../platform/delivery/contract/channel.ts'

/** What a rule waits for. Of those that come near, `days` are working days left; of those that are late, working days over. */
export const causes = [
  'receipt_due',
  'case_yellow',
  'case_red',
  'case_long_red',
  'owed_due',
  'procedure_overrun',
  'follow_up_due',
  'follow_up_late',
  'call_back_late',
] as const
export type Cause = (typeof causes)[number]

export const causeLabels: Readonly<Record<Cause, Label>> = {
  receipt_due: { zh: '接件后告知期限将到', en: 'The answer to an application falls due' },
  case_yellow: { zh: '办件亮黄灯', en: 'A case turns yellow' },
  case_red: { zh: '办件亮红灯', en: 'A case turns red' },
  case_long_red: { zh: '办件持续红灯', en: 'A case stays red' },
  owed_due: { zh: '容缺材料将到期', en: 'An owed paper falls due' },
  procedure_overrun: { zh: '特别程序超过告知的天数', en: 'A special procedure lasts longer than was promised' },
  follow_up_due: { zh: '督办将到期', en: 'A follow-up falls due' },
  call_back_late: { zh: '差评回访整改超期', en: 'A bad rating is not answered in time' },
  follow_up_late: { zh: '督办超期未回复', en: 'A follow-up is not answered in time' },
}

/** Whom a rule tells. Who is away is stood in for by the delegate (委托). */
export const audiences = ['officer', 'head', 'liaison', 'leader', 'supervisor'] as const
export type Audience = (typeof audiences)[number]

export const audienceLabels: Readonly<Record<Audience, Label>> = {
  officer: { zh: '经办人（承办人）', en: 'Officer or addressee' },
  head: { zh: '部门负责人', en: 'Head of the department' },
  liaison: { zh: '项目包联领导', en: "The project's liaison leader" },
  leader: { zh: '管委会领导', en: 'Leaders' },
  supervisor: { zh: '督查人员', en: 'Supervisors' },
}

/** A rule of escalation: when, to whom, how often, by which way. */
export const Escalation = recordKind({
  name: 'followups.escalation',
  path: 'escalation-rules',
  table: 'followups.escalations',
  labels: { one: { zh: '升级规则', en: 'Escalation rule' }, many: { zh: '升级规则', en: 'Escalation rules' } },
  fields: {
    name: text({ label: { zh: '名称', en: 'Name' }, example: '红灯报领导', max: 60, required: true, sort: true }),
    cause: choice({
      label: { zh: '什么情况', en: 'When' },
      options: causeLabels,
      example: 'case_red',
      required: true,
      filter: true,
    }),
    days: integer({
      label: { zh: '天数', en: 'Days' },
      unit: { zh: '个工作日', en: 'working days' },
      hint: { zh: '将到期：还剩几天；超期：已超几天', en: 'Falling due: days left; late: days over' },
      example: 1,
      min: 0,
      max: 250,
      required: true,
    }),
    audience: choices({
      label: { zh: '告诉谁', en: 'To whom' },
      options: audienceLabels,
      example: ['head'],
      required: true,
    }),
    everyDays: integer({
      label: { zh: '每隔几天再提醒', en: 'Again every' },
      unit: { zh: '个工作日', en: 'working days' },
      hint: { zh: '空着：只提醒一次', en: 'Empty: once only' },
      example: 5,
      min: 1,
      max: 250,
    }),
    channels: choices({
      label: { zh: '另发渠道', en: 'Also by' },
      hint: { zh: '本人留了地址才会发', en: 'Where the person has given an address' },
      options: channelLabels,
      example: ['sms'],
    }),
    urgent: yesNo({
      label: { zh: '紧急（免打扰时段也发）', en: 'Urgent: sent in quiet hours too' },
      example: false,
      required: true,
    }),
    replyDays: integer({
      label: { zh: '同时开督办单，几日内答复', en: 'Also an order, to be answered within' },
      unit: { zh: '个工作日', en: 'working days' },
      hint: { zh: '空着：只发消息；用于办件和差评', en: 'Empty: a message only; for cases and bad ratings' },
      example: 3,
      min: 1,
      max: 60,
    }),
    enabled: yesNo({ label: { zh: '启用', en: 'On' }, example: true, required: true, filter: true }),
    source: text({ label: { zh: '依据', en: 'Source' }, example: '海口江东新区 2020 [P]', max: 200 }),
  },
  list: ['name', 'cause', 'days', 'audience', 'everyDays', 'enabled'],
  sort: 'name',
  search: [],
  access: { read: 'followups.readRules', write: 'followups.writeRules' },
})
