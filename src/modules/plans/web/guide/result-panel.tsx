import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useText } from '../../../../web/text.tsx'
import { scenarioLabels, scenarioNames } from '../../contract/scenario.ts'
import { writeAddress } from '../address.ts'
import { briefLabel, ResultFigures } from './result-figures.tsx'
import { ResultMatters } from './result-matters.tsx'
import type { GuideState } from './use-guide.ts'

/** The running result: figures, what is undecided, and every matter with its reason. On a phone a bar at the foot that opens. */
export function ResultPanel({ state }: { readonly state: GuideState }) {
  const say = useText()
  const [wide, setWide] = useState(false)
  const { data } = state.guide
  const name = say({ zh: '目前的结果', en: 'The result so far' })
  if (data === undefined) return <aside className="result" aria-label={name} />
  return (
    <aside className={wide ? 'result result-wide' : 'result'} aria-label={name}>
      <button type="button" className="result-toggle" aria-expanded={wide} onClick={() => setWide(!wide)}>
        <span>{say(wide ? { zh: '目前的结果', en: 'The result so far' } : briefLabel(data.plan))}</span>
        <span className="result-toggle-word">
          {wide ? say({ zh: '收起 ▾', en: 'Close ▾' }) : say({ zh: '展开 ▴', en: 'Open ▴' })}
        </span>
      </button>
      <h2 className="result-title">{name}</h2>
      <ResultFigures state={state} guide={data} />
      <div className="result-more">
        <ScenarioChoice state={state} />
        <p>
          <Link to="/plan" className="result-link" search={writeAddress(state.address)}>
            {say({ zh: '看完整方案（可打印）', en: 'See the full plan (to print)' })}
          </Link>
        </p>
        <ResultMatters state={state} guide={data} />
      </div>
    </aside>
  )
}

function ScenarioChoice({ state }: { readonly state: GuideState }) {
  const say = useText()
  const chosen = state.address.scenario ?? state.guide.data?.plan.scenario ?? 'reform'
  return (
    <div className="guide-top-field">
      <label htmlFor="scenario">{say({ zh: '按哪种办理方式算', en: 'Reckoned by' })}</label>
      <select
        id="scenario"
        value={chosen}
        onChange={({ target }) => {
          const scenario = scenarioNames.find((candidate) => candidate === target.value)
          if (scenario !== undefined) state.change({ scenario })
        }}
      >
        {scenarioNames.map((scenario) => (
          <option key={scenario} value={scenario}>
            {say(scenarioLabels[scenario])}
          </option>
        ))}
      </select>
    </div>
  )
}
