import { useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { queryOf } from '../../../../web/client.ts'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { getProjectPlan } from '../../../cases/contract/project-plan.ts'
import type { AdviceItem } from '../../../plans/contract/answers.ts'
import { type ScenarioName, scenarioLabels } from '../../../plans/contract/scenario.ts'
import { advisePlan, compareScenarios } from '../../../plans/contract.ts'
import type { Basis } from '../../../projects/contract.ts'
import { usePropose } from './use-agreements.ts'

interface ProposeFormProps {
  readonly project: string
  readonly basis: Basis
  readonly onClose: () => void
}

/** Chooses the way of handling by its dates, takes up advice, and proposes the plan to the enterprise. */
export function ProposeForm({ project, basis, onClose }: ProposeFormProps) {
  const say = useText()
  const id = useId()
  const { zone } = useMember()
  const [scenario, setScenario] = useState<ScenarioName>('reform')
  const [taken, setTaken] = useState<readonly AdviceItem[]>([])
  const [note, setNote] = useState('')
  const running = useQuery(queryOf(getProjectPlan, { zone: zone.code, id: project }))
  const request = { zone: zone.code, facts: basis.facts, start: basis.startOn, progress: running.data?.progress }
  const ready = running.data !== undefined
  const scenarios = useQuery({ ...queryOf(compareScenarios, request), enabled: ready })
  const advice = useQuery({ ...queryOf(advisePlan, { ...request, scenario }), enabled: ready })
  const propose = usePropose(onClose)
  const offered = (advice.data?.items ?? []).filter(({ kind }) => kind !== 'switch').slice(0, 6)
  const chosen = taken.filter((item) => offered.some((one) => one.id === item.id))
  return (
    <form
      className="card agreement-form"
      aria-label={say({ zh: '提出约定方案', en: 'Propose an agreed plan' })}
      onSubmit={(event) => {
        event.preventDefault()
        if (propose.isPending) return
        propose.mutate({
          ...{ zone: zone.code, project, scenario, changes: changesOf(chosen) },
          ...(note.trim() !== '' && { note: note.trim() }),
        })
      }}
    >
      <fieldset className="agreement-choices">
        <legend>{say({ zh: '办理方式', en: 'Way of handling' })}</legend>
        {scenarios.data?.scenarios.map(({ scenario: name, dates }) => (
          <label key={name}>
            <input
              type="radio"
              name={`${id}-scenario`}
              checked={name === scenario}
              onChange={() => setScenario(name)}
            />{' '}
            <strong>{say(scenarioLabels[name])}</strong>{' '}
            <span className="soft small number">
              {say({
                zh: `施工许可 ${dates.permit ?? '—'}，投产 ${dates.production ?? '—'}`,
                en: `permit ${dates.permit ?? '—'}, production ${dates.production ?? '—'}`,
              })}
            </span>
          </label>
        ))}
      </fieldset>
      {offered.length > 0 && (
        <fieldset className="agreement-choices">
          <legend>{say({ zh: '采纳的建议（选填）', en: 'Advice taken up (optional)' })}</legend>
          {offered.map((item) => (
            <label key={item.id}>
              <input
                type="checkbox"
                checked={chosen.some((one) => one.id === item.id)}
                onChange={(event) =>
                  setTaken(event.target.checked ? [...taken, item] : taken.filter((one) => one.id !== item.id))
                }
              />{' '}
              {say(item.title)}{' '}
              <span className="soft small">
                {say({
                  zh: `许可早 ${item.savesToPermit} 天，投产早 ${item.savesToProduction} 天`,
                  en: `permit ${item.savesToPermit} d, production ${item.savesToProduction} d earlier`,
                })}
              </span>
            </label>
          ))}
        </fieldset>
      )}
      <div className="field">
        <label htmlFor={`${id}-note`}>{say({ zh: '说明（选填）', en: 'Note (optional)' })}</label>
        <Input id={`${id}-note`} maxLength={2000} value={note} onChange={(event) => setNote(event.target.value)} />
      </div>
      <Refusal error={propose.error ?? running.error ?? scenarios.error} />
      <div className="form-actions">
        <Button type="primary" htmlType="submit" disabled={scenarios.data === undefined} loading={propose.isPending}>
          {say({ zh: '提出，送双方签署', en: 'Propose for signature' })}
        </Button>
        <Button onClick={onClose}>{say({ zh: '取消', en: 'Cancel' })}</Button>
      </div>
    </form>
  )
}

/** All that was taken up together; of one desk the fewer days. */
function changesOf(items: readonly AdviceItem[]) {
  const handling: Record<string, number> = {}
  for (const { changes } of items) {
    for (const [code, days] of Object.entries(changes.handling)) handling[code] = Math.min(days, handling[code] ?? days)
  }
  return { relax: [...new Set(items.flatMap(({ changes }) => changes.relax))], handling }
}
