import { Link } from '@tanstack/react-router'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import type { PlanChange } from '../../contract.ts'
import { causeText, milestoneText, type Names, quietText, whyText } from '../../domain/words.ts'

interface ChangeLineProps {
  readonly project: string
  readonly change: PlanChange
  readonly names: Names
  /** Without what moved matter by matter. */
  readonly brief?: boolean
}

/** One line of the history: the day, what happened, what it moved; the case behind it opens. */
export function ChangeLine({ project, change, names, brief = false }: ChangeLineProps) {
  const say = useText()
  const { zone } = useMember()
  const text = say(causeText(change, names))
  return (
    <li>
      <span className="number soft">{change.onDay}</span>{' '}
      {change.caseId === null ? (
        <strong>{text}</strong>
      ) : (
        <Link
          to="/projects/$id"
          params={{ id: project }}
          search={{ zone: zone.code, view: 'cases', case: change.caseId }}
        >
          {text}
        </Link>
      )}{' '}
      <span className="soft small">{change.actorName}</span>
      {change.milestones.map((move) => (
        <p key={move.name} className={(move.days ?? 0) > 0 ? 'plan-change later' : 'plan-change'}>
          {say(milestoneText(move))}
        </p>
      ))}
      {change.milestones.length === 0 && <p className="plan-change soft">{say(quietText(change))}</p>}
      {!brief && <Details change={change} names={names} />}
    </li>
  )
}

function Details({ change, names }: Pick<ChangeLineProps, 'change' | 'names'>) {
  const say = useText()
  const lines = [
    ...change.in.map((line) => ({ ...line, what: say({ zh: '＋ 新增', en: '+ added' }) })),
    ...change.out.map((line) => ({ ...line, what: say({ zh: '－ 不再需要', en: '− dropped' }) })),
    ...change.moved.map((line) => ({ ...line, what: say(movedText(line.days)) })),
  ]
  if (lines.length === 0) return null
  return (
    <details>
      <summary className="plan-change-more">
        {say({
          zh: `${lines.length} 个事项有变化`,
          en: lines.length === 1 ? '1 matter changed' : `${lines.length} matters changed`,
        })}
      </summary>
      <ul className="plain-list small">
        {lines.map(({ code, what, why }) => (
          <li key={code}>
            {say(names[code] ?? { zh: code, en: code })} {what} <span className="soft">{say(whyText(why, names))}</span>
          </li>
        ))}
      </ul>
    </details>
  )
}

function movedText(days: number) {
  const size = Math.abs(days)
  return days > 0
    ? { zh: `△ 晚 ${size} 天`, en: `△ ${size} d later` }
    : { zh: `▽ 早 ${size} 天`, en: `▽ ${size} d earlier` }
}
