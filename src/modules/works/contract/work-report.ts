import { decimal, longText, text } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'
import { workId } from './fields.ts'

const percent = { example: 45, min: 0, max: 100, scale: 1, unit: { zh: '%', en: '%' } } as const
const month = /^\d{4}-(0[1-9]|1[0-2])$/

/** 工程月报: how far the work should be and is at the end of a month, with pictures. One a month. */
export const workReport = recordKind({
  name: 'works.report',
  path: 'work-reports',
  table: 'works.reports',
  labels: {
    one: { zh: '工程月报', en: 'Monthly report of a work' },
    many: { zh: '工程月报', en: 'Monthly reports of works' },
  },
  fields: {
    month: text({
      label: { zh: '月份', en: 'Month' },
      example: '2026-03',
      max: 7,
      required: true,
      filter: true,
      sort: true,
      writable: 'once',
      check: (value) => (month.test(value) ? null : { zh: '请写成 2026-03 的样子。', en: 'Write it as 2026-03.' }),
    }),
    workId,
    plannedPercent: decimal({
      ...percent,
      label: { zh: '累计计划', en: 'Planned so far' },
      hint: { zh: '没有计划就留空', en: 'Leave it open where there was no plan' },
    }),
    actualPercent: decimal({ ...percent, label: { zh: '累计完成', en: 'Done so far' }, required: true }),
    done: longText({ label: { zh: '本月完成', en: 'Done this month' }, example: '管沟回填完成。', required: true }),
    next: longText({ label: { zh: '下月打算', en: 'Next month' }, example: '路面摊铺。' }),
  },
  list: ['month', 'workId', 'plannedPercent', 'actualPercent', 'done', 'next'],
  sort: '-month',
  search: [],
  access: { read: 'works.read', write: 'works.report' },
})
