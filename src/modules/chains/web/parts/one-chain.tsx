import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { useAddress } from '../../../../web/kit/records/use-address.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { Tabs } from '../../../../web/kit/tabs.tsx'
import { useTitle } from '../../../../web/kit/title.ts'
import { usePhone } from '../../../../web/kit/use-phone.ts'
import { useText } from '../../../../web/text.tsx'
import { chainKindLabels } from '../../contract/lane.ts'
import { strengths } from '../../contract/strength.ts'
import type { ChainView } from '../../contract/views.ts'
import { ChainGraph } from './chain-graph.tsx'
import { ChainLanes } from './chain-lanes.tsx'
import { LinkTable, NodeTable } from './chain-table.tsx'
import { NodeSheet } from './node-sheet.tsx'
import { StrengthMark } from './strength-mark.tsx'
import { useChain } from './use-chains.ts'

/** One chain: as a picture, as tables, on a phone as lists; a node opens beside it. */
export function OneChain({ id }: { readonly id: string }) {
  const say = useText()
  const { zone } = useMember()
  const { search, go } = useAddress()
  const { data, error, refetch } = useChain(id)
  useTitle({ zh: data?.name ?? '产业链', en: data?.name ?? 'Industry chain' })
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  const node = data.nodes.find((one) => one.id === search.node)
  return (
    <div className="page chains">
      <p className="chain-back">
        <Link to="/chains" search={{ zone: zone.code }}>
          {say({ zh: '← 全部产业链', en: '← All chains' })}
        </Link>
      </p>
      <h1>{data.name}</h1>
      <p className="chain-line">
        <span>{say(chainKindLabels[data.kind])}</span>
        {data.chief !== null && <span>{say({ zh: `链长 ${data.chief}`, en: `Chief: ${data.chief}` })}</span>}
        {data.team !== null && <span>{data.team}</span>}
        {data.sample && <span className="mark mark-illustrative">{say({ zh: '示例', en: 'Sample' })}</span>}
      </p>
      {data.note !== null && <p className="soft">{data.note}</p>}
      <p className="legend">
        {strengths.toReversed().map((one) => (
          <StrengthMark key={one} strength={one} />
        ))}
        <span>{say({ zh: '⚠ 和虚线：只有一家在产企业', en: '⚠ and dashes: a single enterprise at work' })}</span>
        <span>{say({ zh: '红点线：区内无人供应', en: 'Red dots: nobody in the zone delivers' })}</span>
      </p>
      <ChainViews chain={data} onOpen={(opened) => go({ node: opened })} chosen={search.node} />
      {node !== undefined && <NodeSheet chain={data} node={node} onClose={() => go({ node: undefined })} />}
    </div>
  )
}

interface ViewsProps {
  readonly chain: ChainView
  readonly chosen: string | undefined
  readonly onOpen: (node: string) => void
}

function ChainViews({ chain, chosen, onOpen }: ViewsProps) {
  const say = useText()
  const phone = usePhone()
  const { search, go } = useAddress()
  if (chain.nodes.length === 0) {
    return (
      <p className="card empty-state">
        {say({
          zh: '这条链还没有环节。到“资料”里的“链环节”登记环节和供给关系，这里就会画出来。',
          en: 'This chain has no nodes yet. Enter them under Records, Chain nodes, and they are drawn here.',
        })}
      </p>
    )
  }
  const table = search.view === 'table'
  const labels = { graph: say({ zh: '图', en: 'Picture' }), table: say({ zh: '表', en: 'Tables' }) }
  const tables = (
    <>
      <NodeTable chain={chain} onOpen={onOpen} />
      <LinkTable chain={chain} />
    </>
  )
  return (
    <>
      <Tabs
        label={say({ zh: '看法', en: 'View' })}
        tabs={(['graph', 'table'] as const).map((key) => ({ key, label: labels[key] }))}
        chosen={table ? 'table' : 'graph'}
        onChoose={(key) => go({ view: key === 'table' ? 'table' : undefined })}
      >
        {table && tables}
        {!table && phone && <ChainLanes chain={chain} onOpen={onOpen} />}
        {!table && !phone && <ChainGraph chain={chain} chosen={chosen} onOpen={onOpen} />}
      </Tabs>
      {!table && <div className="chain-print">{tables}</div>}
      <p className="chain-acts">
        <Button onClick={() => window.print()}>{say({ zh: '打印图和表', en: 'Print picture and tables' })}</Button>
      </p>
    </>
  )
}
