import { type Day, dayNumber, ordinalOnOrAfter } from '../../../kernel/calendar.ts'
import { Problem } from '../../../kernel/problem.ts'
import type { Progress } from '../../projects/contract/progress.ts'
import type { Axis } from './axis.ts'
import type { Program } from './program.ts'
import type { Happened } from './schedule.ts'

/**
 * The past of a running project on the plan's axis. A day off counts as the next working day; a day before the start as day 0.
 * Refuses (Problem invalid_input) a matter that the catalogue does not have and an end before its filing.
 */
export function happenedIn(program: Program, axis: Axis, progress: Progress): Happened {
  const blank = () => new Float64Array(program.count).fill(Number.NaN)
  const happened = { today: offsetOf(axis, progress.today), filed: blank(), finish: blank(), expected: blank() }
  for (const [code, past] of Object.entries(progress.matters)) {
    const rank = program.compiled.indexOf.get(code)
    if (rank === undefined) throw refused(code, '目录里没有这个事项', 'the catalogue has no such matter')
    happened.filed[rank] = offsetOf(axis, past.filed)
    if (past.expected !== undefined) happened.expected[rank] = offsetOf(axis, past.expected)
    if (past.finished === undefined) continue
    if (past.finished < past.filed) throw refused(code, '办结早于申请', 'it ends before it was filed')
    happened.finish[rank] = offsetOf(axis, past.finished)
  }
  return happened
}

/** Offset of a legal day. The same day gives the same offset on every plan with this start. */
function offsetOf(axis: Axis, day: Day): number {
  return Math.max(0, ordinalOnOrAfter(axis.calendar, dayNumber(day)) - axis.base)
}

function refused(code: string, zh: string, en: string): Problem {
  return new Problem(
    'invalid_input',
    'plans.bad_progress',
    { zh: `“${code}”：${zh}。`, en: `"${code}": ${en}.` },
    { matter: code },
  )
}
