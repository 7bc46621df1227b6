import type { Dossier } from '../../../projects/contract.ts'
import { ProjectTimeline } from '../../../projects/web/panels.tsx'
import { eventName } from './event-name.ts'
import { useCases } from './use-project.ts'

/** What happened on the project, its cases and commitments told in words. */
export function TimelineTab({ dossier }: { readonly dossier: Dossier }) {
  const cases = useCases(dossier.id).data?.cases ?? []
  return <ProjectTimeline project={dossier.id} nameOf={(event) => eventName(event, cases)} />
}
