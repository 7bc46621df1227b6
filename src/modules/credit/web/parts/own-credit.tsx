import { Link } from '@tanstack/react-router'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { creditGradeLabels } from '../../contract/causes.ts'
import { useCredit } from './use-credit.ts'

/** The reader's own credit in one line, with the way to the whole of it; nothing for who is no enterprise. */
export function OwnCredit() {
  const say = useText()
  const { zone, may } = useMember()
  const own = may('credit.applyRepair')
  const { data } = useCredit(undefined, own)
  if (!own || data === undefined) return null
  const { standing, entries } = data
  const repairable = entries.filter(({ mayRepair }) => mayRepair).length
  return (
    <section className="card">
      <h2>{say({ zh: '我的信用', en: 'My credit' })}</h2>
      <p>
        <strong>{say(creditGradeLabels[standing.grade])}</strong>{' '}
        <span className="number">{say({ zh: `${standing.points} 分`, en: `${standing.points} points` })}</span>
        {repairable > 0 && say({ zh: `，${repairable} 笔可以申请修复`, en: `; ${repairable} may be repaired now` })}
      </p>
      <p>
        <Link to="/credit" search={{ zone: zone.code }}>
          {say({ zh: '每一笔、为什么、怎样修复', en: 'Every entry, why, and how to repair it' })}
        </Link>
      </p>
    </section>
  )
}
