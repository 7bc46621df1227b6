import { formatYuan } from '../../../../web/kit/format.ts'
import { PlainTable } from '../../../../web/kit/plain-table.tsx'
import { useLanguage, useText } from '../../../../web/text.tsx'
import { laneLabels } from '../../contract/lane.ts'
import type { ChainView, LinkView, NodeView } from '../../contract/views.ts'
import { byLane } from './graph-layout.ts'
import { StrengthMark } from './strength-mark.tsx'

/** The nodes of a chain as a table. */
export function NodeTable({ chain, onOpen }: { readonly chain: ChainView; readonly onOpen: (node: string) => void }) {
  const say = useText()
  const language = useLanguage()
  return (
    <PlainTable<NodeView>
      caption={{ zh: '环节', en: 'Nodes' }}
      rows={byLane(chain.nodes).flatMap(([, nodes]) => nodes)}
      keyOf={({ id }) => id}
      columns={[
        {
          label: { zh: '环节', en: 'Node' },
          cell: ({ id, name }) => (
            <button type="button" className="chain-open" onClick={() => onOpen(id)}>
              {name}
            </button>
          ),
        },
        { label: { zh: '分段', en: 'Lane' }, cell: ({ lane }) => say(laneLabels[lane]) },
        {
          label: { zh: '强弱', en: 'Strength' },
          cell: ({ strength }) => <StrengthMark strength={strength.strength} />,
        },
        {
          label: { zh: '在产企业', en: 'At work' },
          cell: ({ placed }) => {
            const working = placed.filter(({ counts }) => counts).map(({ of }) => of.name)
            return working.length === 0 ? '—' : working.join('、')
          },
        },
        {
          label: { zh: '年产值', en: 'Output' },
          cell: ({ strength }) => (Number(strength.outputYuan) > 0 ? formatYuan(strength.outputYuan, language) : '—'),
        },
        {
          label: { zh: '目标年产值', en: 'Wanted' },
          cell: ({ strength: { targetOutputYuan } }) =>
            targetOutputYuan === null ? '—' : formatYuan(targetOutputYuan, language),
        },
        {
          label: { zh: '风险', en: 'Risk' },
          cell: ({ singleSupplier }) => (singleSupplier ? say({ zh: '⚠ 只有一家', en: '⚠ A single one' }) : '—'),
        },
      ]}
    />
  )
}

/** What is delivered from node to node, into other chains and out of them too. */
export function LinkTable({ chain }: { readonly chain: ChainView }) {
  const say = useText()
  const end = ({ name, chain: of }: LinkView['from']) => (of === chain.name ? name : `${of}／${name}`)
  if (chain.links.length === 0) return null
  return (
    <PlainTable<LinkView>
      caption={{ zh: '供给关系', en: 'Links' }}
      rows={chain.links}
      keyOf={({ id }) => id}
      columns={[
        { label: { zh: '供给什么', en: 'What is delivered' }, cell: ({ product }) => product },
        { label: { zh: '供方环节', en: 'From' }, cell: ({ from }) => end(from) },
        { label: { zh: '需方环节', en: 'To' }, cell: ({ to }) => end(to) },
        {
          label: { zh: '风险', en: 'Risk' },
          cell: ({ singleSupplier, unserved }) => {
            if (unserved) return say({ zh: '✕ 区内无人供应', en: '✕ Nobody in the zone delivers' })
            return singleSupplier ? say({ zh: '⚠ 单一来源', en: '⚠ A single supplier' }) : '—'
          },
        },
      ]}
    />
  )
}
