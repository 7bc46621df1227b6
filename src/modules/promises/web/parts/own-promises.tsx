import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { CheckCard } from './check-card.tsx'
import { IdleMark } from './idle-mark.tsx'
import { PenaltyList } from './penalty-list.tsx'
import { useOwnPromises } from './use-promises.ts'

/** What the reader's own enterprise promised with its land, and how far it is kept; nothing for who has no land here. */
export function OwnPromises() {
  const say = useText()
  const { may } = useMember()
  const { data } = useOwnPromises(may('promises.own'))
  if (data === undefined || data.promises.length === 0) return null
  return (
    <section>
      <h2>{say({ zh: '我的用地承诺', en: 'My promises on land' })}</h2>
      {data.promises.map((one) => (
        <details key={one.contract.id} className="card">
          <summary>
            {one.parcel.name} · {one.contract.number} <IdleMark idle={one.idle} />
          </summary>
          {one.checks.map((check) => (
            <CheckCard key={check.id} check={check} />
          ))}
          <PenaltyList penalties={one.penalties} />
        </details>
      ))}
    </section>
  )
}
