import { useId, useState } from 'react'
import { useAct } from '../../../../web/kit/use-act.ts'
import { WordsForm } from '../../../../web/kit/words-form.tsx'
import { useText } from '../../../../web/text.tsx'
import { dismissFinding, type Finding } from '../../contract.ts'
import { stale } from './use-findings.ts'

/** It does not stand still, or not by what is known: why, and from when to ask again. */
export function DismissForm({ finding, onDone }: { readonly finding: Finding; readonly onDone: () => void }) {
  const say = useText()
  const id = useId()
  const [againOn, setAgain] = useState('')
  const dismiss = useAct(dismissFinding, { stale, onDone })
  return (
    <WordsForm
      act={dismissFinding.summary}
      label={{ zh: '理由', en: 'Reason' }}
      pending={dismiss.isPending}
      error={dismiss.error}
      onCancel={onDone}
      onSubmit={(reason) => {
        const { project, notYet, since } = finding
        dismiss.mutate({ id: project.id, notYet, since, reason, ...(againOn !== '' && { againOn }) })
      }}
    >
      <div className="field">
        <label htmlFor={`${id}-again`}>
          {say({ zh: '哪天再看（可不填）', en: 'Look again on (may be left empty)' })}
        </label>
        <input id={`${id}-again`} type="date" value={againOn} onChange={({ target }) => setAgain(target.value)} />
        <p className="soft small">
          {say({
            zh: '不填：日期没有变化就不再列出。',
            en: 'Empty: it is not asked again as long as its day stays the same.',
          })}
        </p>
      </div>
    </WordsForm>
  )
}
