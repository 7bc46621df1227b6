import type { Label } from '../../../../kernel/label.ts'
import { workdayCount } from '../../../../kernel/workday-count.ts'
import { useText } from '../../../../web/text.tsx'
import type { Delay, ProjectPlan } from '../../contract/project-plan.ts'
import type { PlanNames } from '../../domain/lists/names.ts'

interface DelayListProps {
  readonly running: ProjectPlan
  readonly names: PlanNames
  /** At most so many of those that move a milestone. */
  readonly atMost?: number
  readonly onOpen?: (matter: string) => void
}

/** Why the project is late, in words: by matter and by office, never by person. */
export function DelayList({ running, names, atMost = 50, onOpen }: DelayListProps) {
  const say = useText()
  const delays = running.delays.toSorted((a, b) => b.days - a.days)
  if (delays.length === 0)
    return <p className="soft">{say({ zh: '○ 没有事项晚于原计划。', en: '○ Nothing is later than planned.' })}</p>
  const weighty = delays.filter(({ matters }) => matters)
  const others = delays.filter(({ matters }) => !matters)
  const line = (delay: Delay) => <DelayLine key={delay.code} delay={delay} names={names} onOpen={onOpen} />
  return (
    <>
      {weighty.length === 0 && <p>{say({ zh: '○ 没有影响节点的延误。', en: '○ No delay moves a milestone.' })}</p>}
      <ul className="plain-list delays">{weighty.slice(0, atMost).map(line)}</ul>
      {others.length > 0 && (
        <details>
          <summary className="delays-more">
            {say({
              zh: `另有 ${others.length} 项晚了，但有机动，不影响节点`,
              en: `${others.length} more are late within slack`,
            })}
          </summary>
          <ul className="plain-list delays">{others.map(line)}</ul>
        </details>
      )}
    </>
  )
}

interface DelayLineProps extends Pick<DelayListProps, 'names'> {
  readonly delay: Delay
  readonly onOpen: DelayListProps['onOpen'] | undefined
}

function DelayLine({ delay, names, onOpen }: DelayLineProps) {
  const say = useText()
  const name = say(names.matter(delay.code))
  return (
    <li>
      {onOpen ? (
        <button type="button" className="link" onClick={() => onOpen(delay.code)}>
          {name}
        </button>
      ) : (
        <strong>{name}</strong>
      )}
      <span className="soft small"> {names.authority(delay.code)}</span>
      <p className={delay.matters ? 'delay-matters' : 'soft'}>{say(delayText(delay))}</p>
    </li>
  )
}

/** One sentence: how long, why, and whether it moves a milestone. */
export function delayText({ days, kind, matters }: Delay): Label {
  const what = {
    decided: { zh: `办理比原计划多用了 ${days} 个工作日`, en: `took ${workdayCount(days)} longer than planned` },
    open: {
      zh: `还在办，已比原计划多 ${days} 个工作日`,
      en: `still in handling, ${workdayCount(days)} beyond the plan`,
    },
    waiting: {
      zh: `已经可以申报，晚了 ${days} 个工作日还没有申报`,
      en: `could have been filed ${workdayCount(days)} ago`,
    },
  }[kind]
  return matters
    ? { zh: `▲ ${what.zh}，影响节点。`, en: `▲ ${what.en}; it moves a milestone.` }
    : { zh: `△ ${what.zh}，有机动，不影响节点。`, en: `△ ${what.en}; slack takes it up.` }
}
