import { Link } from '@tanstack/react-router'
import { PlacedOfProject } from '../../../../web/kit/placed.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { PlanSummary, usePlanNames } from '../../../plans/web/panels.tsx'
import type { Dossier } from '../../../projects/contract.ts'
import { ProjectStages } from '../../../projects/web/panels.tsx'
import { nextMatters } from '../project/next-matters.ts'
import { useRunning } from '../project/use-project.ts'

/** A project of mine: its stage, its milestones, and what I can file now. */
export function MyProject({ dossier }: { readonly dossier: Dossier }) {
  const say = useText()
  const { zone, may } = useMember()
  const names = usePlanNames()
  const running = useRunning(dossier.id, dossier.basis !== null)
  const now = running.data && may('cases.submit') ? nextMatters(running.data).filter((matter) => matter.now) : []
  const address = { params: { id: dossier.id }, search: { zone: zone.code } }
  return (
    <section className="card">
      <h2>
        <Link to="/projects/$id" {...address}>
          {dossier.name}
        </Link>
      </h2>
      <ProjectStages dossier={dossier} />
      {dossier.basis === null && (
        <p className="soft">
          {say({
            zh: '代办员填好项目要素后，这里会显示节点和可以申报的事项。',
            en: 'Once the agent has set the facts, milestones and what can be filed stand here.',
          })}
        </p>
      )}
      {running.data && <PlanSummary running={running.data} />}
      <PlacedOfProject place="my.project" project={dossier.id} />
      {names !== null && now.length > 0 && (
        <>
          <h3>{say({ zh: `现在可以申报 ${now.length} 项`, en: `You can file now: ${now.length}` })}</h3>
          <ul className="my-file">
            {now.map(({ code }) => (
              <li key={code}>
                <Link
                  to="/projects/$id"
                  params={{ id: dossier.id }}
                  search={{ zone: zone.code, view: 'cases', file: code }}
                >
                  {say(names.matter(code))}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
