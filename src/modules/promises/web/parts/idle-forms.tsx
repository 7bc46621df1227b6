import { Input } from 'antd'
import { useId, useState } from 'react'
import type { Label } from '../../../../kernel/label.ts'
import { legalDayOf } from '../../../../kernel/legal-day.ts'
import { useAct } from '../../../../web/kit/use-act.ts'
import { WordsForm } from '../../../../web/kit/words-form.tsx'
import { useText } from '../../../../web/text.tsx'
import type { Promised } from '../../contract/views.ts'
import { idleActLabels, idleActs, idleCauseLabels, idleCauses } from '../../contract/words.ts'
import { actOnIdle, endExcuse, excuseIdle, extendStart } from '../../contract.ts'
import { stale } from './use-promises.ts'

interface Props {
  readonly promised: Promised
  readonly onDone: () => void
}

const paper = { zh: '文号', en: 'Document' }
const amount = /^\d+(\.\d{1,2})?$/

function Field({
  label,
  value,
  onChange,
  type = 'text',
}: {
  readonly label: Label
  readonly value: string
  readonly onChange: (value: string) => void
  readonly type?: 'text' | 'date'
}) {
  const say = useText()
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{say(label)}</label>
      {type === 'date' ? (
        <input {...{ id, type, value, className: 'text-input' }} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <Input {...{ id, value, maxLength: 200 }} onChange={(event) => onChange(event.target.value)} />
      )}
    </div>
  )
}

function Options<T extends string>({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: Label
  readonly value: T
  readonly options: readonly { readonly value: T; readonly label: Label }[]
  readonly onChange: (value: T) => void
}) {
  const say = useText()
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{say(label)}</label>
      <select
        {...{ id, value, className: 'text-input' }}
        onChange={(event) => {
          const found = options.find((one) => one.value === event.target.value)
          if (found) onChange(found.value)
        }}
      >
        {options.map((one) => (
          <option key={one.value} value={one.value}>
            {say(one.label)}
          </option>
        ))}
      </select>
    </div>
  )
}

/** Three months at most, twice at most: 建筑法 Art. 9. */
export function ExtendForm({ promised, onDone }: Props) {
  const [months, setMonths] = useState<'1' | '2' | '3'>('3')
  const [document, setDocument] = useState('')
  const act = useAct(extendStart, { stale, onDone })
  const options = (['1', '2', '3'] as const).map((value) => ({
    value,
    label: { zh: `${value} 个月`, en: `${value} months` },
  }))
  return (
    <WordsForm
      act={{ zh: '同意开工延期', en: 'Put the start off' }}
      label={{ zh: '理由', en: 'Reason' }}
      {...{ pending: act.isPending, error: act.error, onCancel: onDone, ready: document.trim() !== '' }}
      onSubmit={(reason) =>
        act.mutate({ contract: promised.contract.id, months: Number(months), document, reason: reason.slice(0, 1000) })
      }
    >
      <Options {...{ label: { zh: '延期', en: 'By' }, value: months, options, onChange: setMonths }} />
      <Field {...{ label: paper, value: document, onChange: setDocument }} />
    </WordsForm>
  )
}

/** A cause that stops the clock; its document stands in the words. */
export function ExcuseForm({ promised, onDone }: Props) {
  const [cause, setCause] = useState<(typeof idleCauses)[number]>('government')
  const [from, setFrom] = useState(promised.dates.startDue)
  const [until, setUntil] = useState('')
  const act = useAct(excuseIdle, { stale, onDone })
  const options = idleCauses.map((value) => ({ value, label: idleCauseLabels[value] }))
  return (
    <WordsForm
      act={{ zh: '登记不计入的原因', en: 'Enter a cause' }}
      label={{ zh: '证明文件（名称和文号）', en: 'Evidence (title and number)' }}
      {...{ pending: act.isPending, error: act.error, onCancel: onDone, ready: from !== '' }}
      onSubmit={(document) =>
        act.mutate({
          contract: promised.contract.id,
          cause,
          from,
          until: until || null,
          document: document.slice(0, 200),
        })
      }
    >
      <Options {...{ label: { zh: '原因', en: 'Cause' }, value: cause, options, onChange: setCause }} />
      <Field {...{ label: { zh: '从', en: 'From' }, value: from, onChange: setFrom, type: 'date' }} />
      <Field
        {...{
          label: { zh: '到（仍在持续的留空）', en: 'Until (empty: it lasts)' },
          value: until,
          onChange: setUntil,
          type: 'date',
        }}
      />
    </WordsForm>
  )
}

export function EndCauseForm({ promised, cause, onDone }: Props & { readonly cause: string }) {
  const [until, setUntil] = useState(legalDayOf(new Date()))
  const act = useAct(endExcuse, { stale, onDone })
  const version = promised.idle.causes.find(({ id }) => id === cause)?.version ?? 0
  return (
    <WordsForm
      act={{ zh: '原因消除，继续计时', en: 'The cause is over' }}
      label={{ zh: '证明文件（名称和文号）', en: 'Evidence (title and number)' }}
      {...{ pending: act.isPending, error: act.error, onCancel: onDone, ready: until !== '' }}
      onSubmit={(document) =>
        act.mutate({ contract: promised.contract.id, id: cause, version, until, document: document.slice(0, 200) })
      }
    >
      <Field {...{ label: { zh: '消除日期', en: 'Over on' }, value: until, onChange: setUntil, type: 'date' }} />
    </WordsForm>
  )
}

/** A letter that a person writes; the server refuses what the clock does not bear out. */
export function LetterForm({ promised, onDone }: Props) {
  const [act, setAct] = useState<(typeof idleActs)[number]>('investigate')
  const [document, setDocument] = useState('')
  const [amountYuan, setAmount] = useState(promised.idle.feeLimitYuan)
  const run = useAct(actOnIdle, { stale, onDone })
  const options = idleActs.map((value) => ({ value, label: idleActLabels[value] }))
  return (
    <WordsForm
      act={{ zh: '出具文书', en: 'Write a letter' }}
      label={{ zh: '事实和理由', en: 'Facts and reasons' }}
      {...{ pending: run.isPending, error: run.error, onCancel: onDone }}
      ready={document.trim() !== '' && (act !== 'levy' || amount.test(amountYuan))}
      onSubmit={(reason) =>
        run.mutate({
          ...{ contract: promised.contract.id, act, document, happenedOn: legalDayOf(new Date()) },
          ...{ reason: reason.slice(0, 1000), amountYuan: act === 'levy' ? amountYuan : null },
        })
      }
    >
      <Options {...{ label: { zh: '文书', en: 'Letter' }, value: act, options, onChange: setAct }} />
      <Field {...{ label: paper, value: document, onChange: setDocument }} />
      {act === 'levy' && (
        <Field {...{ label: { zh: '闲置费（元）', en: 'Fee (yuan)' }, value: amountYuan, onChange: setAmount }} />
      )}
    </WordsForm>
  )
}
