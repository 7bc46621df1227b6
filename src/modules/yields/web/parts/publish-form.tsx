import { Button } from 'antd'
import { useId, useState } from 'react'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useAct } from '../../../../web/kit/use-act.ts'
import { useText } from '../../../../web/text.tsx'
import { publishRound, type YieldRound } from '../../contract.ts'
import { yieldDoors } from './use-yields.ts'

interface PublishFormProps {
  readonly round: YieldRound
  /** Enterprises whose data are not complete. */
  readonly incomplete: number
}

/** Publishes the results with the last day of objection. */
export function PublishForm({ round, incomplete }: PublishFormProps) {
  const say = useText()
  const id = useId()
  const [objectUntil, setObjectUntil] = useState('')
  const [leaveIncomplete, setLeave] = useState(false)
  const act = useAct(publishRound, { stale: yieldDoors })
  return (
    <form
      className="words-form"
      aria-label={say({ zh: '公示', en: 'Publish' })}
      onSubmit={(event) => {
        event.preventDefault()
        if (!act.isPending) act.mutate({ id: round.id, version: round.version, objectUntil, leaveIncomplete })
      }}
    >
      <div className="field">
        <label htmlFor={`${id}-until`}>
          {say({
            zh: `异议截止日期（至少 ${round.sheet.objectionDays} 天）`,
            en: `Objections until (${round.sheet.objectionDays} days at least)`,
          })}
        </label>
        <input
          id={`${id}-until`}
          type="date"
          className="text-input"
          value={objectUntil}
          onChange={({ target }) => setObjectUntil(target.value)}
        />
      </div>
      {incomplete > 0 && (
        <p>
          <label>
            <input type="checkbox" checked={leaveIncomplete} onChange={({ target }) => setLeave(target.checked)} />{' '}
            {say({
              zh: `${incomplete} 家数据不全的企业暂不评级`,
              en: `${incomplete} enterprises without complete data stay without a grade`,
            })}
          </label>
        </p>
      )}
      <Refusal error={act.error} />
      <Button type="primary" htmlType="submit" loading={act.isPending} disabled={objectUntil === ''}>
        {say({ zh: '公示结果', en: 'Publish' })}
      </Button>
    </form>
  )
}
