import { Link } from '@tanstack/react-router'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import type { LeadDossier } from '../../contract/leads.ts'
import type { Likeness } from '../../contract/twins.ts'
import { twinDecisionLabels } from '../../contract/words.ts'

/** Leads that may be the same as this one, with the reasons; a person decides on the page of look-alikes. */
export function TwinList({ lead }: { readonly lead: LeadDossier }) {
  const say = useText()
  const { zone } = useMember()
  const open = lead.twins.filter(({ decision }) => decision === null)
  if (open.length === 0) return null
  return (
    <section className="notice notice-warning">
      <p>
        {say({ zh: `有 ${open.length} 条线索可能是同一项目：`, en: `${open.length} leads may be the same project:` })}{' '}
        <Link to="/leads/twins" search={{ zone: zone.code }}>
          {say({ zh: '去判定', en: 'Decide' })}
        </Link>
      </p>
      <Twins twins={open} />
    </section>
  )
}

export function Twins({ twins }: { readonly twins: readonly Likeness[] }) {
  const say = useText()
  const { zone } = useMember()
  return (
    <ul className="twin-reasons">
      {twins.map(({ id, name, company, verdict, reasons, decision }) => (
        <li key={id}>
          <Link to="/leads/$id" params={{ id }} search={{ zone: zone.code }}>
            {company} · {name}
          </Link>{' '}
          <span className="mark">
            {decision
              ? say(twinDecisionLabels[decision])
              : verdict === 'same'
                ? say({ zh: '很可能是同一个', en: 'Likely the same' })
                : say({ zh: '也许有关', en: 'May be related' })}
          </span>
          <Reasons reasons={reasons} />
        </li>
      ))}
    </ul>
  )
}

/** Every ground with its weight: for with a plus, against with a minus. */
export function Reasons({ reasons }: Pick<Likeness, 'reasons'>) {
  const say = useText()
  return (
    <ul className="reason-list small">
      {reasons.map(({ code, weight, text }) => (
        <li key={code} className={weight > 0 ? undefined : 'soft'}>
          <span className="number">{weight > 0 ? `+${weight}` : `−${-weight}`}</span> {say(text)}
        </li>
      ))}
    </ul>
  )
}
