import { Link } from '@tanstack/react-router'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { labelOfMixed } from '../../../matters/contract/mixed-text.ts'
import { moveCase, type TouchedCase } from '../../contract/moves.ts'
import { MatterChanges } from './matter-changes.tsx'
import { MoveButton } from './move-button.tsx'
import { useMove } from './use-moves.ts'

/** One case in handling on an older version; one that was accepted keeps the limits that run. */
export function TouchedCaseLine({ touched, to }: { readonly touched: TouchedCase; readonly to: string }) {
  const say = useText()
  const { zone, may } = useMember()
  const move = useMove(moveCase)
  const { id, version, project, matter, accepted, pinned, change } = touched
  const name = say(matter.name)
  return (
    <>
      <p>
        <Link to="/projects/$id" params={{ id: project.id }} search={{ zone: zone.code, view: 'cases', case: id }}>
          {name}
        </Link>{' '}
        <span className="soft">{project.name}</span>{' '}
        <span className="soft small">{say(labelOfMixed(pinned.asOf))}</span>
      </p>
      {change === null ? (
        <p className="soft small">
          {say({ zh: '这个事项在新版里没有变化', en: 'This matter is the same in the new version' })}
        </p>
      ) : (
        <MatterChanges changes={[change]} />
      )}
      {accepted && (
        <p className="small">
          {say({
            zh: '已受理：正在走的期限按受理时的版本，不会改变。',
            en: 'Accepted: the limits that run stay as they were at the acceptance.',
          })}
        </p>
      )}
      {may('replans.move') && (
        <MoveButton
          name={name}
          pending={move.isPending}
          error={move.error}
          onMove={(reason) => move.mutate({ zone: zone.code, id, version, to, reason })}
        />
      )}
    </>
  )
}
