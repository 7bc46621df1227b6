import { Button, Input } from 'antd'
import { useState } from 'react'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useAct } from '../../../../web/kit/use-act.ts'
import { useText } from '../../../../web/text.tsx'
import { judgeLead } from '../../contract/evaluation.ts'
import type { LeadDossier } from '../../contract/leads.ts'
import { promotionDoors } from './use-promotion.ts'

type Criterion = LeadDossier['evaluation']['criteria'][number]

/** The weighted sheet: what the judges said with their evidence, the result as far as it is known, and the reader's own marks. */
export function EvaluationSheet({ lead }: { readonly lead: LeadDossier }) {
  const say = useText()
  const { may } = useMember()
  const [open, setOpen] = useState(false)
  const { score, passes, passMark, judges, missing, criteria } = lead.evaluation
  const weights = criteria.reduce((total, { weight }) => total + weight, 0)
  return (
    <section>
      <p role="status" className={`notice ${passes === false ? 'notice-warning' : ''}`}>
        {score === null
          ? say({
              zh: `还有 ${missing.length} 项没有评分，结果未知（${judges} 人已评）。`,
              en: `${missing.length} criteria are unmarked: the result is unknown (${judges} judges so far).`,
            })
          : say({
              zh: `研判 ${score} 分，及格线 ${passMark}，${judges} 人评分${passes ? '，达到' : '，未达到'}。`,
              en: `${score} of 100 by ${judges} judges, pass mark ${passMark}: ${passes ? 'passed' : 'not passed'}.`,
            })}
      </p>
      <ul className="criteria">
        {criteria.map((line) => (
          <li key={line.code} className="card">
            <h3>
              {say(line.name)} <span className="soft small">{Math.round((line.weight / weights) * 100)}%</span>{' '}
              <strong className="number">{line.mark ?? say({ zh: '未评', en: 'unmarked' })}</strong>
            </h3>
            {line.guidance && <p className="soft small">{say(line.guidance)}</p>}
            {line.marks.map(({ judge, mark, evidence, on }) => (
              <p key={judge} className="small">
                <span className="number">{mark}</span> · {judge} · {on} · {say({ zh: '依据：', en: 'Evidence: ' })}
                {evidence}
              </p>
            ))}
            <p className="soft small">
              {line.source} <span className={`mark mark-${line.confidence}`}>{line.confidence}</span>
            </p>
          </li>
        ))}
      </ul>
      {may('promotion.judge') && !open && (
        <Button type="primary" onClick={() => setOpen(true)}>
          {say({ zh: '我来评分', en: 'Give my marks' })}
        </Button>
      )}
      {open && <MarkForm lead={lead} criteria={criteria} onClose={() => setOpen(false)} />}
    </section>
  )
}

interface FormProps {
  readonly lead: LeadDossier
  readonly criteria: readonly Criterion[]
  readonly onClose: () => void
}

function MarkForm({ lead, criteria, onClose }: FormProps) {
  const say = useText()
  const [marks, setMarks] = useState<Readonly<Record<string, { mark: string; evidence: string }>>>({})
  const act = useAct(judgeLead, { stale: promotionDoors, onDone: onClose })
  const given = criteria.flatMap(({ code }) => {
    const one = marks[code]
    const mark = Number(one?.mark ?? '')
    return one && one.mark !== '' && one.evidence.trim() !== '' && mark >= 0 && mark <= 100
      ? [{ code, mark, evidence: one.evidence.trim() }]
      : []
  })
  const set = (code: string, change: Partial<{ mark: string; evidence: string }>) =>
    setMarks({ ...marks, [code]: { mark: '', evidence: '', ...marks[code], ...change } })
  return (
    <form
      className="card visit-form"
      aria-label={say({ zh: '我的评分', en: 'My marks' })}
      onSubmit={(event) => {
        event.preventDefault()
        if (given.length > 0 && !act.isPending) act.mutate({ id: lead.id, marks: given })
      }}
    >
      <p className="soft small">
        {say({
          zh: '每项 0 至 100 分，写明依据；只交填好的项。',
          en: '0 to 100 for each, with evidence; what is filled in is handed in.',
        })}
      </p>
      {criteria.map(({ code, name }) => (
        <fieldset key={code} className="mark-row">
          <legend>{say(name)}</legend>
          <input
            type="number"
            className="text-input"
            min={0}
            max={100}
            aria-label={say({ zh: `${name.zh}：分数`, en: `${name.en}: mark` })}
            value={marks[code]?.mark ?? ''}
            onChange={(event) => set(code, { mark: event.target.value })}
          />
          <Input
            maxLength={500}
            aria-label={say({ zh: `${name.zh}：依据`, en: `${name.en}: evidence` })}
            placeholder={say({ zh: '依据', en: 'Evidence' })}
            value={marks[code]?.evidence ?? ''}
            onChange={(event) => set(code, { evidence: event.target.value })}
          />
        </fieldset>
      ))}
      <Refusal error={act.error} />
      <div className="form-actions">
        <Button type="primary" htmlType="submit" disabled={given.length === 0} loading={act.isPending}>
          {say({ zh: `交 ${given.length} 项`, en: `Hand in ${given.length}` })}
        </Button>
        <Button onClick={onClose}>{say({ zh: '取消', en: 'Cancel' })}</Button>
      </div>
    </form>
  )
}
