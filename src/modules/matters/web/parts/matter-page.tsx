import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { OutputOf } from '../../../../kernel/endpoint.ts'
import { queryOf } from '../../../../web/client.ts'
import { Failure } from '../../../../web/kit/failure.tsx'
import { useTitle } from '../../../../web/kit/title.ts'
import { named, useText } from '../../../../web/text.tsx'
import { initiatorLabels, kindLabel } from '../../contract/labels.ts'
import { labelOfMixed } from '../../contract/mixed-text.ts'
import { getMatter } from '../../contract.ts'
import { Citations, ConfidenceLegend } from '../panels.tsx'
import { FeeCard } from './fee-card.tsx'
import { InputsCard } from './inputs-card.tsx'
import { LimitsCard } from './limits-card.tsx'
import { OutcomesCard } from './outcomes-card.tsx'
import { RuleCard } from './rule-card.tsx'
import { VersionLine } from './version-line.tsx'
import './matters.css'

export type MatterDetail = OutputOf<typeof getMatter>

/** One matter: law, rule, limits, papers, outcomes, fees, and its neighbours in the graph. */
export function MatterPage({ code }: { readonly code: string }) {
  const say = useText()
  const { data, error, refetch } = useQuery(queryOf(getMatter, { code }))
  useTitle(data === undefined ? { zh: '事项', en: 'Matter' } : named(data.matter))
  return (
    <div className="page">
      <p>
        <Link to="/matters">← {say({ zh: '全部事项', en: 'All matters' })}</Link>
      </p>
      {error !== null && (
        <>
          <h1>{say({ zh: '打不开这个事项', en: 'This matter cannot be shown' })}</h1>
          <Failure error={error} onRetry={() => refetch()} />
        </>
      )}
      {error === null && data !== undefined && <Detail detail={data} />}
    </div>
  )
}

function Detail({ detail }: { readonly detail: MatterDetail }) {
  const say = useText()
  const { matter, stageName } = detail
  const citations = matter.basis.map((b) => ({ ...b, year: b.year ?? null, note: b.note ?? null }))
  return (
    <>
      <h1>{say(named(matter))}</h1>
      <p className="matter-head soft">
        <span>{say(kindLabel(matter.kind))}</span>
        <span>{say(labelOfMixed(stageName))}</span>
        <span>{say(labelOfMixed(matter.authority))}</span>
        <span>{say(initiatorLabels[matter.initiator])}</span>
        <code>{matter.code}</code>
      </p>
      <div className="matter-grid">
        <RuleCard detail={detail} />
        <LimitsCard matter={matter} />
        <InputsCard detail={detail} />
        <OutcomesCard detail={detail} />
        <section className="card">
          <h2>{say({ zh: '法律依据', en: 'Law' })}</h2>
          <Citations citations={citations} />
          <ConfidenceLegend />
        </section>
        <FeeCard fees={detail.fees} />
      </div>
      {matter.note !== undefined && <p className="notice">{say(labelOfMixed(matter.note))}</p>}
      <VersionLine version={detail.version} />
    </>
  )
}
