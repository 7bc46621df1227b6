import { dayNumber } from '../../../../kernel/calendar.ts'
import { workdayCount } from '../../../../kernel/workday-count.ts'
import { useText } from '../../../../web/text.tsx'
import type { ProjectPlan } from '../../contract/project-plan.ts'
import { milestoneLabels, milestoneMatters, milestoneNames } from '../../contract/scenario.ts'
import './running.css'

/** The four milestones: what was reckoned with at the start, what is reckoned with now, and the difference in words. */
export function MilestoneMoves({ running }: { readonly running: ProjectPlan }) {
  const say = useText()
  const { plan, before, progress } = running
  const shown = milestoneNames.flatMap((name) => {
    const now = plan.milestones[name]
    const then = before[name]
    if (now === null || then === null) return []
    const code = milestoneMatters[name]
    const date = plan.matters.find((matter) => matter.code === code)?.finishDate ?? null
    return [{ name, then, now, date, reached: progress.matters[code]?.finished !== undefined }]
  })
  if (shown.length === 0) {
    return (
      <p className="soft">
        {say({ zh: '项目要素还不够，节点算不出来。', en: 'Facts are missing: no milestone can be told.' })}
      </p>
    )
  }
  return (
    <dl className="milestone-moves">
      {shown.map(({ name, then, now, date, reached }) => (
        <div key={name} className={now > then ? 'moved-later' : ''}>
          <dt>
            {reached ? '✓' : '◆'} {say(milestoneLabels[name])}
          </dt>
          <dd>
            <strong className="number">{date ?? say({ zh: `第 ${now} 天`, en: `day ${now}` })}</strong>
            <span className="soft small number">
              {say({ zh: `原排第 ${then} 个工作日，现第 ${now} 个`, en: `was working day ${then}, now ${now}` })}
            </span>
            <span className="moved">{say(moveText(now - then))}</span>
            {date !== null && !reached && (
              <span className="soft small number">{say(untilText(progress.today, date))}</span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** Working days by which a milestone moved, shape before words. */
export function moveText(days: number) {
  if (days > 0) return { zh: `△ 推迟 ${days} 个工作日`, en: `△ ${workdayCount(days)} later` }
  if (days < 0) return { zh: `▽ 提前 ${-days} 个工作日`, en: `▽ ${workdayCount(-days)} earlier` }
  return { zh: '○ 按原计划', en: '○ as planned' }
}

function untilText(today: string, date: string) {
  const days = dayNumber(date) - dayNumber(today)
  if (days < 0) return { zh: `已过 ${-days} 天`, en: `${-days} days ago` }
  return { zh: `还有 ${days} 天`, en: `in ${days} days` }
}
