import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlacedOne } from '../contract/views.ts'
import { type ChainRecords, chainMapOf, gapsOf, type NodeRecord } from './chain-map.ts'
import { refusalOfDrawing } from './drawing.ts'
import type { StrengthRuleFacts } from './strength.ts'

const day = '2026-03-02'
const base = { validFrom: '2020-01-01', validUntil: null, source: '样例', confidence: 'E' }
const rules: readonly StrengthRuleFacts[] = [
  { ...base, strength: 'present', minEnterprises: 2, minTargetPercent: null },
  { ...base, strength: 'strong', minEnterprises: 3, minTargetPercent: null },
]

const node = (id: string, chain = 'fruit'): NodeRecord => ({
  ...{ id, name: id, chain: { id: chain, name: chain }, lane: 'midstream', position: 1, products: null },
  ...{ industryCode: null, targetEnterprises: null, targetOutputYuan: null },
})
const placed = (id: string, kind: PlacedOne['kind'] = 'enterprise', counts = true): PlacedOne => ({
  ...{ id, kind, of: { id, name: id }, counts, status: 'operating', products: null },
  ...{ outputYuan: null, outputYear: null, outputSource: null, sample: true },
})
const records = (
  numbers: Readonly<Record<string, number>>,
  links: readonly (readonly [string, string])[],
): ChainRecords => ({
  nodes: Object.keys(numbers).map((id) => node(id)),
  links: links.map(([from, to], i) => ({ id: `link-${i}`, product: '原料', from, to })),
  placed: new Map(
    Object.entries(numbers).map(([id, number]) => [id, Array.from({ length: number }, (_, i) => placed(`${id}-${i}`))]),
  ),
})

describe('the map of the chains', () => {
  it('marks what hangs on one supplier, and what nobody delivers', () => {
    const { nodes, links } = chainMapOf(
      records({ farm: 0, press: 1, pack: 3 }, [
        ['farm', 'press'],
        ['press', 'pack'],
        ['pack', 'nowhere'],
      ]),
      rules,
      day,
    )
    expect([...nodes.values()].map(({ singleSupplier }) => singleSupplier)).toEqual([false, true, false])
    expect(links).toMatchObject([
      { from: { id: 'farm' }, unserved: true, singleSupplier: false },
      { from: { id: 'press' }, unserved: false, singleSupplier: true },
    ])
  })

  it('counts neither projects nor leads nor idle enterprises', () => {
    const some = records({ press: 0 }, [])
    const one = new Map([
      ['press', [placed('a', 'project', false), placed('b', 'lead', false), placed('c', 'enterprise', false)]],
    ])
    const map = chainMapOf({ ...some, placed: one }, rules, day)
    expect(map.nodes.get('press')).toMatchObject({ singleSupplier: false, strength: { strength: 'missing' } })
    expect(gapsOf(map)).toMatchObject([{ node: { id: 'press' }, projects: 1, leads: [{ id: 'b' }] }])
  })

  it('lists the weakest gaps first, of equal ones that for which more wait', () => {
    const map = chainMapOf(
      records({ weak: 1, lonely: 0, wanted: 0, good: 3, fine: 2 }, [
        ['wanted', 'good'],
        ['wanted', 'fine'],
        ['lonely', 'wanted'],
      ]),
      rules,
      day,
    )
    const gaps = gapsOf(map)
    expect(gaps.map((gap) => gap.node.id)).toEqual(['wanted', 'lonely', 'weak'])
    expect(gaps[0]?.waiting.map(({ id }) => id)).toEqual(['good', 'fine'])
  })

  it('one more enterprise adds no gap and no missing supplier, wherever it stands', () => {
    const ids = ['a', 'b', 'c', 'd'] as const
    const numbers = fc.record({ a: fc.nat(4), b: fc.nat(4), c: fc.nat(4), d: fc.nat(4) })
    const links = fc.array(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)), { maxLength: 8 })
    fc.assert(
      fc.property(numbers, links, fc.constantFrom(...ids), (some, ways, at) => {
        const before = chainMapOf(records(some, ways), rules, day)
        const after = chainMapOf(records({ ...some, [at]: some[at] + 1 }, ways), rules, day)
        const gaps = (map: typeof before) => new Set(gapsOf(map).map((gap) => gap.node.id))
        expect([...gaps(after)].filter((id) => !gaps(before).has(id))).toEqual([])
        const unserved = (map: typeof before) => map.links.filter((link) => link.unserved).length
        expect(unserved(after)).toBeLessThanOrEqual(unserved(before))
      }),
    )
  })
})

describe('a drawing', () => {
  const given = { links: [], placements: [], projects: [] }
  const nodeOf = (name: string) => ({
    ...{ name, lane: 'midstream' as const, products: null, industryCode: null },
    ...{ targetEnterprises: null, targetOutputYuan: null },
  })

  it('holds together, or says where it does not', () => {
    const nodes = [nodeOf('种植'), nodeOf('榨汁')]
    expect(refusalOfDrawing({ ...given, nodes })).toBeNull()
    expect(refusalOfDrawing({ ...given, nodes: [...nodes, nodeOf('种植')] })).toMatchObject({
      ...{ code: 'chains.node_twice', details: { field: 'nodes.2.name' } },
    })
    const links = [{ from: '种植', to: '包装', product: '果' }]
    expect(refusalOfDrawing({ ...given, nodes, links })).toMatchObject({
      ...{ code: 'chains.no_node', details: { field: 'links.0.to' } },
    })
  })
})
