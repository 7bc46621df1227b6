import { Link } from '@tanstack/react-router'
import type { Label } from '../../../../kernel/label.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { labelOfMixed } from '../../../matters/contract/mixed-text.ts'
import { stageLabels } from '../../../projects/contract/stage.ts'
import { moveProject, type TouchedProject } from '../../contract/moves.ts'
import { milestoneText } from '../../domain/words.ts'
import { MatterChanges } from './matter-changes.tsx'
import { MoveButton } from './move-button.tsx'
import { useMove } from './use-moves.ts'

const answers: Readonly<Record<'yes' | 'no' | 'unknown', Label>> = {
  yes: { zh: '✓ 规则选中', en: '✓ meant by the rule' },
  no: { zh: '－ 规则未选', en: '− not meant' },
  unknown: { zh: '？缺要素，判断不了', en: '? facts are missing' },
}

/** One project on an older version: what differs for it, what would move, and the move. */
export function TouchedProjectCard({ project, to }: { readonly project: TouchedProject; readonly to: string }) {
  const say = useText()
  const { zone, may } = useMember()
  const move = useMove(moveProject)
  const { id, name, stage, version, pinned, matters, would, refusal, chosen } = project
  return (
    <article className="card moves-project">
      <h3>
        <Link to="/projects/$id" params={{ id }} search={{ zone: zone.code }}>
          {name}
        </Link>{' '}
        <span className="mark">{say(stageLabels[stage])}</span>{' '}
        {chosen !== null && <span className="mark">{say(answers[chosen])}</span>}
      </h3>
      <p className="soft small">
        {say({ zh: '固定的版本：', en: 'pinned to ' })}
        {say(labelOfMixed(pinned.asOf))} · <code>{pinned.digest.slice(0, 12)}</code>
      </p>
      {refusal !== null && <p className="notice notice-warning">{say(refusal)}</p>}
      {would !== null && (
        <>
          {would.milestones.length === 0 && <p>{say({ zh: '○ 四个节点都不变', en: '○ no milestone would move' })}</p>}
          {would.milestones.map((one) => (
            <p key={one.name}>{say(milestoneText(one))}</p>
          ))}
          <p className="small soft">
            {say({
              zh: `新增 ${would.in} 项，不再需要 ${would.out} 项，提前 ${would.earlier} 项，推迟 ${would.later} 项`,
              en: `${would.in} added, ${would.out} dropped, ${would.earlier} earlier, ${would.later} later`,
            })}
          </p>
        </>
      )}
      {matters.length > 0 && (
        <details>
          <summary className="plan-change-more">
            {say({ zh: `涉及的事项 ${matters.length} 项`, en: `Matters that differ: ${matters.length}` })}
          </summary>
          <MatterChanges changes={matters} />
        </details>
      )}
      {may('replans.move') && refusal === null && (
        <MoveButton
          name={name}
          pending={move.isPending}
          error={move.error}
          onMove={(reason) => move.mutate({ zone: zone.code, id, version, to, reason })}
        />
      )}
    </article>
  )
}
