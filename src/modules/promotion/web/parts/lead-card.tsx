import { Link } from '@tanstack/react-router'
import { formatDay, formatYuan } from '../../../../web/kit/format.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useLanguage, useText } from '../../../../web/text.tsx'
import type { LeadLine } from '../../contract/leads.ts'
import { leadStageLabels } from '../../contract/words.ts'

/** A lead in a few lines: who, what, and when to speak next. */
export function LeadCard({ lead }: { readonly lead: LeadLine }) {
  const say = useText()
  const language = useLanguage()
  const { zone } = useMember()
  return (
    <article className="card lead-card">
      <h2>
        <Link to="/leads/$id" params={{ id: lead.id }} search={{ zone: zone.code }}>
          {lead.name}
        </Link>
      </h2>
      <p>
        {lead.company}
        {lead.sample && (
          <>
            {' '}
            <span className="mark mark-illustrative">{say({ zh: '示例', en: 'Sample' })}</span>
          </>
        )}
      </p>
      <p className="soft small lead-line">
        <span>{say(leadStageLabels[lead.stage])}</span>
        <span>{lead.channel.name}</span>
        {lead.investmentYuan !== null && <span className="number">{formatYuan(lead.investmentYuan, language)}</span>}
        {lead.owner !== null && <span>{lead.owner}</span>}
      </p>
      <NextContact lead={lead} />
    </article>
  )
}

/** Shape, words and colour say whether the next contact is late. */
export function NextContact({ lead: { nextOn, nextStep, daysLate } }: { readonly lead: LeadLine }) {
  const say = useText()
  const language = useLanguage()
  if (nextOn === null || daysLate === null) {
    return <p className="next-contact next-none">‖ {say({ zh: '没有约定下次联系', en: 'No next contact agreed' })}</p>
  }
  const day = formatDay(nextOn, language)
  const light =
    daysLate > 0
      ? { zh: `▲ 应在 ${day} 联系，已过 ${daysLate} 天`, en: `▲ Contact was due on ${day}, ${daysLate} days ago` }
      : daysLate === 0
        ? { zh: '△ 今天联系', en: '△ Contact today' }
        : { zh: `○ ${day} 联系，还有 ${-daysLate} 天`, en: `○ Contact on ${day}, in ${-daysLate} days` }
  const state = daysLate > 0 ? 'late' : daysLate === 0 ? 'today' : 'later'
  return (
    <p className={`next-contact next-${state}`}>
      {say(light)}
      {nextStep !== null && <span className="soft">{say({ zh: `：${nextStep}`, en: `: ${nextStep}` })}</span>}
    </p>
  )
}
