import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { Placed } from '../../../../web/kit/placed.tsx'
import { useTitle } from '../../../../web/kit/title.ts'
import { useText } from '../../../../web/text.tsx'
import { useProjects } from '../../../projects/web/panels.tsx'
import { useLiveCases } from '../parts/use-live-cases.ts'
import { ProjectCard } from './project-card.tsx'
import './phone.css'

const title = { zh: '我的项目', en: 'My projects' }

/** An agent's projects as cards for a phone: the next step, what is missing, whom to call. */
export function PhonePage() {
  const say = useText()
  useTitle(title)
  useLiveCases()
  const { ids, dossiers, error, refetch } = useProjects({ mine: true })
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (ids === undefined) return <Opening />
  return (
    <div className="page phone">
      <h1>{say(title)}</h1>
      {ids.length === 0 && (
        <p className="card empty-state" role="status">
          {say({
            zh: '还没有由您代办的项目。领导指定包联后，项目会成为这里的卡片。',
            en: 'You are the agent of no project yet. Once a leader has named you, each project is a card here.',
          })}
        </p>
      )}
      <Placed place="phone" />
      {dossiers.map((dossier) => (
        <ProjectCard key={dossier.id} dossier={dossier} />
      ))}
    </div>
  )
}
