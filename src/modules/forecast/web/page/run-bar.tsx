import { Button } from 'antd'
import { useId, useState } from 'react'
import { formatDay, formatNumber } from '../../../../web/kit/format.ts'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useLanguage, useText } from '../../../../web/text.tsx'
import type { ZoneForecast } from '../../contract.ts'
import { isUnderWay, useForecastActs } from './use-forecast.ts'

/** Begins a forecast, shows how far it is, stops it; says what became of the last one. */
export function RunBar({ current }: Pick<ZoneForecast, 'current'>) {
  const { may } = useMember()
  if (isUnderWay(current)) return <UnderWay current={current} />
  return (
    <>
      {current !== null && <Ended current={current} />}
      {may('forecast.run') && <Begin />}
    </>
  )
}

type Current = NonNullable<ZoneForecast['current']>

function UnderWay({ current }: { readonly current: Current }) {
  const say = useText()
  const language = useLanguage()
  const { may } = useMember()
  const { stop } = useForecastActs()
  const share = current.total === 0 ? 0 : current.done / current.total
  const label = say({ zh: '推演进度', en: 'Progress of the forecast' })
  return (
    <section className="card" aria-live="polite">
      <p>
        {say({
          zh: `${current.askedBy}发起，正在推演 ${formatNumber(current.runs, language)} 种可能：${Math.round(100 * share)} %`,
          en: `Asked for by ${current.askedBy}; running through ${formatNumber(current.runs, language)} futures: ${Math.round(100 * share)} %`,
        })}
      </p>
      <div className="forecast-run">
        <progress value={share} max={1} aria-label={label} />
        {may('forecast.run') && (
          <Button loading={stop.isPending} onClick={() => stop.mutate(current.id)}>
            {say({ zh: '停止', en: 'Stop' })}
          </Button>
        )}
      </div>
      <Refusal error={stop.error} />
    </section>
  )
}

function Ended({ current }: { readonly current: Current }) {
  const say = useText()
  const language = useLanguage()
  const on = formatDay((current.finishedAt ?? current.askedAt).slice(0, 10), language)
  const text =
    current.state === 'failed' && current.reason !== null
      ? say(current.reason)
      : say({
          zh: `${on} 的推演已停止，没有得出结果；下面仍是上一次的结果。`,
          en: `The forecast of ${on} was stopped and has no answer; below is still the one before.`,
        })
  return <p className="notice notice-warning">{text}</p>
}

function Begin() {
  const say = useText()
  const id = useId()
  const [runs, setRuns] = useState('1000')
  const { begin } = useForecastActs()
  const wanted = /^\d+$/.test(runs) ? Number(runs) : 0
  const wrong = wanted < 1 || wanted > 5000
  return (
    <form
      className="forecast-run"
      onSubmit={(event) => {
        event.preventDefault()
        if (!wrong) begin.mutate(wanted)
      }}
    >
      <label htmlFor={id}>
        {say({ zh: '推演次数', en: 'Futures to run through' })}
        <input
          id={id}
          className="text-input"
          inputMode="numeric"
          value={runs}
          aria-invalid={wrong}
          aria-describedby={`${id}-hint`}
          onChange={(event) => setRuns(event.target.value)}
        />
      </label>
      <Button type="primary" htmlType="submit" loading={begin.isPending} disabled={wrong}>
        {say({ zh: '按现在的数据推演', en: 'Run on today’s data' })}
      </Button>
      <span id={`${id}-hint`} className="soft small">
        {say({ zh: '1 到 5000 次；次数越多越稳，1000 次通常够用。', en: 'From 1 to 5000; 1000 is usually enough.' })}
      </span>
      <Refusal error={begin.error} />
    </form>
  )
}
