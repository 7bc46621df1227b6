import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import type { OutputOf } from '../../../../kernel/endpoint.ts'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { type Stage, stageLabels, stages } from '../../../projects/contract/stage.ts'
import { moveByRule } from '../../contract/moves.ts'
import { type Rule, saidOf, useMove } from './use-moves.ts'

interface RuleFormProps {
  readonly rule: Rule
  /** The version in force that was looked at. */
  readonly to: string | null
  readonly total: number
  readonly onLook: (rule: Rule) => void
}

/** Names projects by a rule: first to look, then to move them all at once. */
export function RuleForm({ rule, to, total, onLook }: RuleFormProps) {
  const say = useText()
  const id = useId()
  const { zone, may } = useMember()
  const [text, setText] = useState(rule.rule)
  const [stage, setStage] = useState<Stage | ''>(rule.beforeStage)
  const [reason, setReason] = useState('')
  const move = useMove(moveByRule)
  const looked = rule.rule === text && rule.beforeStage === stage
  const look = () => onLook({ rule: text, beforeStage: stage })
  return (
    <form
      className="card moves-form"
      onSubmit={(event) => {
        event.preventDefault()
        look()
      }}
    >
      <h2>{say({ zh: '按规则选', en: 'Choose by a rule' })}</h2>
      <div className="field">
        <label htmlFor={`${id}-stage`}>{say({ zh: '尚未到达的阶段', en: 'Before the stage' })}</label>
        <select id={`${id}-stage`} value={stage} onChange={(event) => setStage(event.target.value as Stage | '')}>
          <option value="">{say({ zh: '不限', en: 'any' })}</option>
          {stages.map((one) => (
            <option key={one} value={one}>
              {say(stageLabels[one])}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}-rule`}>
          {say({ zh: '项目要素规则（FEEL，选填）', en: 'Rule over facts (FEEL, optional)' })}
        </label>
        <Input
          id={`${id}-rule`}
          value={text}
          placeholder='landKind = "standard-land" and landAreaHa >= 5'
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <div className="form-actions">
        <Button htmlType="submit">{say({ zh: '看看选中哪些', en: 'See which are meant' })}</Button>
      </div>
      {may('replans.move') && total > 0 && to !== null && (
        <>
          <div className="field">
            <label htmlFor={`${id}-reason`}>{say({ zh: '改按新版的理由', en: 'Reason for the move' })}</label>
            <Input
              id={`${id}-reason`}
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </div>
          <div className="form-actions">
            <Button
              type="primary"
              disabled={!looked || reason.trim() === ''}
              loading={move.isPending}
              onClick={() => move.mutate({ zone: zone.code, to, reason: reason.trim(), ...saidOf(rule) })}
            >
              {say({ zh: '选中的都改按现行目录', en: 'Move all that are meant' })}
            </Button>
          </div>
        </>
      )}
      <Refusal error={move.error} />
      {move.data !== undefined && <Moved answer={move.data} />}
    </form>
  )
}

function Moved({ answer: { moved, refused, unknown } }: { readonly answer: OutputOf<typeof moveByRule> }) {
  const say = useText()
  return (
    <div role="status" className="notice">
      <p>
        {say({
          zh: `已改 ${moved.length} 个；${refused.length} 个不能改；${unknown.length} 个缺要素、判断不了，保持原版。`,
          en: `Moved ${moved.length}; ${refused.length} cannot be moved; ${unknown.length} lack facts and stay.`,
        })}
      </p>
      <ul>
        {refused.map(({ id, name, why }) => (
          <li key={id}>
            {name}：{say(why)}
          </li>
        ))}
        {unknown.map(({ id, name, missing }) => (
          <li key={id}>
            {name}：{say({ zh: '缺 ', en: 'missing ' })}
            {missing.join('、')}
          </li>
        ))}
      </ul>
    </div>
  )
}
