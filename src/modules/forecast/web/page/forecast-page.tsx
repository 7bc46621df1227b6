import { legalDayOf } from '../../../../kernel/legal-day.ts'
import { Failure } from '../../../../web/kit/failure.tsx'
import { formatDay, formatNumber } from '../../../../web/kit/format.ts'
import { Opening } from '../../../../web/kit/opening.tsx'
import { useTitle } from '../../../../web/kit/title.ts'
import { useLanguage, useText } from '../../../../web/text.tsx'
import type { ZoneForecast } from '../../contract.ts'
import { DeskCosts } from './desk-costs.tsx'
import { ProjectRisks } from './project-risks.tsx'
import { RunBar } from './run-bar.tsx'
import { useForecast } from './use-forecast.ts'
import { WhatItRestsOn } from './what-it-rests-on.tsx'
import '../parts/forecast.css'

const title = { zh: '预测', en: 'Forecast' }

/** When the zone's projects will be there, which desk costs most, and what the answer rests on. */
export function ForecastPage() {
  const say = useText()
  useTitle(title)
  const { data, error, refetch } = useForecast()
  if (error !== null && data === undefined) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  return (
    <div className="page forecast">
      <h1>{say(title)}</h1>
      <RunBar current={data.current} />
      {data.answer === null ? <Nothing /> : <Answer answer={data.answer} />}
    </div>
  )
}

function Answer({ answer }: { readonly answer: NonNullable<ZoneForecast['answer']> }) {
  const say = useText()
  const language = useLanguage()
  const { forecast, projects, desks, rests, provisional } = answer
  const from = legalDayOf(new Date(forecast.dataAt ?? forecast.askedAt))
  const [day, runs] = [formatDay(from, language), formatNumber(forecast.runs, language)]
  return (
    <>
      <p>
        {say({
          zh: `依据 ${day} 的数据，推演 ${runs} 次，种子 ${forecast.seed}。同样的数据和种子得同样的结果。`,
          en: `On the data of ${day}: ${runs} runs, seed ${forecast.seed}. The same data and seed give the same answer.`,
        })}
      </p>
      <ProjectRisks projects={projects} from={from} />
      <DeskCosts desks={desks} />
      <WhatItRestsOn rests={rests} provisional={provisional} />
    </>
  )
}

function Nothing() {
  const say = useText()
  return (
    <p className="card">
      {say({
        zh: '还没有推演结果。推演后，这里按风险列出各项目拿证和投产的日子（五成、八成、九成五把握），指出用去日子最多的部门，以及多一名经办人或每件少一天能早多少。',
        en: 'No forecast yet. After a run this page lists the projects by risk, with the days of permit and production at 50, 80 and 95 %, the desk that costs most days, and what one officer more or a day less there would bring.',
      })}
    </p>
  )
}
