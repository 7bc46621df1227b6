import { Suspense } from 'react'
import { Opening } from './opening.tsx'
import { type PlacedRow, placedAt } from './places.ts'
import { useMember } from './session/use-work.ts'

interface OfProjectProps {
  readonly place: 'project.tab' | 'project.plan' | 'project.cases' | 'my.project' | 'phone.project'
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
      {parts.map(({ key, order, Part }) => (
        <Part key={`${key} ${order}`} project={project} />
      ))}
    </Suspense>
  )
}

/** What modules add to the first page of a leader, an agent, a promoter or an enterprise. */
export function Placed({ place }: { readonly place: 'today' | 'my' | 'phone' | 'leads' }) {
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

/** What modules add to the line of a commitment. */
export function PlacedOfCommitment({ id, project }: { readonly id: string; readonly project: string }) {
  const { may } = useMember()
  return (
    <Suspense>
      {placedAt('commitment', may).map(({ key, Part }) => (
        <Part key={key} id={id} project={project} />
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

/** The tab of the page of an enterprise of this key. */
export function PlacedOfEnterprise({ only, enterprise }: { readonly only: string; readonly enterprise: string }) {
  const { may } = useMember()
  return (
    <Suspense fallback={<Opening />}>
      {placedAt('enterprise', may)
        .filter(({ key }) => key === only)
        .map(({ key, Part }) => (
          <Part key={key} enterprise={enterprise} />
        ))}
    </Suspense>
  )
}

/** What modules add to the page of a lead. */
export function PlacedOfLead({ lead }: { readonly lead: string }) {
  const { may } = useMember()
  return (
    <Suspense fallback={<Opening />}>
      {placedAt('lead', may).map(({ key, Part }) => (
        <Part key={key} lead={lead} />
      ))}
    </Suspense>
  )
}

/** What modules add to the page of a land contract. */
export function PlacedOfContract({ contract }: { readonly contract: string }) {
  const { may } = useMember()
  return (
    <Suspense fallback={<Opening />}>
      {placedAt('land.contract', may).map(({ key, Part }) => (
        <Part key={key} contract={contract} />
      ))}
    </Suspense>
  )
}

/** What modules add to the page of a parcel. */
export function PlacedOfParcel({ parcel }: { readonly parcel: string }) {
  const { may } = useMember()
  return (
    <Suspense fallback={<Opening />}>
      {placedAt('parcel', may).map(({ key, Part }) => (
        <Part key={key} parcel={parcel} />
      ))}
    </Suspense>
  )
}

/** The decisions that a module adds to the records of one of its kinds. */
export function PlacedOfRecord({ kind, row }: { readonly kind: string; readonly row: PlacedRow }) {
  const { may } = useMember()
  return (
    <Suspense>
      {placedAt('record', may)
        .filter(({ key }) => key === kind)
        .map(({ key, Part }) => (
          <Part key={key} row={row} />
        ))}
    </Suspense>
  )
}
