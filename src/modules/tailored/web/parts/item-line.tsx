import { Button } from 'antd'
import { useState } from 'react'
import { formatYuan } from '../../../../web/kit/format.ts'
import { useAct } from '../../../../web/kit/use-act.ts'
import { WordsForm } from '../../../../web/kit/words-form.tsx'
import { usePreferences } from '../../../../web/preferences.ts'
import { useText } from '../../../../web/text.tsx'
import { itemKinds, itemStates, type PlanItem, reportItem, type TailoredPlan } from '../../contract.ts'
import { tailoredDoors } from './use-plans.ts'

interface ItemLineProps {
  readonly plan: TailoredPlan
  readonly item: PlanItem
}

/** One item: what, who, by when, with how much; and its result. */
export function ItemLine({ plan, item }: ItemLineProps) {
  const say = useText()
  const { language } = usePreferences()
  const [state, setState] = useState<'done' | 'dropped' | null>(null)
  const act = useAct(reportItem, { stale: tailoredDoors, onDone: () => setState(null) })
  const { kind, content, department, person, dueOn, amountYuan, late, result, doneOn } = item
  return (
    <>
      <p>
        <span className="mark">{say(itemKinds[kind])}</span> <strong>{content}</strong>{' '}
        {amountYuan !== null && <span className="number">{formatYuan(amountYuan, language)}</span>}
      </p>
      <p className="small">
        {department.name}
        {person !== null && ` ${person}`} · {say({ zh: '到期', en: 'due' })} <span className="number">{dueOn}</span>{' '}
        {plan.state !== 'draft' && (
          <span className={late ? 'tailored-late' : 'soft'}>
            {late ? say({ zh: '已逾期', en: 'late' }) : say(itemStates[item.state])}
          </span>
        )}
        {result !== null && ` · ${doneOn} ${result}`}
      </p>
      {plan.may.report && item.state === 'open' && state === null && (
        <div className="form-actions">
          <Button onClick={() => setState('done')}>{say({ zh: '办成了', en: 'Done' })}</Button>
          <Button onClick={() => setState('dropped')}>{say({ zh: '不办了', en: 'Drop' })}</Button>
        </div>
      )}
      {state !== null && (
        <WordsForm
          act={
            state === 'done' ? { zh: '报告办成', en: 'Report as done' } : { zh: '报告不办', en: 'Report as dropped' }
          }
          label={{ zh: '结果（凭什么）', en: 'Result, and what shows it' }}
          pending={act.isPending}
          error={act.error}
          onSubmit={(words) => act.mutate({ id: plan.id, version: plan.version, item: item.id, state, result: words })}
          onCancel={() => setState(null)}
        />
      )}
    </>
  )
}
