import { choice, decimal, integer, ref, text } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'

export const horizonLabels = {
  near: { zh: '近期设计', en: 'Design, near term' },
  far: { zh: '远期设计', en: 'Design, long term' },
  design: { zh: '设计', en: 'Design' },
  trial: { zh: '调试', en: 'Commissioning' },
  built: { zh: '建成运营', en: 'In operation' },
} as const

/** 产能: what a project is designed for, tries out, or has in operation. */
export const capacity = recordKind({
  name: 'progress.capacity',
  path: 'project-capacities',
  table: 'progress.capacities',
  labels: { one: { zh: '项目产能', en: 'Project capacity' }, many: { zh: '项目产能', en: 'Project capacities' } },
  fields: {
    product: text({
      label: { zh: '产品或能力', en: 'Product or service' },
      example: '浓缩果汁',
      max: 100,
      required: true,
      filter: true,
      sort: true,
    }),
    projectId: ref({
      label: { zh: '项目', en: 'Project' },
      to: 'projects.project',
      required: true,
      filter: true,
      writable: 'once',
    }),
    horizon: choice({
      label: { zh: '口径', en: 'Which' },
      options: horizonLabels,
      example: 'design',
      required: true,
      filter: true,
    }),
    quantity: decimal({ label: { zh: '数量', en: 'Quantity' }, example: 10000, min: 0, required: true }),
    unit: text({ label: { zh: '单位', en: 'Unit' }, example: '吨/年', max: 20, required: true }),
    lines: integer({
      label: { zh: '生产线', en: 'Lines' },
      unit: { zh: '条', en: 'lines' },
      example: 2,
      min: 0,
      max: 1000,
    }),
    source: text({ label: { zh: '来源', en: 'Source' }, example: '备案证', max: 200, required: true }),
  },
  list: ['product', 'projectId', 'horizon', 'quantity', 'unit', 'lines', 'source'],
  sort: 'product',
  search: ['product', 'source'],
  access: { read: 'progress.read', write: 'progress.write' },
})
