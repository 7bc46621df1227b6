import { Link } from '@tanstack/react-router'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { PlainTable } from '../../../../web/kit/plain-table.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { laneLabels } from '../../contract/lane.ts'
import type { GapView } from '../../contract/views.ts'
import { SubjectLink } from './placed-list.tsx'
import { StrengthMark } from './strength-mark.tsx'
import { useGaps } from './use-chains.ts'

/** Nodes that are missing or weak, over all chains, those first for which most others wait. */
export function GapList() {
  const say = useText()
  const { zone } = useMember()
  const { data, error, refetch } = useGaps()
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  if (data.gaps.length === 0) {
    return (
      <p className="card empty-state">
        {say({
          zh: '没有缺失或薄弱的环节。企业停产、迁出或目标提高后，缺口会列在这里。',
          en: 'No node is missing or weak. When an enterprise stops, moves away or more is wanted, the gap stands here.',
        })}
      </p>
    )
  }
  return (
    <PlainTable<GapView>
      caption={{ zh: '缺链弱链清单', en: 'Gaps of the chains' }}
      rows={data.gaps}
      keyOf={({ node }) => node.id}
      columns={[
        {
          label: { zh: '环节', en: 'Node' },
          cell: ({ chain, node }) => (
            <Link to="/chains" search={{ zone: zone.code, chain: chain.id, node: node.id }}>
              {node.name}
            </Link>
          ),
        },
        { label: { zh: '产业链', en: 'Chain' }, cell: ({ chain }) => chain.name },
        { label: { zh: '分段', en: 'Lane' }, cell: ({ lane }) => say(laneLabels[lane]) },
        {
          label: { zh: '强弱', en: 'Strength' },
          cell: ({ strength }) => <StrengthMark strength={strength.strength} />,
        },
        {
          label: { zh: '等它供货的环节', en: 'Nodes that wait for it' },
          cell: ({ waiting }) => (waiting.length === 0 ? '—' : waiting.map(({ name }) => name).join('、')),
        },
        {
          label: { zh: '在推项目', en: 'Projects' },
          cell: ({ projects }) => <span className="number">{projects}</span>,
        },
        {
          label: { zh: '线索', en: 'Leads' },
          cell: ({ leads }) =>
            leads.length === 0
              ? '—'
              : leads.map((of) => (
                  <div key={of.id}>
                    <SubjectLink kind="lead" of={of} />
                  </div>
                )),
        },
      ]}
    />
  )
}
