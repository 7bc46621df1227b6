import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { PlacedOfProject } from '../../../../web/kit/placed.tsx'
import { placedAt } from '../../../../web/kit/places.ts'
import { useAddress } from '../../../../web/kit/records/use-address.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { Tabs } from '../../../../web/kit/tabs.tsx'
import { useTitle } from '../../../../web/kit/title.ts'
import { useText } from '../../../../web/text.tsx'
import { ProjectCommitments } from '../../../commitments/web/panels.tsx'
import { PlanBasis } from '../../../plans/web/panels.tsx'
import type { Dossier } from '../../../projects/contract.ts'
import { ProjectEvidence, ProjectHead, ProjectPeople, useProject } from '../../../projects/web/panels.tsx'
import { useLiveCases } from '../parts/use-live-cases.ts'
import { CasesTab } from './cases-tab.tsx'
import { PapersTab } from './papers-tab.tsx'
import { PlanTab } from './plan-tab.tsx'
import { TimelineTab } from './timeline-tab.tsx'
import './project.css'

const tabs = {
  plan: { zh: '方案', en: 'Plan' },
  cases: { zh: '办件', en: 'Cases' },
  papers: { zh: '材料与承诺', en: 'Papers and commitments' },
  people: { zh: '人员', en: 'People' },
  evidence: { zh: '凭证', en: 'Evidence' },
  basis: { zh: '方案依据', en: 'Basis' },
  timeline: { zh: '时间线', en: 'Time line' },
} as const
type Tab = keyof typeof tabs
const tabNames = Object.keys(tabs) as Tab[]

/** One project: where it stands, its running plan, cases, papers, people, evidence, and what happened. */
export function ProjectPage({ id }: { readonly id: string }) {
  const { data, error, refetch } = useProject(id)
  useLiveCases()
  useTitle(data ? { zh: data.name, en: data.name } : { zh: '项目', en: 'Project' })
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  return data === undefined ? <Opening /> : <Loaded dossier={data} />
}

function Loaded({ dossier }: { readonly dossier: Dossier }) {
  const say = useText()
  const { may } = useMember()
  const { search, go } = useAddress()
  const shown = tabNames.filter((name) => name !== 'basis' || may('projects.write'))
  const placed = placedAt('project.tab', may)
  const added = placed.find(({ key }) => key === search.view)
  const view = shown.find((name) => name === search.view) ?? 'plan'
  const open = (name: string) => go({ view: name === 'plan' ? undefined : name, record: undefined, case: undefined })
  return (
    <div className="page project">
      <ProjectHead dossier={dossier} onAdd={() => go({ view: 'evidence', record: 'new' })} />
      <Tabs
        label={dossier.name}
        tabs={[
          ...shown.map((key): { key: string; label: string } => ({ key, label: say(tabs[key]) })),
          ...placed.map(({ key, label }) => ({ key, label: say(label) })),
        ]}
        chosen={added?.key ?? view}
        onChoose={open}
      >
        {added ? (
          <PlacedOfProject place="project.tab" project={dossier.id} only={added.key} />
        ) : (
          <Panel view={view} dossier={dossier} />
        )}
      </Tabs>
    </div>
  )
}

function Panel({ view, dossier }: { readonly view: Tab; readonly dossier: Dossier }) {
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
          onSaved={() => go({ view: undefined })}
        />
      )
    case 'timeline':
      return <TimelineTab dossier={dossier} />
  }
}
