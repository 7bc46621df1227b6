import { describe, expect, it } from 'vitest'
import type { PlacedOne } from '../contract/views.ts'
import { candidatesFor, type PoolMember } from './candidates.ts'
import { chainMapOf, type NodeRecord } from './chain-map.ts'

const weights = { product: 40, industry: 20, similarNode: 25, neighbour: 15, least: 30, most: 12 }
const node = (id: string, more: Partial<NodeRecord> = {}): NodeRecord => ({
  ...{ id, name: id, chain: { id: 'fruit', name: '果品' }, lane: 'midstream', position: 1, products: null },
  ...{ industryCode: null, targetEnterprises: null, targetOutputYuan: null, ...more },
})
const placed = (id: string): PlacedOne => ({
  ...{
    id: `placement-${id}`,
    kind: 'enterprise',
    of: { id, name: id },
    counts: true,
    status: 'operating',
    products: null,
  },
  ...{ outputYuan: null, outputYear: null, outputSource: null, sample: true },
})
const member = (id: string, more: Partial<PoolMember> = {}): PoolMember => ({
  ...{ kind: 'enterprise', id, name: id, status: 'operating', industryCode: null, texts: [], ...more },
})

const nodes = [
  node('果胶', { products: '果胶、果香精', industryCode: 'C1495' }),
  node('果汁', { products: '浓缩果汁', industryCode: 'C1523' }),
  node('食品添加剂', { chain: { id: 'farm', name: '农产品' }, industryCode: 'C1495' }),
]
const links = [{ id: 'link', product: '果渣', from: '果汁', to: '果胶' }]
const map = (stands: Readonly<Record<string, readonly string[]>>) =>
  chainMapOf(
    { nodes, links, placed: new Map(Object.entries(stands).map(([id, ones]) => [id, ones.map(placed)])) },
    [],
    '2026-03-02',
  )
const ask = (pool: readonly PoolMember[], stands = {}) =>
  candidatesFor({ nodeId: '果胶', map: map(stands), pool, weights })

describe('candidates for a gap', () => {
  it('come with their reasons, the likeliest first', () => {
    const pool = [
      member('邻居', { industryCode: 'C1523', texts: ['浓缩苹果汁'] }),
      member('同行', { industryCode: 'C1495', texts: ['果胶'] }),
      member('无关', { industryCode: 'C3670', texts: ['车桥'] }),
    ]
    const found = ask(pool, { 食品添加剂: ['同行'], 果汁: ['邻居'] })
    expect(found.map(({ of }) => of.name)).toEqual(['同行'])
    expect(found[0]).toMatchObject({ score: 78, atMost: 78 })
    expect(found[0]?.parts.map(({ key, degree }) => [key, degree])).toEqual([
      ...[
        ['product', 1],
        ['industry', 1],
        ['similarNode', 0.7],
        ['neighbour', 0],
      ],
    ])
    expect(found[0]?.parts[2]?.reason.zh).toBe('已在“农产品”的相近环节“食品添加剂”')
  })

  it('leave out who stands there already, and let what is unknown speak neither for nor against', () => {
    const known = member('甲', { texts: ['果胶'] })
    expect(ask([known], { 果胶: ['甲'] })).toEqual([])
    expect(ask([known])[0]).toMatchObject({ score: 40, atMost: 60 })
    expect(ask([member('乙')])).toEqual([])
  })

  it('finds the product within the words of a lead', () => {
    const lead = member('线索', { kind: 'lead', texts: ['拟投资建设年产五千吨果胶提取生产线'] })
    expect(ask([lead])[0]?.parts[0]).toMatchObject({ key: 'product', degree: 0.9 })
  })

  it('shows no more than wanted, whatever their order in the pool', () => {
    const pool = Array.from({ length: 30 }, (_, i) => member(`企业${i}`, { texts: ['果胶'], industryCode: 'C1495' }))
    const found = ask(pool)
    expect(found).toHaveLength(12)
    expect(ask(pool.toReversed())).toEqual(found)
  })
})
