import { type Figure, figure } from '../../../kernel/figure.ts'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import type { CountedRow, Database, FigureSource } from '../../../platform/module.ts'
import type { ChainKind } from '../contract/lane.ts'
import { isGap } from '../contract/strength.ts'
import { stateOf } from '../domain/answer.ts'
import type { MapNode } from '../domain/chain-map.ts'
import { openOn } from '../domain/trade.ts'
import { factsOf, listPostings, matchesIn } from './postings.ts'
import { readMap } from './read.ts'
import { chainsIn } from './store.ts'

const chain = { zh: '条', en: 'chain' }
const node = { zh: '个', en: 'node' }

async function chainsOf(db: Database, zoneId: string, kind: ChainKind): Promise<CountedRow[]> {
  const rows = await chainsIn(db, zoneId).where('kind', '=', kind).execute()
  return rows.map(({ id, name }) => ({ id, name, value: 1 }))
}

function nodes(data: Omit<Figure, 'unit' | 'op'>, counts: (one: MapNode) => boolean): FigureSource {
  return {
    figure: figure({ ...data, unit: node, op: 'count' }),
    kind: 'chains.node',
    rows: async (db, zoneId, { now }) => {
      const map = await readMap(db, zoneId, now)
      const counted = [...map.nodes.values()].filter(counts)
      return counted.map(({ id, name, chain: of }) => ({ id, name: `${of.name}：${name}`, value: 1 }))
    },
  }
}

export const figures: readonly FigureSource[] = [
  {
    figure: figure({
      key: 'chains.key',
      label: { zh: '重点产业链', en: 'Key industry chains' },
      definition: { zh: '未归档、类别为重点的产业链', en: 'Chains not archived of the kind "key"' },
      ...{ unit: chain, op: 'count' },
    }),
    kind: 'chains.chain',
    rows: (db, zoneId) => chainsOf(db, zoneId, 'key'),
  },
  {
    figure: figure({
      key: 'chains.leading',
      label: { zh: '主导产业链（农业）', en: 'Leading agricultural chains' },
      definition: { zh: '未归档、类别为主导（农业）的产业链', en: 'Chains not archived of the kind "leading"' },
      ...{ unit: chain, op: 'count' },
    }),
    kind: 'chains.chain',
    rows: (db, zoneId) => chainsOf(db, zoneId, 'leading'),
  },
  nodes(
    {
      key: 'chains.gaps',
      label: { zh: '缺链弱链环节', en: 'Gaps of the chains' },
      definition: {
        zh: '未归档产业链上当日为缺失或薄弱的环节：没有在产企业，或有而未达施行中的强弱规则；在建项目和线索不算在产',
        en: 'Nodes of chains not archived that are missing or weak today: no operating enterprise, or fewer than the rules in force ask; projects and leads do not count',
      },
    },
    ({ strength }) => isGap(strength.strength),
  ),
  nodes(
    {
      key: 'chains.missing',
      label: { zh: '缺失环节', en: 'Missing nodes' },
      definition: {
        zh: '未归档产业链上当日没有一家在产企业的环节',
        en: 'Nodes of chains not archived without any operating enterprise today',
      },
    },
    ({ strength }) => strength.strength === 'missing',
  ),
  nodes(
    {
      key: 'chains.singleSupplier',
      label: { zh: '单一来源环节', en: 'Nodes with a single supplier' },
      definition: {
        zh: '未归档产业链上只有一家在产企业的环节；一家都没有的算缺失，不在其内',
        en: 'Nodes of chains not archived with exactly one operating enterprise; those with none are missing and not counted',
      },
    },
    ({ singleSupplier }) => singleSupplier,
  ),
  {
    figure: figure({
      key: 'chains.postings',
      label: { zh: '有效供需信息', en: 'Open postings' },
      definition: {
        zh: '未归档、未过截止日期、企业未归档的供需信息；供给和需求都计',
        en: 'Postings not archived and not past their last day, of enterprises not archived; supplies and demands alike',
      },
      ...{ unit: { zh: '条', en: 'posting' }, op: 'count' },
    }),
    kind: 'chains.posting',
    rows: async (db, zoneId, { now }) => {
      const open = openOn(await listPostings(db, zoneId), legalDayOf(now))
      return open.map(({ id, product, enterprise }) => ({ id, name: `${enterprise.name}：${product}`, value: 1 }))
    },
  },
  {
    figure: figure({
      key: 'chains.matched',
      label: { zh: '供需撮合成功', en: 'Matches that both sides accept' },
      definition: {
        zh: '双方都已同意的供需牵线；只有一方同意或被谢绝的不计',
        en: 'Matches that both sides have accepted; those accepted by one side or declined are not counted',
      },
      ...{ unit: { zh: '对', en: 'match' }, op: 'count' },
    }),
    ...{ kind: 'chains.match', table: 'chains.matches' },
    rows: async (db, zoneId) => {
      const names = new Map((await listPostings(db, zoneId)).map(({ id, product }) => [id, product]))
      const rows = await matchesIn(db, zoneId).orderBy('id').execute()
      const accepted = rows.filter((row) => stateOf(factsOf(row)) === 'accepted')
      return accepted.map(({ id, demand_id }) => ({ id, name: names.get(demand_id) ?? '', value: 1 }))
    },
  },
]
