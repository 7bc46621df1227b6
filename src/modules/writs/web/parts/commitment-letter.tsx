import { Button } from 'antd'
import { useState } from 'react'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { MakeWrit } from './make-writ.tsx'
import { useWrits } from './use-writs.ts'
import { WritLine } from './writ-line.tsx'
import './writs.css'

/** The letter of a signed commitment (承诺书): the one that stands, or the button that makes it. */
export function CommitmentLetter({ id, project }: { readonly id: string; readonly project: string }) {
  const say = useText()
  const { may } = useMember()
  const [open, setOpen] = useState(false)
  const { data, error } = useWrits({ project })
  const letters = data?.writs.filter(({ kind, commitmentId }) => kind === 'commitment' && commitmentId === id) ?? []
  const stands = letters.some(({ state }) => state === 'valid')
  if (open) return <MakeWrit kind="commitment" source={{ commitment: id }} onClose={() => setOpen(false)} />
  return (
    <>
      <Refusal error={error} />
      {letters.map((writ) => (
        <WritLine key={writ.id} writ={writ} />
      ))}
      {data !== undefined && !stands && may('writs.make') && (
        <p>
          <Button onClick={() => setOpen(true)}>{say({ zh: '出具承诺书', en: 'Make the commitment letter' })}</Button>
        </p>
      )}
    </>
  )
}
