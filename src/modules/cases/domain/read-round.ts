import { enter, startClock } from '../../../kernel/clock.ts'
import { type ClockState, clockOn, type Moment } from '../../../kernel/clock-state.ts'
import type { Asked, Review } from './facts.ts'

/** Who was asked in a round with what the clock of that one says: from the day of asking until the opinion, or the conclusion. */
export function readRound(review: Review, moment: Moment): { readonly one: Asked; readonly now: ClockState }[] {
  return review.asked.map((one) => {
    const running = startClock({ days: one.days, unit: 'workday' }, review.askedOn)
    const endedOn = one.givenOn ?? review.concludedOn
    return { one, now: clockOn(endedOn === null ? running : enter(running, { kind: 'ended', on: endedOn }), moment) }
  })
}
