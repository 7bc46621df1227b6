/** Kinds of an arrow in the arrays. */
export const startArrow = 0
export const decisionArrow = 1
export const owedArrow = 2

/**
 * What is still to be done in a zone, laid out for the simulation: activities (a matter of a project), what waits for what, desks.
 * Times are half working days from the day of the data; one kind of array, so that the loops stay fast. It can be sent to a thread.
 */
export interface World {
  readonly activities: number
  readonly projects: number
  readonly desks: number
  /** No time lies behind it. */
  readonly horizon: number
  /** Arrows from activity a stand at `firstOut[a] … firstOut[a + 1] - 1`. */
  readonly firstOut: Int32Array
  readonly outTo: Int32Array
  readonly outKind: Int32Array
  /** Arrows that count only when a tolerance lapses, and in how many of 65,536 cases it does. */
  readonly owedArrows: Int32Array
  readonly lapses: number
  /** How many start arrows an activity waits for; how many decision arrows, and one more: its own handling. */
  readonly startPending: Int32Array
  readonly decisionPending: Int32Array
  /** What the fixed past and the project's start allow; may lie before 0. */
  readonly readyAt: Int32Array
  readonly waitsAt: Int32Array
  /** Activities that wait for no start arrow. */
  readonly initial: Int32Array
  /** Preparation: `spread` values from `prepFirst[a]` on. */
  readonly spread: number
  readonly prepFirst: Int32Array
  readonly prepValues: Int32Array
  /** How it may go once filed: one of `poolCount[a]` samples from `poolFirst[a]` on. */
  readonly poolFirst: Int32Array
  readonly poolCount: Int32Array
  readonly before: Int32Array
  readonly handling: Int32Array
  readonly after: Int32Array
  /** Legal minimum after filing: half days to add, or a row of `floorEnds` by filing day; −1 without such a row. */
  readonly floorAdd: Int32Array
  readonly floorRow: Int32Array
  readonly floorEnds: Int32Array
  /** Days of a row of `floorEnds`. */
  readonly floorDays: number
  /** −1: nobody's desk. */
  readonly deskOf: Int32Array
  /** How many cases a desk works on at once; 0: nobody has said, so nothing waits there. */
  readonly deskCases: Int32Array
  /** The activities that end at a project's milestones; −1: none is to come. */
  readonly permitOf: Int32Array
  readonly productionOf: Int32Array
}
