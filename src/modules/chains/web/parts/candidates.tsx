import { Button } from 'antd'
import { useState } from 'react'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import type { FillingCandidate } from '../../contract/candidates.ts'
import type { NodeView } from '../../contract/views.ts'
import { LeadForm } from './lead-form.tsx'
import { SubjectLink, statusLabel } from './placed-list.tsx'
import { ScoreParts } from './score-parts.tsx'
import { useCandidates } from './use-chains.ts'

const kindLabels = {
  enterprise: { zh: '企业', en: 'Enterprise' },
  project: { zh: '项目', en: 'Project' },
  lead: { zh: '线索', en: 'Lead' },
} as const satisfies Record<FillingCandidate['kind'], unknown>

/** Who could fill a gap, each with the reasons of its score; a gap or a candidate becomes a lead here. */
export function Candidates({ node }: { readonly node: NodeView }) {
  const say = useText()
  const { may } = useMember()
  const { data, error, refetch } = useCandidates(node.id)
  /** Name of whom a lead is being made; empty: of the gap itself. */
  const [company, setCompany] = useState<string>()
  const mayEnter = may('promotion.write') && may('chains.place')
  return (
    <section>
      <h3>{say({ zh: '补链候选', en: 'Candidates' })}</h3>
      {error !== null && <Failure error={error} onRetry={() => refetch()} />}
      {error === null && data === undefined && <Opening />}
      {data?.candidates.length === 0 && (
        <p className="soft">
          {say({
            zh: '本区企业、项目和线索里没有产品、行业相近的。给环节写上产品和行业代码，候选会更准。',
            en: 'Nobody in the zone makes anything alike. Products and an industry code of the node make the search better.',
          })}
        </p>
      )}
      {mayEnter && company === undefined && (
        <p>
          <Button onClick={() => setCompany('')}>{say({ zh: '为这个环节登记线索', en: 'Make a lead of it' })}</Button>
        </p>
      )}
      {company !== undefined && (
        <LeadForm key={company} node={node} company={company} onClose={() => setCompany(undefined)} />
      )}
      <ol className="plain-list chain-who">
        {data?.candidates.map((one) => (
          <li key={`${one.kind}:${one.of.id}`}>
            <SubjectLink kind={one.kind} of={one.of} /> <span className="mark">{say(kindLabels[one.kind])}</span>{' '}
            <span className="mark">{say(statusLabel(one.status))}</span>
            <ScoreParts match={one} />
            {mayEnter && one.kind === 'enterprise' && (
              <Button size="small" onClick={() => setCompany(one.of.name)}>
                {say({ zh: '登记为线索', en: 'Make a lead of it' })}
                <span className="visually-hidden">：{one.of.name}</span>
              </Button>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
