import { Suspense } from 'react'
import { Opening } from './opening.tsx'
import { placedAt } from './places.ts'
import { useMember } from './session/use-work.ts'

interface OfProjectProps {
  readonly place: 'project.tab' | 'project.plan' | 'my.project'
  readonly project: string
  /** That part alone. */
  readonly only?: string
}

/** What modules add to a place of a project, one after the other. */
export function PlacedOfProject({ place, project, only }: OfProjectProps) {
  const { may } = useMember()
  const parts = placedAt(place, may).filter(({ key }) => only === undefined || key === only)
  return (
    <Suspense fallback={<Opening />}>
      {parts.map(({ key, Part }) => (
        <Part key={key} project={project} />
      ))}
    </Suspense>
  )
}

/** What modules add to a leader's first page, or to an enterprise's own. */
export function Placed({ place }: { readonly place: 'today' | 'my' }) {
  const { may } = useMember()
  return (
    <Suspense fallback={<Opening />}>
      {placedAt(place, may).map(({ key, Part }) => (
        <Part key={key} />
      ))}
    </Suspense>
  )
}

/** What modules add beneath a case. */
export function PlacedOfCase({ id }: { readonly id: string }) {
  const { may } = useMember()
  return (
    <Suspense fallback={<Opening />}>
      {placedAt('case', may).map(({ key, Part }) => (
        <Part key={key} id={id} />
      ))}
    </Suspense>
  )
}

/** The tab of the inbox of this key. */
export function PlacedInInbox({ only }: { readonly only: string }) {
  const { may } = useMember()
  return (
    <Suspense fallback={<Opening />}>
      {placedAt('inbox', may)
        .filter(({ key }) => key === only)
        .map(({ key, Part }) => (
          <Part key={key} />
        ))}
    </Suspense>
  )
}
