import { Button, Input } from 'antd'
import { useId, useState } from 'react'
import { useAct } from '../../../../web/kit/use-act.ts'
import { WordsForm } from '../../../../web/kit/words-form.tsx'
import { useText } from '../../../../web/text.tsx'
import { creditCauseLabels, manualCauses } from '../../contract/causes.ts'
import { recordCredit } from '../../contract.ts'
import { creditDoors } from './use-credit.ts'

/** A penalty or an honour, with the document that says so. */
export function RecordForm({ enterprise }: { readonly enterprise: string }) {
  const say = useText()
  const id = useId()
  const [open, setOpen] = useState(false)
  const [cause, setCause] = useState<(typeof manualCauses)[number]>('penalty')
  const [document, setDocument] = useState('')
  const [happenedOn, setHappenedOn] = useState('')
  const act = useAct(recordCredit, { stale: creditDoors, onDone: () => setOpen(false) })
  const heading = { zh: '按文书记一笔', en: 'Enter one with its document' }
  if (!open) return <Button onClick={() => setOpen(true)}>{say(heading)}</Button>
  return (
    <WordsForm
      act={heading}
      label={{ zh: '说明（选填）', en: 'Note (optional)' }}
      optional
      ready={document.trim() !== '' && happenedOn !== ''}
      pending={act.isPending}
      error={act.error}
      onSubmit={(note) =>
        act.mutate({ enterprise, cause, document: document.trim(), happenedOn, note: note === '' ? null : note })
      }
      onCancel={() => setOpen(false)}
    >
      <div className="field">
        <label htmlFor={`${id}-cause`}>{say({ zh: '情形', en: 'Cause' })}</label>
        <select
          id={`${id}-cause`}
          value={cause}
          onChange={(event) => setCause(event.target.value === 'honour' ? 'honour' : 'penalty')}
        >
          {manualCauses.map((one) => (
            <option key={one} value={one}>
              {say(creditCauseLabels[one])}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}-document`}>{say({ zh: '文书名称与文号', en: 'Document and number' })}</label>
        <Input
          id={`${id}-document`}
          maxLength={200}
          value={document}
          onChange={(event) => setDocument(event.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-on`}>{say({ zh: '日期', en: 'Date' })}</label>
        <input
          id={`${id}-on`}
          type="date"
          className="text-input"
          value={happenedOn}
          onChange={(event) => setHappenedOn(event.target.value)}
        />
      </div>
    </WordsForm>
  )
}
