import type { ComponentType } from 'react'
import type { Permission } from '../../kernel/endpoint.ts'
import type { Label } from '../../kernel/label.ts'

/** Where pages take parts of modules that they do not know. */
export interface Places {
  /** A tab of a project's page. */
  readonly 'project.tab': ComponentType<OfProject>
  /** Beneath the running plan of a project. */
  readonly 'project.plan': ComponentType<OfProject>
  /** On the card of an enterprise's own project. */
  readonly 'my.project': ComponentType<OfProject>
  /** Beneath a case. */
  readonly case: ComponentType<{ readonly id: string }>
  /** A tab of the inbox. */
  readonly inbox: ComponentType
  /** On an enterprise's own page, beside its projects. */
  readonly my: ComponentType
  /** On a leader's first page. */
  readonly today: ComponentType
}

interface OfProject {
  readonly project: string
}

/** What a module adds to a place, in `places` of its `web/places.tsx`; found by folder. */
export interface Placed<P extends keyof Places = keyof Places> {
  readonly place: P
  /** Unique among the parts of its place. */
  readonly key: string
  readonly label: Label
  /** Smaller stands earlier. */
  readonly order: number
  /** Shown only to who holds one of these. */
  readonly needs: readonly Permission[]
  /** Loaded when it is first shown. */
  readonly Part: Places[P]
}

type AnyPlaced = { [P in keyof Places]: Placed<P> }[keyof Places]

const found = import.meta.glob<{ places: readonly AnyPlaced[] }>('../../modules/*/web/places.tsx', { eager: true })

const all: readonly AnyPlaced[] = Object.values(found)
  .flatMap(({ places }) => places)
  .toSorted((a, b) => a.order - b.order)

/** What stands at a place, for who may see it. */
export function placedAt<P extends keyof Places>(place: P, may: (permission: Permission) => boolean): Placed<P>[] {
  return all.filter((one): one is Extract<AnyPlaced, Placed<P>> => one.place === place && one.needs.some(may))
}

export function place<P extends keyof Places>(placed: Placed<P>): AnyPlaced {
  return placed as unknown as AnyPlaced
}
