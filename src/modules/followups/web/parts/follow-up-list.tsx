import { useState } from 'react'
import type { Label } from '../../../../kernel/label.ts'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { useText } from '../../../../web/text.tsx'
import { FollowUpLine } from './follow-up-line.tsx'
import { FollowUpSheet } from './follow-up-sheet.tsx'
import type { useFollowUps } from './use-follow-ups.ts'
import './follow-ups.css'

interface ListProps {
  readonly found: ReturnType<typeof useFollowUps>
  readonly empty: Label
  /** Which one is open, when the address says so. */
  readonly open?: string | undefined
  readonly onOpen?: (id: string | undefined) => void
}

/** Follow-ups as lines; one opens beside them. */
export function FollowUpList({ found, empty, open, onOpen }: ListProps) {
  const say = useText()
  const [here, setHere] = useState<string>()
  const shown = onOpen ? open : here
  const choose = onOpen ?? setHere
  if (found.error !== null) return <Failure error={found.error} onRetry={() => found.refetch()} />
  if (found.data === undefined) return <Opening />
  const { followUps } = found.data
  return (
    <>
      {followUps.length === 0 ? (
        <p className="card" role="status">
          {say(empty)}
        </p>
      ) : (
        <ul className="plain-list">
          {followUps.map((one) => (
            <li key={one.id}>
              <FollowUpLine followUp={one} onOpen={() => choose(one.id)} />
            </li>
          ))}
        </ul>
      )}
      {shown !== undefined && <FollowUpSheet id={shown} onClose={() => choose(undefined)} />}
    </>
  )
}
