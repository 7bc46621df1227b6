import { decimal, longText, ref } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'
import { month } from './month.ts'

const percent = { example: 45, min: 0, max: 100, scale: 1, unit: { zh: '%', en: '%' } } as const

/** 月度进展: how far the project should be and how far it is at the end of a month, in words, with pictures. One a month. */
export const report = recordKind({
  name: 'progress.report',
  path: 'progress-reports',
  table: 'progress.reports',
  labels: { one: { zh: '月度进展', en: 'Monthly report' }, many: { zh: '月度进展', en: 'Monthly reports' } },
  fields: {
    month,
    projectId: ref({
      label: { zh: '项目', en: 'Project' },
      to: 'projects.project',
      required: true,
      filter: true,
      writable: 'once',
    }),
    plannedPercent: decimal({
      ...percent,
      label: { zh: '累计计划', en: 'Planned so far' },
      hint: { zh: '没有计划就留空', en: 'Leave it open where there was no plan' },
    }),
    actualPercent: decimal({ ...percent, label: { zh: '累计完成', en: 'Done so far' }, required: true }),
    done: longText({
      label: { zh: '本月完成', en: 'Done this month' },
      example: '主体结构封顶，开始内装。',
      required: true,
    }),
    next: longText({ label: { zh: '下月打算', en: 'Next month' }, example: '设备进场。' }),
  },
  list: ['month', 'projectId', 'plannedPercent', 'actualPercent', 'done', 'next'],
  sort: '-month',
  search: [],
  access: { read: 'progress.read', write: 'progress.write' },
})
