import { integer, money, ref, text } from '../../../kernel/field.ts'
import { type FieldFinding, recordKind } from '../../../kernel/record-kind.ts'

const access = { read: 'chains.read', write: 'chains.place' } as const
const nodeId = ref({
  label: { zh: '环节', en: 'Node' },
  to: 'chains.node',
  required: true,
  filter: true,
  writable: 'once',
})
const products = text({
  label: { zh: '在这个环节的产品', en: 'Products at this node' },
  hint: { zh: '用顿号分开', en: 'Separated by commas' },
  example: '浓缩苹果汁',
})

/** An enterprise stands on a node (企业上链), with the share of its output that belongs there. */
export const Placement = recordKind({
  name: 'chains.placement',
  path: 'chain-placements',
  table: 'chains.placements',
  labels: {
    one: { zh: '上链企业', en: 'Enterprise on a chain' },
    many: { zh: '上链企业', en: 'Enterprises on chains' },
  },
  fields: {
    enterpriseId: ref({
      label: { zh: '企业', en: 'Enterprise' },
      to: 'enterprises.enterprise',
      required: true,
      filter: true,
      writable: 'once',
    }),
    nodeId,
    products,
    outputYuan: money({
      label: { zh: '该环节年产值', en: 'Yearly output at this node' },
      unit: { zh: '元', en: 'CNY' },
      example: '86000000.00',
    }),
    outputYear: integer({ label: { zh: '产值年份', en: 'Year of the output' }, example: 2025, min: 1990, max: 2100 }),
    outputSource: text({ label: { zh: '产值来源', en: 'Source of the output' }, example: '2025 年度统计年报' }),
  },
  list: ['enterpriseId', 'nodeId', 'products', 'outputYuan', 'outputYear', 'outputSource'],
  search: ['products'],
  access,
  ofEnterprise: 'enterpriseId',
  check: checkOutput,
})

/** A project that will stand on a node when it produces (项目上链). */
export const ProjectPlacement = recordKind({
  name: 'chains.projectPlacement',
  path: 'chain-project-placements',
  table: 'chains.project_placements',
  labels: { one: { zh: '上链项目', en: 'Project on a chain' }, many: { zh: '上链项目', en: 'Projects on chains' } },
  fields: {
    projectId: ref({
      label: { zh: '项目', en: 'Project' },
      to: 'projects.project',
      required: true,
      filter: true,
      writable: 'once',
    }),
    nodeId,
    products,
  },
  list: ['projectId', 'nodeId', 'products'],
  search: ['products'],
  access,
})

/** A lead that could come to a node (线索上链). */
export const LeadPlacement = recordKind({
  name: 'chains.leadPlacement',
  path: 'chain-lead-placements',
  table: 'chains.lead_placements',
  labels: { one: { zh: '上链线索', en: 'Lead on a chain' }, many: { zh: '上链线索', en: 'Leads on chains' } },
  fields: {
    leadId: ref({
      label: { zh: '招商线索', en: 'Lead' },
      to: 'promotion.lead',
      required: true,
      filter: true,
      writable: 'once',
    }),
    nodeId,
    products,
  },
  list: ['leadId', 'nodeId', 'products'],
  search: ['products'],
  access,
})

/** An output says of which year it is and who says so. */
function checkOutput({ outputYuan, outputYear, outputSource }: Readonly<Record<string, unknown>>): FieldFinding[] {
  if (outputYuan === null || outputYuan === undefined) return []
  if (String(outputYuan).startsWith('-')) return [{ field: 'outputYuan', text: negative }]
  const missing = { outputYear, outputSource }
  return Object.entries(missing).flatMap(([field, value]) =>
    value === null || value === undefined ? [{ field, text: unsaid }] : [],
  )
}

const negative = { zh: '年产值不能为负，请核对后重填。', en: 'An output is not negative: check it and enter it again.' }
const unsaid = {
  zh: '填了产值，就要填年份和来源；不清楚的，产值留空。',
  en: 'An output needs its year and its source; leave the output out when they are not known.',
}
