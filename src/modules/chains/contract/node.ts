import { choice, integer, money, ref, text } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'
import { laneLabels } from './lane.ts'

const access = { read: 'chains.read', write: 'chains.draw' } as const

/** One step of a chain (链环节). How strong it is comes out of who stands on it. */
export const ChainNode = recordKind({
  name: 'chains.node',
  path: 'chain-nodes',
  table: 'chains.nodes',
  labels: { one: { zh: '链环节', en: 'Chain node' }, many: { zh: '链环节', en: 'Chain nodes' } },
  fields: {
    name: text({ label: { zh: '环节名称', en: 'Name' }, example: '果蔬汁加工', max: 60, required: true, sort: true }),
    chainId: ref({
      label: { zh: '产业链', en: 'Chain' },
      to: 'chains.chain',
      required: true,
      filter: true,
      writable: 'once',
    }),
    lane: choice({
      label: { zh: '分段', en: 'Lane' },
      options: laneLabels,
      example: 'midstream',
      required: true,
      filter: true,
    }),
    position: integer({
      label: { zh: '段内顺序', en: 'Order in the lane' },
      example: 1,
      min: 0,
      max: 9999,
      required: true,
      sort: true,
    }),
    products: text({
      label: { zh: '产品', en: 'Products' },
      hint: {
        zh: '用顿号分开，候选和供需按它比对',
        en: 'Separated by commas; candidates and postings are compared with it',
      },
      example: '浓缩苹果汁、果酱、果干',
      max: 300,
    }),
    industryCode: text({
      label: { zh: '国标行业代码', en: 'Industry code' },
      hint: { zh: 'GB/T 4754-2017，写到几位就比到几位', en: 'GB/T 4754-2017; compared by as many digits as are given' },
      example: 'C1523',
      max: 5,
      filter: true,
      check: (code) => (/^[A-T](\d{2,4})?$/.test(code) ? null : wrongIndustry),
    }),
    targetEnterprises: integer({
      label: { zh: '目标家数', en: 'Enterprises wanted' },
      hint: { zh: '空着按强弱规则的家数', en: 'Empty: the number of the strength rule' },
      example: 3,
      min: 1,
      max: 9999,
    }),
    targetOutputYuan: money({
      label: { zh: '目标年产值', en: 'Yearly output wanted' },
      unit: { zh: '元', en: 'CNY' },
      hint: { zh: '空着只按家数', en: 'Empty: the number of enterprises alone counts' },
      example: '200000000.00',
    }),
  },
  list: ['name', 'chainId', 'lane', 'products', 'targetEnterprises', 'targetOutputYuan'],
  sort: 'position',
  search: ['name', 'products'],
  access,
})

/** What one node delivers to another (链上供给); also from one chain to another. */
export const ChainLink = recordKind({
  name: 'chains.link',
  path: 'chain-links',
  table: 'chains.links',
  labels: { one: { zh: '链上供给', en: 'Chain link' }, many: { zh: '链上供给', en: 'Chain links' } },
  fields: {
    product: text({ label: { zh: '供给什么', en: 'What is delivered' }, example: '原料果', max: 100, required: true }),
    fromNodeId: ref({
      label: { zh: '供方环节', en: 'From' },
      to: 'chains.node',
      required: true,
      filter: true,
      writable: 'once',
    }),
    toNodeId: ref({
      label: { zh: '需方环节', en: 'To' },
      to: 'chains.node',
      required: true,
      filter: true,
      writable: 'once',
    }),
  },
  list: ['product', 'fromNodeId', 'toNodeId'],
  search: ['product'],
  access,
  check: ({ fromNodeId, toNodeId }) =>
    typeof fromNodeId === 'string' && fromNodeId === toNodeId ? [{ field: 'toNodeId', text: ownNode }] : [],
})

const wrongIndustry = {
  zh: '行业代码应为门类字母 A 至 T 加 2 至 4 位数字，如 C1523。',
  en: 'An industry code is a letter from A to T with 2 to 4 digits, such as C1523.',
}
const ownNode = {
  zh: '供方和需方是同一个环节，请选另一个环节。',
  en: 'A node does not deliver to itself: choose another one.',
}
