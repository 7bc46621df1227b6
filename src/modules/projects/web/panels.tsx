import type { ReactNode } from 'react'
import type { Label } from '../../../kernel/label.ts'
import { RecordList } from '../../../web/kit/records/record-list.tsx'
import { useKindNamed } from '../../../web/kit/records/use-kinds.ts'
import { useMember } from '../../../web/kit/session/use-work.ts'
import { useText } from '../../../web/text.tsx'
import { evidence, liaison } from '../contract/project.ts'
import { conditionLabels } from '../contract/stage.ts'
import type { Dossier, TimelineEvent } from '../contract.ts'
import { PeopleToCall } from './parts/people-to-call.tsx'
import { PhotoButton, ProjectFiles, useAddEvidence } from './parts/photo.tsx'
import { StageSteps } from './parts/stage-steps.tsx'
import { Timeline } from './parts/timeline.tsx'
import { TurnForm } from './parts/turn-form.tsx'
import { useDossier, useMove } from './parts/use-dossier.ts'
import { useActiveProjects, useDossiers, useRunning } from './parts/use-projects.ts'
import './parts/projects.css'

/** The project as the caller may see it: query of `projects.getDossier`. */
export function useProject(id: string) {
  return useDossier(id)
}

/** Name, enterprise, condition, stage, and what the next stage still asks for. */
export function ProjectHead({ dossier, onAdd }: { readonly dossier: Dossier; readonly onAdd?: () => void }) {
  const say = useText()
  return (
    <div className="project-head">
      <h1>{dossier.name}</h1>
      <p className="project-line">
        <span>{dossier.enterprise?.name ?? say({ zh: '还没有关联企业', en: 'No enterprise yet' })}</span>
        <span>{say(conditionLabels[dossier.condition])}</span>
        {dossier.nationalCode !== null && <span className="number soft">{dossier.nationalCode}</span>}
        {dossier.sample && <span className="mark mark-illustrative">{say({ zh: '示例', en: 'Sample' })}</span>}
      </p>
      <StageSteps dossier={dossier} {...(onAdd && { onAdd })} />
    </div>
  )
}

/** Where the project stands, in one line of steps. */
export function ProjectStages({ dossier }: { readonly dossier: Dossier }) {
  return <StageSteps dossier={dossier} />
}

/** Liaisons of the project, who may be called, and the project's condition. */
export function ProjectPeople({ dossier }: { readonly dossier: Dossier }) {
  const say = useText()
  const { may } = useMember()
  return (
    <>
      <section className="card">
        <h2>{say({ zh: '打给谁', en: 'Whom to call' })}</h2>
        <PeopleToCall project={dossier.id} enterprise={dossier.enterprise?.id ?? null} />
      </section>
      <section>
        <h2>{say(liaison.labels.many)}</h2>
        <KindOfProject
          kind={liaison.name}
          project={dossier.id}
          columns={['projectId', 'personId', 'role', 'since', 'until']}
        />
      </section>
      {may('projects.advance') && (
        <section>
          <h2>{say({ zh: '项目状态', en: 'Condition' })}</h2>
          <TurnForm dossier={dossier} />
        </section>
      )}
    </>
  )
}

/** Whom to call about a project, alone. */
export function ProjectCalls(props: { readonly project: string; readonly enterprise: string | null }) {
  return <PeopleToCall {...props} />
}

/** What proves the project's stages, with its pictures; more can be added. */
export function ProjectEvidence({ project }: { readonly project: string }) {
  const { may } = useMember()
  return (
    <>
      {may('projects.write') && <PhotoButton project={project} />}
      <KindOfProject kind={evidence.name} project={project} columns={['title', 'kind', 'happenedOn', 'number']} />
      <ProjectFiles project={project} />
    </>
  )
}

/** A picture from the site, taken with the phone. */
export function ProjectPhoto(props: { readonly project: string; readonly className?: string }) {
  return <PhotoButton {...props} />
}

/** Adds evidence of today by one press. */
export function useEvidence(project: string) {
  return useAddEvidence(project)
}

/** Projects that go on, with their dossiers; `mine`: those that the reader answers for. */
export function useProjects(narrow: { readonly mine?: boolean } = {}) {
  const list = useActiveProjects(narrow)
  const dossiers = useDossiers(list.ids ?? [])
  return { ...list, dossiers: dossiers.filter(({ condition }) => condition === 'active') }
}

/** Projects that go on and have a plan, with their dossiers; of the others only how many there are. */
export function useRunningProjects() {
  const list = useRunning()
  return { ...list, dossiers: useDossiers(list.ids ?? []) }
}

/** Moves a project to its next stage. */
export function useAdvance(dossier: Dossier) {
  return useMove(dossier)
}

/** What happened on a project; `aboutOf` says what the events of other modules are about. */
export function ProjectTimeline(props: {
  readonly project: string
  readonly aboutOf: (event: TimelineEvent) => Label | undefined
}) {
  return <Timeline {...props} />
}

interface KindOfProjectProps {
  readonly kind: string
  readonly project: string
  readonly columns: readonly string[]
}

function KindOfProject({ kind: name, project, columns }: KindOfProjectProps): ReactNode {
  const kind = useKindNamed(name)
  return kind === undefined ? null : <RecordList kind={kind} fixed={{ projectId: project }} columns={columns} />
}
