import { date, integer, longText, ref, text, yesNo } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'
import { levelField } from './level.ts'

/** 公寓申请: an employer asks for a flat for one of its people. Where it stands in the queue is derived by the rule. */
export const Application = recordKind({
  name: 'stays.application',
  path: 'apartment-applications',
  table: 'stays.applications',
  labels: { one: { zh: '公寓申请', en: 'Application' }, many: { zh: '公寓申请', en: 'Applications' } },
  fields: {
    title: text({
      label: { zh: '申请编号', en: 'Number' },
      example: '申-2026-008',
      max: 60,
      required: true,
      sort: true,
    }),
    enterpriseId: ref({
      label: { zh: '用人单位', en: 'Employer' },
      to: 'enterprises.enterprise',
      required: true,
      filter: true,
      writable: 'once',
    }),
    applicant: text({
      label: { zh: '申请人', en: 'Applicant' },
      example: '孙某',
      max: 50,
      required: true,
      personal: 'name',
    }),
    phone: text({ label: { zh: '手机', en: 'Mobile phone' }, example: '13700000000', max: 40, personal: 'phone' }),
    level: levelField,
    appliedOn: date({ label: { zh: '申请日期', en: 'Applied on' }, example: '2026-03-02', required: true, sort: true }),
    family: integer({
      label: { zh: '同住人数（含本人）', en: 'Household' },
      example: 2,
      min: 1,
      max: 12,
      required: true,
    }),
    rentAllowance: yesNo({
      label: { zh: '正在领租房补贴', en: 'Draws a rent allowance' },
      hint: { zh: '领租房补贴的不能同时住人才公寓', en: 'Nobody has both' },
      example: false,
      required: true,
      filter: true,
    }),
    note: longText({ label: { zh: '备注', en: 'Note' }, example: '需一楼。' }),
  },
  list: ['title', 'enterpriseId', 'applicant', 'level', 'appliedOn', 'family', 'rentAllowance'],
  sort: 'appliedOn',
  search: ['title'],
  access: { read: 'stays.follow', write: 'stays.apply', reveal: 'stays.reveal' },
  ofEnterprise: 'enterpriseId',
})
