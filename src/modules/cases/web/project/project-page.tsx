import { Failure } from '../../../../web/kit/failure.tsx'
import { GroupedTabs } from '../../../../web/kit/grouped-tabs.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { PlacedOfProject } from '../../../../web/kit/placed.tsx'
import { useAddress } from '../../../../web/kit/records/use-address.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useTitle } from '../../../../web/kit/title.ts'
import { ProjectCommitments } from '../../../commitments/web/panels.tsx'
import { PlanBasis } from '../../../plans/web/panels.tsx'
import type { Dossier } from '../../../projects/contract.ts'
import { ProjectEvidence, ProjectHead, ProjectPeople, useProject } from '../../../projects/web/panels.tsx'
import { useLiveCases } from '../parts/use-live-cases.ts'
import { CasesTab } from './cases-tab.tsx'
import { PapersTab } from './papers-tab.tsx'
import { PlanTab } from './plan-tab.tsx'
import { groups, type OwnTab, tabsFor } from './tabs.ts'
import { TimelineTab } from './timeline-tab.tsx'
import './project.css'

/** One project: where it stands, its running plan, cases, papers, people, evidence, and what happened. */
export function ProjectPage({ id }: { readonly id: string }) {
  const { data, error, refetch } = useProject(id)
  useLiveCases()
  useTitle(data ? { zh: data.name, en: data.name } : { zh: '项目', en: 'Project' })
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  return data === undefined ? <Opening /> : <Loaded dossier={data} />
}

function Loaded({ dossier }: { readonly dossier: Dossier }) {
  const { may } = useMember()
  const { search, go } = useAddress()
  const tabs = tabsFor(may)
  const chosen = tabs.find(({ key }) => key === search.view) ?? tabs[0]
  const open = (key: string) => go({ view: key === 'plan' ? undefined : key, record: undefined, case: undefined })
  if (chosen === undefined) return null
  return (
    <div className="page project">
      <ProjectHead dossier={dossier} onAdd={() => go({ view: 'evidence', record: 'new' })} />
      <GroupedTabs label={dossier.name} tabs={tabs} groups={groups} chosen={chosen.key} onChoose={open}>
        {chosen.own === null ? (
          <PlacedOfProject place="project.tab" project={dossier.id} only={chosen.key} />
        ) : (
          <Panel view={chosen.own} dossier={dossier} />
        )}
      </GroupedTabs>
    </div>
  )
}

function Panel({ view, dossier }: { readonly view: OwnTab; readonly dossier: Dossier }) {
  const { zone } = useMember()
  const { go } = useAddress()
  switch (view) {
    case 'plan':
      return <PlanTab dossier={dossier} />
    case 'cases':
      return <CasesTab dossier={dossier} />
    case 'papers':
      return (
        <>
          <PapersTab dossier={dossier} />
          <ProjectCommitments project={dossier.id} />
        </>
      )
    case 'people':
      return <ProjectPeople dossier={dossier} />
    case 'evidence':
      return <ProjectEvidence project={dossier.id} />
    case 'basis':
      return (
        <PlanBasis
          key={dossier.basis?.version ?? 0}
          project={dossier.id}
          zone={zone.code}
          basis={dossier.basis}
          investmentYuan={dossier.investmentYuan}
          landAreaSqm={dossier.landAreaSqm}
          onSaved={() => go({ view: undefined })}
        />
      )
    case 'timeline':
      return <TimelineTab dossier={dossier} />
  }
}
