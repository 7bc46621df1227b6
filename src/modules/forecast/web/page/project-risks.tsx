import { Link } from '@tanstack/react-router'
import { formatDay } from '../../../../web/kit/format.ts'
import { type Column, PlainTable } from '../../../../web/kit/plain-table.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useLanguage, useText } from '../../../../web/text.tsx'
import type { ProjectForecast, Told } from '../../contract.ts'
import { QuantileBar, type Span, spanOf } from '../parts/quantile-bar.tsx'
import { chanceText, milestoneNames, promisedText, stateText } from '../parts/words.ts'

const title = { zh: '项目，最可能晚的在前', en: 'Projects, the likeliest to be late first' }

interface Line {
  readonly forecast: ProjectForecast
  readonly milestone: 'permit' | 'production'
  readonly told: Told
}

/** Each project by its next milestone: a bar, and the same in days. */
export function ProjectRisks({
  projects,
  from,
}: {
  readonly projects: readonly ProjectForecast[]
  readonly from: string
}) {
  const say = useText()
  const lines = projects.map(lineOf)
  const span = spanOf(
    lines.map(({ told }) => told),
    from,
  )
  return (
    <section>
      <h2>{say(title)}</h2>
      <p className="soft small">
        {say({
          zh: '粗条：五成到八成的推演在此间取得；细线到九成五；◇ 为约定或原定的日子。',
          en: 'Thick: between 50 and 80 % of the runs had it here; thin: up to 95 %; ◇ the promised day.',
        })}
      </p>
      <PlainTable
        caption={title}
        columns={useColumns(span)}
        rows={lines}
        keyOf={({ forecast }) => forecast.project.id}
      />
    </section>
  )
}

function lineOf(forecast: ProjectForecast): Line {
  const milestone = forecast.permit.state === 'coming' ? 'permit' : 'production'
  return { forecast, milestone, told: forecast[milestone] }
}

function useColumns(span: Span): readonly Column<Line>[] {
  const say = useText()
  const language = useLanguage()
  const { zone } = useMember()
  const day = (on: string | null) => (on === null ? '—' : formatDay(on, language))
  return [
    {
      label: { zh: '项目', en: 'Project' },
      cell: ({ forecast: { project, incomplete } }) => (
        <>
          <Link to="/projects/$id" params={{ id: project.id }} search={{ zone: zone.code }}>
            {project.name}
          </Link>
          {incomplete && (
            <span className="soft small">
              {' '}
              {say({ zh: '（要素未填全，可能变化）', en: '(facts are missing: may change)' })}
            </span>
          )}
        </>
      ),
    },
    { label: { zh: '下一节点', en: 'Next' }, cell: ({ milestone }) => say(milestoneNames[milestone]) },
    {
      label: { zh: '何时', en: 'When' },
      cell: ({ told }) => {
        const text = stateText(told, language)
        return text === null ? <QuantileBar told={told} span={span} /> : say(text)
      },
    },
    { label: { zh: '五成', en: '50 %' }, cell: ({ told }) => day(told.by50) },
    { label: { zh: '八成', en: '80 %' }, cell: ({ told }) => day(told.by80) },
    { label: { zh: '九成五', en: '95 %' }, cell: ({ told }) => day(told.by95) },
    { label: { zh: '约定或原定', en: 'Promised' }, cell: ({ told }) => say(promisedText(told, language)) },
    {
      label: { zh: '按时的把握', en: 'Chance in time' },
      cell: ({ told }) => <span className="number">{chanceText(told.chance)}</span>,
    },
  ]
}
