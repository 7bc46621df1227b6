import { Button } from 'antd'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { PlacedOfProject } from '../../../../web/kit/placed.tsx'
import { useAddress } from '../../../../web/kit/records/use-address.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { RunningPlan } from '../../../plans/web/panels.tsx'
import type { Dossier } from '../../../projects/contract.ts'
import { useCases, useRunning } from './use-project.ts'

/** The running plan; a matter leads to its case, or to filing it. */
export function PlanTab({ dossier }: { readonly dossier: Dossier }) {
  const { zone } = useMember()
  const { go } = useAddress()
  const running = useRunning(dossier.id, dossier.basis !== null)
  const cases = useCases(dossier.id)
  if (dossier.basis === null) return <NoBasis />
  if (running.error !== null) return <Failure error={running.error} onRetry={() => running.refetch()} />
  if (running.data === undefined) return <Opening />
  const open = (matter: string) => {
    const found = cases.data?.cases.find((line) => line.matter.code === matter)
    go(found ? { view: 'cases', case: found.id } : { view: 'cases', file: matter })
  }
  return (
    <>
      <RunningPlan running={running.data} zone={zone.code} onOpen={open} />
      <PlacedOfProject place="project.plan" project={dossier.id} />
    </>
  )
}

/** In place of a plan: what it needs. */
export function NoBasis() {
  const say = useText()
  const { may } = useMember()
  const { go } = useAddress()
  return (
    <div className="card empty-state">
      <p role="status">
        {say({
          zh: '填好项目要素和开始日后，这里会算出方案：要办哪些事项、先后、日期、材料，并随办理进度移动。',
          en: 'Once the facts and the first day are set, the plan stands here: matters, order, dates, papers; and it moves as cases do.',
        })}
      </p>
      {may('projects.write') ? (
        <Button type="primary" onClick={() => go({ view: 'basis' })}>
          {say({ zh: '填写方案依据', en: 'Set the basis of the plan' })}
        </Button>
      ) : (
        <p className="soft">{say({ zh: '由代办员填写。', en: 'The agent does this.' })}</p>
      )}
    </div>
  )
}
