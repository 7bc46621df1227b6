import { Button } from 'antd'
import { useState } from 'react'
import { useAct } from '../../../../web/kit/use-act.ts'
import { WordsForm } from '../../../../web/kit/words-form.tsx'
import { useText } from '../../../../web/text.tsx'
import { raiseObjection } from '../../contract.ts'
import { yieldDoors } from './use-yields.ts'

/** An enterprise objects to its own result. */
export function ObjectForm({ round }: { readonly round: string }) {
  const say = useText()
  const [open, setOpen] = useState(false)
  const act = useAct(raiseObjection, { stale: yieldDoors, onDone: () => setOpen(false) })
  const heading = { zh: '提出异议', en: 'Object to my result' }
  if (!open) return <Button onClick={() => setOpen(true)}>{say(heading)}</Button>
  return (
    <WordsForm
      act={heading}
      label={{ zh: '哪个数不对，凭什么', en: 'Which number is wrong, and what shows it' }}
      pending={act.isPending}
      error={act.error}
      onSubmit={(reason) => act.mutate({ id: round, reason })}
      onCancel={() => setOpen(false)}
    />
  )
}
