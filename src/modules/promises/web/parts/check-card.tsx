import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { SubjectFiles } from '../../../../web/kit/files/subject-files.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import type { Check } from '../../contract/views.ts'
import { checkLabels, checkStateLabels } from '../../contract/words.ts'
import { DecideForm } from './decide-form.tsx'
import { MeasureTable } from './measure-table.tsx'
import { ObjectForm } from './object-form.tsx'
import { RecordForm } from './record-form.tsx'
import { StartForm } from './start-form.tsx'
import './promises.css'

type Form = 'record' | 'object' | 'decide'

/** One check: when it is due, what was found, what the firm says, what was decided; and the next step. */
export function CheckCard({ check, children }: { readonly check: Check; readonly children?: ReactNode }) {
  const say = useText()
  const { may } = useMember()
  const [form, setForm] = useState<Form | null>(null)
  const [kept, setKept] = useState(false)
  const { kind, round, state, dueOn, daysLate } = check
  const late = daysLate > 0 && (state === 'due' || state === 'recorded' || state === 'objected')
  const allowed: Readonly<Record<Form, boolean>> = {
    record: may('promises.check'),
    object: may('promises.object'),
    decide: may('promises.decide'),
  }
  const labels = {
    record: state === 'objected' ? { zh: '重新核查', en: 'Check again' } : { zh: '核查', en: 'Check' },
    object: { zh: '提出异议', en: 'Object' },
    decide: { zh: '认定结果', en: 'Decide' },
  } as const
  const close = () => setForm(null)
  return (
    <article className="card check-card">
      <h3>
        {say(checkLabels[kind])}
        {round > 1 && say({ zh: `（第 ${round} 次）`, en: ` (round ${round})` })}{' '}
        <span className={`check-${state}`}>{say(checkStateLabels[state])}</span>
      </h3>
      {children !== undefined && <p>{children}</p>}
      <p>
        <span className="number">{say({ zh: `应于 ${dueOn}`, en: `due ${dueOn}` })}</span>
        {late && (
          <span className="check-breached"> ▲ {say({ zh: `已晚 ${daysLate} 日`, en: `${daysLate} days late` })}</span>
        )}
      </p>
      {check.checkedOn !== null && (
        <p className="small">
          {check.reached === true
            ? say({ zh: `${check.reachedOn} 达到`, en: `reached on ${check.reachedOn}` })
            : say({ zh: '没有达到', en: 'not reached' })}
          {say({ zh: `；${check.checkedOn} 核查`, en: `; checked on ${check.checkedOn}` })} {check.checker ?? ''}
          {check.note !== null && `。${check.note}`}
        </p>
      )}
      <MeasureTable check={check} />
      {check.objection !== null && (
        <p className="check-objected">
          {say({ zh: '企业异议', en: 'Objection' })}（{check.objectedOn}）：{check.objection}
        </p>
      )}
      {check.decidedOn !== null && (
        <p>
          {say({ zh: '认定', en: 'Decided' })}（{check.decidedOn}）：{check.decision}
          {check.rectifyUntil !== null &&
            say({ zh: `，${check.rectifyUntil} 前整改`, en: `, by ${check.rectifyUntil}` })}
        </p>
      )}
      {check.checkedOn !== null && (
        <SubjectFiles
          subject={{ subjectKind: 'promises.check', subjectId: check.id }}
          label={{ zh: '佐证：', en: 'Evidence: ' }}
        />
      )}
      <div role="status">
        {kept &&
          form === null &&
          say({ zh: '已记下，照片和记录会一起送出。', en: 'Kept; picture and record are sent.' })}
      </div>
      {form === null && (
        <div className="form-actions">
          {check.may
            .filter((step) => allowed[step])
            .map((step) => (
              <Button
                key={step}
                type={step === 'object' ? 'default' : 'primary'}
                size="large"
                onClick={() => setForm(step)}
              >
                {say(labels[step])}
              </Button>
            ))}
        </div>
      )}
      {form === 'record' &&
        (kind === 'start' ? (
          <StartForm
            check={check}
            onCancel={close}
            onDone={() => {
              setKept(true)
              close()
            }}
          />
        ) : (
          <RecordForm check={check} onDone={close} />
        ))}
      {form === 'object' && <ObjectForm check={check} onDone={close} />}
      {form === 'decide' && <DecideForm check={check} onDone={close} />}
    </article>
  )
}
