import { Button } from 'antd'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { evidenceLabels, stageLabels, stages } from '../../contract/stage.ts'
import type { Dossier } from '../../contract.ts'
import { useMove } from './use-dossier.ts'

/** The life of the project as steps, and what the next one still has to be proved by. */
export function StageSteps({ dossier, onAdd }: { readonly dossier: Dossier; readonly onAdd?: () => void }) {
  const say = useText()
  const at = stages.indexOf(dossier.stage)
  return (
    <>
      <ol className="stage-steps">
        {stages.map((stage, i) => (
          <li
            key={stage}
            className={i < at ? 'stage-past' : i === at ? 'stage-now' : ''}
            aria-current={i === at ? 'step' : undefined}
          >
            {i < at ? '✓ ' : i === at ? '◆ ' : ''}
            {say(stageLabels[stage])}
          </li>
        ))}
      </ol>
      <Next dossier={dossier} {...(onAdd && { onAdd })} />
    </>
  )
}

function Next({ dossier, onAdd }: { readonly dossier: Dossier; readonly onAdd?: () => void }) {
  const say = useText()
  const { may } = useMember()
  const move = useMove(dossier)
  const { next, condition } = dossier
  if (next === null || condition !== 'active') return null
  const stage = stageLabels[next.stage]
  if (next.missing.length === 0) {
    return (
      <div className="stage-next">
        <span>{say({ zh: `“${stage.zh}”的凭证齐了。`, en: `"${stage.en}" is proved.` })}</span>
        {may('projects.advance') && (
          <Button type="primary" loading={move.isPending} onClick={() => move.mutate('next')}>
            {say({ zh: `进入“${stage.zh}”`, en: `Move to "${stage.en}"` })}
          </Button>
        )}
        <Refusal error={move.error} />
      </div>
    )
  }
  const missing = (language: 'zh' | 'en', or: string, and: string) =>
    next.missing.map((group) => group.map((kind) => evidenceLabels[kind][language]).join(or)).join(and)
  return (
    <div className="stage-next">
      <span>
        {say({
          zh: `进入“${stage.zh}”还缺：${missing('zh', '或', '、')}`,
          en: `"${stage.en}" still has to be proved by: ${missing('en', ' or ', ', ')}`,
        })}
      </span>
      {onAdd !== undefined && may('projects.write') && (
        <Button onClick={onAdd}>{say({ zh: '添加凭证', en: 'Add evidence' })}</Button>
      )}
    </div>
  )
}
