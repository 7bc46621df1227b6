import type { ComponentType } from 'react'
import type { Permission } from '../../kernel/endpoint.ts'
import type { Label } from '../../kernel/label.ts'

/** Where pages take parts of modules that they do not know. */
export interface Places {
  /** A tab of a project's page. */
  readonly 'project.tab': ComponentType<OfProject>
  /** Beneath the running plan of a project. */
  readonly 'project.plan': ComponentType<OfProject>
  /** Beneath the cases of a project. */
  readonly 'project.cases': ComponentType<OfProject>
  /** On the card of a project on an agent's phone. */
  readonly 'phone.project': ComponentType<OfProject>
  /** On an agent's first page, above the cards. */
  readonly phone: ComponentType
  /** On the card of an enterprise's own project. */
  readonly 'my.project': ComponentType<OfProject>
  /** Beneath a case. */
  readonly case: ComponentType<{ readonly id: string }>
  /** On the line of a commitment. */
  readonly commitment: ComponentType<{ readonly id: string; readonly project: string }>
  /** A tab of the inbox. */
  readonly inbox: ComponentType
  /** A tab of the page of an enterprise. */
  readonly enterprise: ComponentType<{ readonly enterprise: string }>
  /** On an enterprise's own page, beside its projects. */
  readonly my: ComponentType
  /** On a promoter's first page, above the leads by their next contact. */
  readonly leads: ComponentType
  /** On the page of a lead. */
  readonly lead: ComponentType<{ readonly lead: string }>
  /** On the page of a land contract. */
  readonly 'land.contract': ComponentType<{ readonly contract: string }>
  /** On the page of a parcel. */
  readonly parcel: ComponentType<{ readonly parcel: string }>
  /** Among what may be done with a plain record: the part whose key is the name of its kind. */
  readonly record: ComponentType<{ readonly row: PlacedRow }>
  /** On a leader's first page. */
  readonly today: ComponentType
}

/** A plain record as every page knows it; what else it has, its kind says. */
export interface PlacedRow {
  readonly id: string
  readonly version: number
  readonly archivedAt: string | null
  readonly [field: string]: unknown
}

interface OfProject {
  readonly project: string
}

/** What somebody is at on a project's page, where its tabs stand together: `file` is what is kept, `drive` what is pressed on with. */
export type ProjectGroup = 'plan' | 'land' | 'drive' | 'firm' | 'file'

/** What an enterprise's page tells: who it is, what it does here, what it is worth and how it is graded, what the zone does for it. */
export type EnterpriseGroup = 'firm' | 'doings' | 'standing' | 'support'

/** What a module adds to a place, in `places` of its `web/places.tsx`; found by folder. */
export type Placed<P extends keyof Places = keyof Places> = Part<P> &
  (P extends 'project.tab'
    ? { readonly group: ProjectGroup }
    : P extends 'enterprise'
      ? { readonly group: EnterpriseGroup }
      : unknown)

interface Part<P extends keyof Places> {
  readonly place: P
  /** Parts of one key in one place stand one beneath the other, under the label of the first. */
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

/** The same with each key once: what has a tab of its own. */
export function keysAt<P extends keyof Places>(place: P, may: (permission: Permission) => boolean): Placed<P>[] {
  const parts = placedAt(place, may)
  return parts.filter(({ key }, i) => parts.findIndex((one) => one.key === key) === i)
}
