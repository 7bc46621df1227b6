/** How a decided case went, in working days of the zone's calendar: what forecasts and figures measure by. */
export interface HandledCase {
  readonly id: string
  readonly projectId: string
  readonly matter: string
  /** The authority as the catalogue writes it. */
  readonly authority: string
  readonly receivedOn: string
  readonly acceptedOn: string
  readonly decidedOn: string
  /** From receipt to acceptance, corrections by the applicant included. */
  readonly before: number
  /** From acceptance to decision by the ledger of its limit: special procedures left out (行政许可法 第45条). */
  readonly handling: number
  /** Days of special procedures. */
  readonly suspended: number
  readonly corrected: boolean
}

/** Owed papers whose time is over: handed in by then, or not. */
export interface OwedRecord {
  readonly met: number
  readonly lapsed: number
}
