import { Link } from '@tanstack/react-router'
import { formatArea } from '../../../../kernel/area.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useLanguage, useText } from '../../../../web/text.tsx'
import type { Candidate } from '../../contract/find.ts'
import type { Needs } from '../../contract/needs.ts'
import { planText } from '../../domain/card-page.ts'
import { KeepButton } from './keep-button.tsx'
import { PrintButton } from './print-button.tsx'
import { Reasons } from './reasons.tsx'

/** One site: how well it fits and why, and what to do with it. */
export function CandidateCard({ candidate, needs }: { readonly candidate: Candidate; readonly needs: Needs }) {
  const say = useText()
  const language = useLanguage()
  const { zone, may } = useMember()
  const { kind, id, name, place, areaSqm, score, atMost, plan, handOver, reasons, sample } = candidate
  const params = { kind, id }
  return (
    <article className="card sites-card">
      <h4>
        <Link to="/sites/$kind/$id" params={params} search={{ zone: zone.code }}>
          {name}
        </Link>{' '}
        <span className="mark">
          {score}
          {atMost > score && say({ zh: `，最多 ${atMost}`, en: `, up to ${atMost}` })}
        </span>{' '}
        {sample && <span className="mark mark-illustrative">{say({ zh: '示例', en: 'Sample' })}</span>}
      </h4>
      <p className="small soft">
        {[place, formatArea(areaSqm, language), say(handOver)].filter((text) => text !== null).join(' · ')}
      </p>
      {plan && <p className="small">{say(planText(plan))}</p>}
      <Reasons reasons={reasons} />
      <div className="form-actions">
        <PrintButton kind={kind} id={id} name={name} />
        <KeepButton kind={kind} id={id} name={name} needs={needs} />
        {kind === 'parcel' && may('sites.read') && (
          <Link
            to="/sites/$kind/$id/layout"
            params={params}
            search={{ zone: zone.code, ...(needs.industryCode && { industry: needs.industryCode }) }}
          >
            {say({ zh: '试摆厂房', en: 'Try a layout' })}
            <span className="visually-hidden">：{name}</span>
          </Link>
        )}
      </div>
    </article>
  )
}
