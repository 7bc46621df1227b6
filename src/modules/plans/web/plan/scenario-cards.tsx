import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../../../../web/client.ts'
import { useText } from '../../../../web/text.tsx'
import type { ScenarioSummary } from '../../contract/answers.ts'
import { milestoneLabels, milestoneNames, scenarioLabels } from '../../contract/scenario.ts'
import { compareScenarios } from '../../contract.ts'
import { summaryOf } from '../../domain/summary.ts'
import { wanText } from './money.ts'
import type { PartProps } from './parts.ts'
import type { PlanState } from './use-plan.ts'

/** The five scenarios side by side; choosing one plans the page by it. The chosen one shows the plan below, own switches and all. */
export function ScenarioCards({ state, plan, names }: PartProps) {
  const say = useText()
  const { scenario: chosen, switches, ...request } = state.request
  const { data } = useQuery({ ...queryOf(compareScenarios, request), enabled: names !== null })
  if (!data) return null
  const shown = (summary: ScenarioSummary) =>
    switches !== undefined && summary.scenario === chosen ? summaryOf(chosen, plan) : summary
  const longest = Math.max(1, ...data.scenarios.map(({ milestones }) => milestones.production ?? 0))
  return (
    <fieldset className="scenarios">
      <legend>{say({ zh: '五种办理方式（工作日）', en: 'Five scenarios (working days)' })}</legend>
      {data.scenarios.map((summary) => (
        <ScenarioCard key={summary.scenario} summary={shown(summary)} longest={longest} state={state} />
      ))}
    </fieldset>
  )
}

interface CardProps {
  readonly summary: ScenarioSummary
  readonly longest: number
  readonly state: PlanState
}

function ScenarioCard({ summary, longest, state }: CardProps) {
  const say = useText()
  const { scenario, milestones, dates } = summary
  const name = scenarioLabels[scenario]
  const chosen = state.request.scenario === scenario
  const own = chosen && state.request.switches !== undefined
  return (
    <label className={chosen ? 'scenario scenario-chosen' : 'scenario'}>
      <span className="scenario-name">
        <input
          type="radio"
          name="scenario"
          checked={chosen}
          onChange={() => state.change({ scenario, switches: undefined }, name)}
        />
        {say(name)}
        {own && <span className="small soft">{say({ zh: '（已改开关）', en: ' (switches changed)' })}</span>}
      </span>
      <span className="scenario-bar" aria-hidden="true">
        <span style={{ width: `${((milestones.production ?? 0) / longest) * 100}%` }} />
        {milestones.permit !== null && <i style={{ left: `${(milestones.permit / longest) * 100}%` }} />}
      </span>
      <span className="scenario-days">
        {milestoneNames.map((milestone) => (
          <span key={milestone} className={`scenario-row scenario-${milestone}`}>
            <span>{say(milestoneLabels[milestone])}</span>
            <b className="number">
              {milestones[milestone] ?? '—'}
              {milestones.incomplete && milestones[milestone] !== null && '+'}
            </b>
            <span className="soft small number">{dates[milestone] ?? ''}</span>
          </span>
        ))}
      </span>
      <span className="soft small">
        {say({
          zh: `事项 ${summary.matters} · 应缴 ${wanText(summary.payable)} 万元 · 容缺 ${summary.owed} · 承诺 ${summary.commitments}`,
          en: `${summary.matters} matters · ${wanText(summary.payable)} × 10k CNY · ${summary.owed} owed · ${summary.commitments} commitments`,
        })}
        {summary.assumedStandardLand && say({ zh: ' · 假定标准地', en: ' · standard land assumed' })}
        {milestones.incomplete && say({ zh: ' · 不完整', en: ' · incomplete' })}
      </span>
    </label>
  )
}
