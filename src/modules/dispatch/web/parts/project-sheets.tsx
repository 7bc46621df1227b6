import { workdayCount } from '../../../../kernel/workday-count.ts'
import { formatYuan } from '../../../../web/kit/format.ts'
import { useLanguage, useText } from '../../../../web/text.tsx'
import { LightMark } from '../../../lights/web/panels.tsx'
import { stageLabels } from '../../../projects/contract/stage.ts'
import type { SheetRow } from '../../contract.ts'

/** One page a project. */
export function ProjectSheets({ rows }: { readonly rows: readonly SheetRow[] }) {
  return rows.map((row) => <ProjectSheet key={row.id} row={row} />)
}

function ProjectSheet({ row }: { readonly row: SheetRow }) {
  const say = useText()
  const language = useLanguage()
  const amount = (yuan: string | null) => (yuan === null ? '—' : formatYuan(yuan, language))
  const percent = (value: number | null) => (value === null ? '—' : `${value}%`)
  const facts = [
    [{ zh: '阶段', en: 'Stage' }, say(stageLabels[row.stage])],
    [{ zh: '总投资', en: 'Total investment' }, amount(row.investmentYuan)],
    [{ zh: '累计完成', en: 'Done so far' }, percent(row.actual)],
    [{ zh: '累计计划', en: 'Planned so far' }, percent(row.planned)],
    [{ zh: '当月计划', en: 'Planned in the month' }, amount(row.plannedYuan)],
    [{ zh: '当月支付', en: 'Paid in the month' }, amount(row.paidYuan)],
    [{ zh: '当月入统', en: 'By statistics' }, amount(row.statisticsYuan)],
  ] as const
  return (
    <article className="card dispatch-sheet">
      <h2>
        {row.name} <LightMark colour={row.worst} />
      </h2>
      <dl className="dispatch-facts">
        {facts.map(([label, value]) => (
          <div key={label.en}>
            <dt>{say(label)}</dt>
            <dd className="number">{value}</dd>
          </div>
        ))}
      </dl>
      <Lines title={{ zh: '亮灯原因', en: 'Why the light' }} texts={row.reasons.map((reason) => say(reason))} />
      <Lines title={{ zh: '比上次', en: 'Since last time' }} texts={row.changes.map((change) => say(change))} />
      <Lines title={{ zh: '本月完成', en: 'Done this month' }} texts={row.done === null ? [] : [row.done]} />
      <Lines title={{ zh: '下月打算', en: 'Next month' }} texts={row.next === null ? [] : [row.next]} />
      <Lines
        title={{ zh: '节点', en: 'Milestones' }}
        texts={row.milestones.map(({ title, plannedOn, forecastOn, doneOn }) =>
          doneOn === null
            ? say({
                zh: `${title}：计划 ${plannedOn}${forecastOn === null ? '' : `，预计 ${forecastOn}`}`,
                en: `${title}: planned ${plannedOn}${forecastOn === null ? '' : `, forecast ${forecastOn}`}`,
              })
            : say({
                zh: `✓ ${title}：计划 ${plannedOn}，实际 ${doneOn}`,
                en: `✓ ${title}: planned ${plannedOn}, reached ${doneOn}`,
              }),
        )}
      />
      <Lines
        title={{ zh: '堵点', en: 'Bottlenecks' }}
        texts={row.bottlenecks.map(({ title, owner, level, late }) =>
          say({
            zh: `${title}（${level} 级，${owner}${late > 0 ? `，晚 ${late} 个工作日` : ''}）`,
            en: `${title} (level ${level}, ${owner}${late > 0 ? `, ${workdayCount(late)} late` : ''})`,
          }),
        )}
      />
    </article>
  )
}

interface LinesProps {
  readonly title: { readonly zh: string; readonly en: string }
  readonly texts: readonly string[]
}

function Lines({ title, texts }: LinesProps) {
  const say = useText()
  if (texts.length === 0) return null
  return (
    <section>
      <h3>{say(title)}</h3>
      <ul>
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </section>
  )
}
