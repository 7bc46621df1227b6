import { Button } from 'antd'
import { useState } from 'react'
import { useAct } from '../../../../web/kit/use-act.ts'
import { WordsForm } from '../../../../web/kit/words-form.tsx'
import { useText } from '../../../../web/text.tsx'
import { decideObjection, objectionStates, type YieldObjection, type YieldReport } from '../../contract.ts'
import { yieldDoors } from './use-yields.ts'

/** What was objected, and what became of it. */
export function Objections({ report: { objections, may } }: { readonly report: YieldReport }) {
  const say = useText()
  if (objections.length === 0) return null
  return (
    <section className="card">
      <h2>{say({ zh: `异议 ${objections.length}`, en: `Objections: ${objections.length}` })}</h2>
      <ul className="plain-list">
        {objections.map((one) => (
          <li key={one.id}>
            <Line objection={one} mayDecide={may.decide && one.state === 'raised'} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Line({ objection, mayDecide }: { readonly objection: YieldObjection; readonly mayDecide: boolean }) {
  const say = useText()
  const [uphold, setUphold] = useState<boolean | null>(null)
  const act = useAct(decideObjection, { stale: yieldDoors, onDone: () => setUphold(null) })
  const { id, version, enterprise, state, reason, raisedOn, decidedOn, decision } = objection
  return (
    <>
      <p>
        <strong>{enterprise.name}</strong> <span className="mark">{say(objectionStates[state])}</span>{' '}
        <span className="number soft">{raisedOn}</span>
      </p>
      <p>{reason}</p>
      {decision !== null && (
        <p className="small">
          {decidedOn}：{decision}
        </p>
      )}
      {mayDecide && uphold === null && (
        <div className="form-actions">
          <Button onClick={() => setUphold(true)}>
            {say({ zh: '成立，按现有数据更正', en: 'Uphold and correct' })}
          </Button>
          <Button onClick={() => setUphold(false)}>{say({ zh: '不成立', en: 'Reject' })}</Button>
        </div>
      )}
      {uphold !== null && (
        <WordsForm
          act={uphold ? { zh: '确认成立并更正', en: 'Uphold and correct' } : { zh: '确认不成立', en: 'Reject' }}
          label={{ zh: '理由（企业看得到）', en: 'Reason; the enterprise reads it' }}
          pending={act.isPending}
          error={act.error}
          onSubmit={(words) => act.mutate({ id, version, uphold, reason: words })}
          onCancel={() => setUphold(null)}
        />
      )}
    </>
  )
}
