import { date, text } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'
import { workId } from './fields.ts'

/** 工程节点: planned once and for all, forecast as it looks now, reached with its proof. */
export const workMilestone = recordKind({
  name: 'works.milestone',
  path: 'work-milestones',
  table: 'works.milestones',
  labels: { one: { zh: '工程节点', en: 'Milestone of a work' }, many: { zh: '工程节点', en: 'Milestones of works' } },
  fields: {
    title: text({ label: { zh: '节点', en: 'Milestone' }, example: '主体封顶', max: 100, required: true, sort: true }),
    workId,
    plannedOn: date({
      label: { zh: '计划', en: 'Planned' },
      hint: { zh: '录入后不再改；变化写在预计里', en: 'Fixed once entered: what changes goes into the forecast' },
      example: '2026-06-30',
      required: true,
      sort: true,
      writable: 'once',
    }),
    forecastOn: date({ label: { zh: '预计', en: 'Forecast' }, example: '2026-07-15', sort: true }),
    doneOn: date({ label: { zh: '实际', en: 'Reached' }, example: '2026-07-20' }),
    proof: text({ label: { zh: '凭证', en: 'Proof' }, example: '监理月报 7 号', max: 200 }),
  },
  list: ['title', 'workId', 'plannedOn', 'forecastOn', 'doneOn', 'proof'],
  sort: 'plannedOn',
  search: ['title'],
  access: { read: 'works.read', write: 'works.report' },
  check: ({ doneOn, proof }) =>
    doneOn && !proof
      ? [
          {
            field: 'proof',
            text: { zh: '填了实际日期就要写凭证。', en: 'A milestone that was reached has its proof.' },
          },
        ]
      : [],
})
