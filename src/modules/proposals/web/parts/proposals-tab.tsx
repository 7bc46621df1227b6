import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { ProposalLine } from './proposal-line.tsx'
import { ProposeForm } from './propose-form.tsx'
import { useProposals } from './use-proposals.ts'

/** What the enterprise proposes of itself, and what became of it. */
export function ProposalsTab({ enterprise }: { readonly enterprise: string }) {
  const say = useText()
  const { zone, may } = useMember()
  const { data, error, refetch } = useProposals({ enterprise })
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  const own = may('proposals.propose') && zone.enterpriseId === enterprise
  return (
    <>
      {own && <ProposeForm />}
      {data.proposals.length === 0 && (
        <p className="card empty-state">
          {say(
            own
              ? {
                  zh: '还没有申报。开发区掌握的数据缺了、错了，可在上面申报，经办人核实后采用。',
                  en: 'Nothing proposed yet. What is missing or wrong can be proposed above; an officer confirms it.',
                }
              : {
                  zh: '企业还没有申报过数据。企业账号在这里申报，经办人核实后采用。',
                  en: 'The enterprise has proposed nothing yet.',
                },
          )}
        </p>
      )}
      <ul className="plain-list">
        {data.proposals.map((proposal) => (
          <li key={proposal.id}>
            <section className="card">
              <ProposalLine proposal={proposal} />
            </section>
          </li>
        ))}
      </ul>
    </>
  )
}
