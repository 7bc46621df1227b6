import { useAct } from '../../../../web/kit/use-act.ts'
import { WordsForm } from '../../../../web/kit/words-form.tsx'
import type { Check } from '../../contract/views.ts'
import { objectToCheck } from '../../contract.ts'
import { stale } from './use-promises.ts'

export function ObjectForm({ check, onDone }: { readonly check: Check; readonly onDone: () => void }) {
  const act = useAct(objectToCheck, { stale, onDone })
  return (
    <WordsForm
      act={{ zh: '提出异议', en: 'Object' }}
      label={{ zh: '哪里不对，依据是什么', en: 'What is wrong, and by what' }}
      {...{ pending: act.isPending, error: act.error, onCancel: onDone }}
      onSubmit={(reason) => act.mutate({ id: check.id, version: check.version, reason: reason.slice(0, 1000) })}
    />
  )
}
