import type { Watch } from '../wire/connection.ts'

/** Tables whose rows say who a caller is and what it may do. */
const whoTables = /\baccess"?\."?(sessions|accounts|memberships|sign_in_rules|second_factors)\b/
const write = /\b(insert|update|delete|merge|truncate)\b/i

let epoch = 0

/** Grows with everything that this process writes about accounts: what was known of callers before is known no more. */
export const callersEpoch = (): number => epoch

/** On every connection of this process, whoever writes and however: nobody has to remember to say so. */
export const callersWatch: Watch = {
  // The first question is answered fast for nearly every statement.
  concerns: (text) => text.includes('access') && whoTables.test(text) && write.test(text),
  changed: () => {
    epoch++
  },
}
