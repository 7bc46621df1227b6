import { useId, useState } from 'react'
import { Choice } from '../../../../web/kit/choice.tsx'
import { useAct } from '../../../../web/kit/use-act.ts'
import { WordsForm } from '../../../../web/kit/words-form.tsx'
import { useText } from '../../../../web/text.tsx'
import type { Check } from '../../contract/views.ts'
import { outcomeLabels, outcomes } from '../../contract/words.ts'
import { decideCheck } from '../../contract.ts'
import { stale } from './use-promises.ts'

/** Pass, a term, or breach, each with its reason. A breach writes the penalty by the contract's formula. */
export function DecideForm({ check, onDone }: { readonly check: Check; readonly onDone: () => void }) {
  const say = useText()
  const id = useId()
  const fine = check.reached === true && check.measures.every(({ kept }) => kept === true)
  const [outcome, setOutcome] = useState<(typeof outcomes)[number]>(fine ? 'pass' : 'rectify')
  const [until, setUntil] = useState('')
  const act = useAct(decideCheck, { stale, onDone })
  return (
    <WordsForm
      act={{ zh: '认定结果', en: 'Decide' }}
      label={{ zh: '理由', en: 'Reason' }}
      {...{ pending: act.isPending, error: act.error, onCancel: onDone, ready: outcome !== 'rectify' || until !== '' }}
      onSubmit={(reason) =>
        act.mutate({
          ...{ id: check.id, version: check.version, outcome, reason: reason.slice(0, 1000) },
          rectifyUntil: outcome === 'rectify' ? until : null,
        })
      }
    >
      <Choice
        label={say({ zh: '结果', en: 'Outcome' })}
        value={outcome}
        options={outcomes.map((value) => ({ value, label: say(outcomeLabels[value]) }))}
        onChange={setOutcome}
      />
      {outcome === 'rectify' && (
        <div className="field">
          <label htmlFor={id}>{say({ zh: '整改到哪一天', en: 'By which day' })}</label>
          <input
            id={id}
            type="date"
            className="text-input"
            value={until}
            onChange={(event) => setUntil(event.target.value)}
          />
        </div>
      )}
      {outcome === 'breach' && (
        <p className="soft">
          {say({
            zh: '认定违约后，按合同公式记违约金，并记入企业信用。',
            en: "A breach writes the penalty by the contract's formula, and an entry of credit.",
          })}
        </p>
      )}
    </WordsForm>
  )
}
