import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useId, useState } from 'react'
import { legalDayOf } from '../../../../kernel/legal-day.ts'
import { queryOf } from '../../../../web/client.ts'
import { Failure } from '../../../../web/kit/failure.tsx'
import { formatDay, formatNumber } from '../../../../web/kit/format.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useLanguage, useText } from '../../../../web/text.tsx'
import { readProjectForecast, type Told } from '../../contract.ts'
import { chanceText, milestoneNames, promisedText, stateText } from './words.ts'
import './forecast.css'

/** On a project's page: when it is likely to have its permit and to begin production, and the chance of a day that the reader types. */
export function ProjectForecastPanel({ project }: { readonly project: string }) {
  const say = useText()
  const language = useLanguage()
  const { zone, may } = useMember()
  const [days, setDays] = useState<{ permit?: string; production?: string }>({})
  const input = { zone: zone.code, id: project, permitBy: days.permit, productionBy: days.production }
  const { data, error, refetch } = useQuery({ ...queryOf(readProjectForecast, input), enabled: may('forecast.read') })
  if (!may('forecast.read')) return null
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return null
  const { answer } = data
  if (answer === null) return <None />
  const on = formatDay(legalDayOf(new Date(answer.dataAt)), language)
  const typed = (milestone: 'permit' | 'production') => (
    <DayField value={days[milestone] ?? ''} onChange={(day) => setDays({ ...days, [milestone]: day })} />
  )
  return (
    <section className="card forecast">
      <h2>{say({ zh: '预计拿证与投产', en: 'When it is likely to be there' })}</h2>
      <MilestoneTold milestone="permit" told={answer.permit} field={typed('permit')} />
      <MilestoneTold milestone="production" told={answer.production} field={typed('production')} />
      <p className="soft small">
        {say({
          zh: `依据 ${on} 的数据推演 ${formatNumber(answer.runs, language)} 次所得，不是承诺。`,
          en: `From ${formatNumber(answer.runs, language)} runs on the data of ${on}; no promise.`,
        })}
      </p>
    </section>
  )
}

interface MilestoneProps {
  readonly milestone: 'permit' | 'production'
  readonly told: Told
  readonly field: ReactNode
}

function MilestoneTold({ milestone, told, field }: MilestoneProps) {
  const say = useText()
  const language = useLanguage()
  const instead = stateText(told, language)
  const name = say(milestoneNames[milestone])
  if (instead !== null) return <p>{`${name}: ${say(instead)}`}</p>
  const days = [
    ['50 %', told.by50],
    ['80 %', told.by80],
    ['95 %', told.by95],
  ] as const
  return (
    <>
      <h3>{name}</h3>
      <dl className="quantile-days">
        {days.map(([share, day]) => (
          <div key={share} style={{ display: 'contents' }}>
            <dt>{share}</dt>
            <dd className="number">{day === null ? '—' : formatDay(day, language)}</dd>
          </div>
        ))}
      </dl>
      <p>
        {say({
          zh: `约定 ${promisedText(told, language).zh}：按时的把握 ${chanceText(told.chance)}`,
          en: `Promised ${promisedText(told, language).en}: chance in time ${chanceText(told.chance)}`,
        })}
      </p>
      {field}
    </>
  )
}

function DayField({
  value,
  onChange,
}: {
  readonly value: string
  readonly onChange: (day: string | undefined) => void
}) {
  const say = useText()
  const id = useId()
  return (
    <label htmlFor={id} className="forecast-promise small">
      {say({ zh: '换一个日子看把握', en: 'Chance of another day' })}
      <input
        id={id}
        className="text-input"
        type="date"
        value={value}
        onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
      />
    </label>
  )
}

function None() {
  const say = useText()
  return (
    <p className="soft small">
      {say({
        zh: '还没有包含本项目的预测；领导在“预测”页推演后，这里给出五成、八成、九成五把握的日子。',
        en: 'No forecast holds this project yet; after a leader has run one, the days at 50, 80 and 95 % stand here.',
      })}
    </p>
  )
}
