import { integer, money, ref, text } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'

/** 项目年产值: what a project in production was planned to make in a year, and what it made. */
export const yearlyOutput = recordKind({
  name: 'rates.output',
  path: 'project-outputs',
  table: 'rates.outputs',
  labels: { one: { zh: '项目年产值', en: 'Yearly output' }, many: { zh: '项目年产值', en: 'Yearly outputs' } },
  fields: {
    year: integer({
      label: { zh: '年度', en: 'Year' },
      example: 2025,
      min: 2000,
      max: 2100,
      required: true,
      filter: true,
      sort: true,
      writable: 'once',
    }),
    projectId: ref({
      label: { zh: '项目', en: 'Project' },
      to: 'projects.project',
      required: true,
      filter: true,
      writable: 'once',
    }),
    plannedYuan: money({
      label: { zh: '设计年产值', en: 'Planned yearly output' },
      unit: { zh: '元', en: 'CNY' },
      example: '100000000.00',
      required: true,
    }),
    realYuan: money({
      label: { zh: '实际产值', en: 'Real output' },
      unit: { zh: '元', en: 'CNY' },
      example: '72000000.00',
      required: true,
    }),
    source: text({ label: { zh: '来源', en: 'Source' }, example: '规上工业报表', max: 200, required: true }),
  },
  list: ['year', 'projectId', 'plannedYuan', 'realYuan', 'source'],
  sort: '-year',
  search: [],
  access: { read: 'rates.read', write: 'rates.write' },
})
