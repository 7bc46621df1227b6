import { Input } from 'antd'
import { useId, useState } from 'react'
import { legalDayOf } from '../../../../kernel/legal-day.ts'
import { useAct } from '../../../../web/kit/use-act.ts'
import { WordsForm } from '../../../../web/kit/words-form.tsx'
import { useText } from '../../../../web/text.tsx'
import type { WorkView } from '../../contract/work-view.ts'
import { changeContract } from '../../contract.ts'
import { DayField } from './day-field.tsx'
import { stale } from './use-works.ts'

interface ChangeFormProps {
  readonly contract: WorkView['contracts'][number]
  readonly onDone: () => void
}

/** What is added to or taken off a contract, with its paper; the approval when it grows beyond the limit. */
export function ChangeForm({ contract, onDone }: ChangeFormProps) {
  const say = useText()
  const id = useId()
  const [amount, setAmount] = useState('')
  const [document, setDocument] = useState('')
  const [approval, setApproval] = useState('')
  const [day, setDay] = useState(legalDayOf(new Date()))
  const act = useAct(changeContract, { stale, onDone })
  const field = (
    key: string,
    label: { readonly zh: string; readonly en: string },
    [value, set]: [string, (text: string) => void],
  ) => (
    <div className="field">
      <label htmlFor={`${id}-${key}`}>{say(label)}</label>
      <Input id={`${id}-${key}`} maxLength={200} value={value} onChange={(event) => set(event.target.value)} />
    </div>
  )
  return (
    <WordsForm
      act={{ zh: `登记变更：${contract.title}`, en: `Change: ${contract.title}` }}
      label={{ zh: '变更原因', en: 'Reason' }}
      pending={act.isPending}
      error={act.error}
      ready={amount.trim() !== '' && document.trim() !== '' && day !== ''}
      onCancel={onDone}
      onSubmit={(reason) =>
        act.mutate({
          ...{ id: contract.id, version: contract.version, amount: amount.trim(), reason, happenedOn: day },
          ...{ document: document.trim(), ...(approval.trim() !== '' && { approval: approval.trim() }) },
        })
      }
    >
      {field('amount', { zh: '增减金额（元，减少写负数）', en: 'Amount (CNY, negative when taken off)' }, [
        amount,
        setAmount,
      ])}
      {field('document', { zh: '变更单号', en: 'Change order' }, [document, setDocument])}
      {field('approval', { zh: '批准文件（超过限额才要）', en: 'Approval (beyond the limit only)' }, [
        approval,
        setApproval,
      ])}
      <DayField label={say({ zh: '变更日期', en: 'Day' })} value={day} onChange={setDay} />
    </WordsForm>
  )
}
