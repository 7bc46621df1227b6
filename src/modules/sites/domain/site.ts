import type { Day } from '../../../kernel/calendar.ts'
import type { Label } from '../../../kernel/label.ts'

/** What a parcel or a unit offers. Null: nobody has entered it, which is neither yes nor no. Units as `Needs` has them. */
export interface Capacity {
  readonly voltageKv: number | null
  readonly dualSupply: boolean | null
  readonly powerKva: number | null
  readonly steamTph: number | null
  readonly waterTpd: number | null
  readonly gas: boolean | null
  readonly heat: boolean | null
  readonly drainage: boolean | null
  readonly rail: boolean | null
  readonly motorwayKm: number | null
  readonly floorLoadKn: number | null
  readonly craneT: number | null
  readonly storeyHeightM: number | null
  /** CNY a m² and month. */
  readonly rent: number | null
}

/** A control indicator that binds here, in its unit. */
export interface Threshold {
  readonly code: string
  readonly label: Label
  readonly unit: Label
  readonly op: 'gte' | 'lte'
  readonly value: number
  readonly source: string
}

/** A site as it is compared. */
export interface Site extends Capacity {
  readonly kind: 'land' | 'space'
  readonly id: string
  readonly name: string
  readonly areaSqm: number
  /** Starts of codes of GB/T 4754 that are let in; empty: not said. */
  readonly industries: readonly string[]
  /** The earliest day of hand-over with its reason; null: not known. */
  readonly handOverOn: Day | null
  readonly handOver: Label
  /** A unit that is free today and let from this day; null: nothing is known to end it. */
  readonly letFrom: Day | null
  readonly thresholds: readonly Threshold[]
}
