import { Link } from '@tanstack/react-router'
import { Choice } from '../../../../web/kit/choice.tsx'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { Placed } from '../../../../web/kit/placed.tsx'
import { useAddress } from '../../../../web/kit/records/use-address.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useTitle } from '../../../../web/kit/title.ts'
import { useText } from '../../../../web/text.tsx'
import type { LeadLine } from '../../contract/leads.ts'
import { LeadCard } from './lead-card.tsx'
import { PromotionNav } from './promotion-nav.tsx'
import { useDue } from './use-promotion.ts'

const title = { zh: '招商线索', en: 'Leads' }

const groups = {
  late: { label: { zh: '逾期', en: 'Late' }, holds: (days: number | null) => days !== null && days > 0 },
  today: { label: { zh: '今天', en: 'Today' }, holds: (days: number | null) => days === 0 },
  week: {
    label: { zh: '七天内', en: 'Within 7 days' },
    holds: (days: number | null) => days !== null && days < 0 && days >= -7,
  },
  later: { label: { zh: '更晚', en: 'Later' }, holds: (days: number | null) => days !== null && days < -7 },
  none: { label: { zh: '没约下次', en: 'None agreed' }, holds: (days: number | null) => days === null },
} as const
type Group = keyof typeof groups
const names = Object.keys(groups) as Group[]

/** A promoter's first page: open leads by the day of the next contact, what is late on top. */
export function LeadsPage() {
  const say = useText()
  useTitle(title)
  const { zone, may } = useMember()
  const { search, replace } = useAddress()
  const mine = search.mine === 'yes'
  const found = useDue(mine)
  const group = names.find((one) => one === search.due)
  return (
    <div className="page">
      <div className="promotion-head">
        <h1>{say(title)}</h1>
        {may('promotion.write') && (
          <Link className="big-button" to="/leads/new" search={{ zone: zone.code }}>
            {say({ zh: '登记线索', en: 'Enter a lead' })}
          </Link>
        )}
      </div>
      <PromotionNav />
      <Placed place="leads" />
      {found.error !== null && <Failure error={found.error} onRetry={() => found.refetch()} />}
      {found.data === undefined && found.error === null && <Opening />}
      {found.data && (
        <>
          <div className="promotion-filters">
            {zone.personId !== null && (
              <Choice
                label={say({ zh: '看谁的', en: 'Whose' })}
                value={mine ? 'yes' : 'no'}
                options={[
                  { value: 'no', label: say({ zh: '全部', en: 'All' }) },
                  { value: 'yes', label: say({ zh: '我的', en: 'Mine' }) },
                ]}
                onChange={(value) => replace({ mine: value === 'yes' ? 'yes' : undefined })}
              />
            )}
            <div className="due-groups">
              {names.map((name) => (
                <button
                  key={name}
                  type="button"
                  aria-pressed={group === name}
                  className={`due-group due-group-${name}`}
                  onClick={() => replace({ due: group === name ? undefined : name })}
                >
                  <strong className="number">{found.data.counts[name]}</strong> {say(groups[name].label)}
                </button>
              ))}
            </div>
          </div>
          <LeadCards
            leads={found.data.leads.filter(({ daysLate }) => group === undefined || groups[group].holds(daysLate))}
          />
        </>
      )}
    </div>
  )
}

function LeadCards({ leads }: { readonly leads: readonly LeadLine[] }) {
  const say = useText()
  if (leads.length === 0) {
    return (
      <p className="card" role="status">
        {say({
          zh: '这里没有在跟的线索。登记一条，约好下次联系，它会按日期排在这里。',
          en: 'No open leads here. Enter one and agree on the next contact: it will stand here by its day.',
        })}
      </p>
    )
  }
  return (
    <ul className="lead-cards">
      {leads.map((lead) => (
        <li key={lead.id}>
          <LeadCard lead={lead} />
        </li>
      ))}
    </ul>
  )
}
