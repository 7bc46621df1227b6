import { Link } from '@tanstack/react-router'
import { formatYuan } from '../../../../web/kit/format.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useLanguage, useText } from '../../../../web/text.tsx'
import type { LeadDossier } from '../../contract/leads.ts'
import { agreementStateLabels } from '../../contract/words.ts'

/** Agreements of a lead: each opens to its clauses; signed ones show what has been paid in. */
export function LeadAgreements({ lead }: { readonly lead: LeadDossier }) {
  const say = useText()
  const language = useLanguage()
  const { zone } = useMember()
  return (
    <ul className="plain-list">
      {lead.agreements.map(({ id, title, state, amountYuan, paidYuan }) => (
        <li key={id} className="lead-line">
          <Link to="/leads/agreements/$id" params={{ id }} search={{ zone: zone.code }}>
            {title}
          </Link>
          <span className="mark">{say(agreementStateLabels[state])}</span>
          <span className="number">{formatYuan(amountYuan, language)}</span>
          {state !== 'draft' && (
            <Link to="/leads/ledger" search={{ zone: zone.code, agreement: id }}>
              {say({ zh: '到位', en: 'Paid in' })} {formatYuan(paidYuan, language)}
            </Link>
          )}
        </li>
      ))}
    </ul>
  )
}
