import type { Dossier } from '../../../projects/contract.ts'
import { ProjectTimeline } from '../../../projects/web/panels.tsx'
import { useCases } from './use-project.ts'

/** What happened on the project; events of its cases are told with their matter. */
export function TimelineTab({ dossier }: { readonly dossier: Dossier }) {
  const cases = useCases(dossier.id).data?.cases ?? []
  const matterOf = (id: string) => cases.find((one) => one.id === id)?.matter.name
  return <ProjectTimeline project={dossier.id} aboutOf={({ subjectId }) => matterOf(subjectId)} />
}
