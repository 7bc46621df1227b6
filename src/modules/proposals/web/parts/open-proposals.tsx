import { Link } from '@tanstack/react-router'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { ProposalLine } from './proposal-line.tsx'
import { useProposals } from './use-proposals.ts'

/** Proposals of all enterprises that wait for an officer. */
export function OpenProposals() {
  const say = useText()
  const { zone } = useMember()
  const { data, error, refetch } = useProposals({ state: 'proposed' })
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  if (data.proposals.length === 0) {
    return (
      <p className="card empty-state" role="status">
        {say({ zh: '没有待核实的企业申报。', en: 'No proposal waits.' })}
      </p>
    )
  }
  return (
    <ul className="plain-list">
      {data.proposals.map((proposal) => (
        <li key={proposal.id}>
          <section className="card">
            <h3>
              <Link to="/enterprise" search={{ zone: zone.code, id: proposal.enterprise.id }}>
                {proposal.enterprise.name}
              </Link>
            </h3>
            <ProposalLine proposal={proposal} />
          </section>
        </li>
      ))}
    </ul>
  )
}
