import type { Endpoint } from '../../kernel/endpoint.ts'
import type { Ref, Refs } from '../../platform/demo/acts.ts'
import type { DemoData, ZoneScript } from './data.ts'
import type { DemoDays } from './days.ts'

/** What an act may use: the product's doors as the account that acts, and the records that earlier acts left behind. */
export interface Stage {
  readonly call: <In, Out>(endpoint: Endpoint<In, Out>, input: Given<In>) => Promise<Out>
  readonly ref: (name: string) => Ref
  readonly id: (name: string) => string
}

/** An input without the zone, which the act is in; what is left out may be undefined. */
export type Given<In> = { readonly [Name in keyof Omit<In, 'zone'>]: Omit<In, 'zone'>[Name] | undefined }

/** Something that one account does at one moment. */
export interface Act {
  /** Unique in the script of a zone. */
  readonly key: string
  readonly at: Date
  /** Name of the account: `officer` is `officer@<zone>.demo`. */
  readonly by: string
  readonly run: (stage: Stage) => Promise<Refs>
}

/** What the scripts of a zone are written from. */
export interface Telling {
  readonly zone: { readonly code: string; readonly place: number }
  readonly data: DemoData
  readonly script: ZoneScript
  readonly days: DemoDays
}

/** Day on which a zone begins to work with the platform: departments, people, accounts. */
export const foundation = -400

/** The record that a creating door has answered, under its name in the script. */
export function kept(name: string, { record }: { readonly record: Ref }): Refs {
  return { [name]: refOf(record) }
}

export function refOf({ id, version }: Ref): Ref {
  return { id, version }
}
