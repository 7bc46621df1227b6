/** 民法典 第712条：出租人应当履行租赁物的维修义务，但是当事人另有约定的除外；第713条：因承租人的过错致使租赁物需要维修的，出租人不承担。 */
import { Problem } from '../../../kernel/problem.ts'
import type { FaultState, FaultVerb, Payer } from '../contract/words.ts'

const steps: Readonly<Record<FaultVerb, { readonly from: readonly FaultState[]; readonly to: FaultState }>> = {
  take: { from: ['reported', 'taken'], to: 'taken' },
  finish: { from: ['taken'], to: 'done' },
  drop: { from: ['reported', 'taken'], to: 'dropped' },
  rate: { from: ['done'], to: 'done' },
  reopen: { from: ['done', 'dropped'], to: 'reported' },
}

export interface Standing {
  readonly state: FaultState
  /** A mending is rated once; mended anew it may be rated anew. */
  readonly rated: boolean
}

/** The table that buttons and decisions share. */
export function possible({ state, rated }: Standing): readonly FaultVerb[] {
  const all = Object.keys(steps) as FaultVerb[]
  return all.filter((verb) => steps[verb].from.includes(state) && !(verb === 'rate' && rated))
}

/** @throws Problem rule_violated `upkeep.not_now | upkeep.rated_already` */
export function afterStep(standing: Standing, verb: FaultVerb): FaultState {
  if (possible(standing).includes(verb)) return steps[verb].to
  if (verb === 'rate' && standing.rated) {
    throw refuse(
      'rated_already',
      '这次维修已经评价过，一次维修评价一次。',
      'This mending was rated already; each is rated once.',
    )
  }
  throw refuse(
    'not_now',
    '报修现在的状态不能这样办；请刷新看看能办什么。',
    'This cannot be done in the state of the fault: look what can.',
  )
}

/**
 * The lessor mends at its own cost unless the lease says otherwise or the lessee is at fault, and then says which.
 *
 * @throws Problem rule_violated `upkeep.no_lessee | upkeep.say_why_lessee`
 */
export function refusePayer(payer: Payer, leased: boolean, because: string | null): void {
  if (payer !== 'lessee') return
  if (!leased) {
    throw refuse(
      'no_lessee',
      '这个部位没有承租企业，费用不能由承租方承担。',
      'Nobody leases this place: no lessee can pay.',
    )
  }
  if (because !== null) return
  throw refuse(
    'say_why_lessee',
    '由承租方承担的，请写明合同条款或承租方的过错（民法典第712、713条）。',
    'Where the lessee pays, name the clause of the lease or the lessee’s fault (Civil Code 712, 713).',
  )
}

function refuse(reason: string, zh: string, en: string): Problem {
  return new Problem('rule_violated', `upkeep.${reason}`, { zh, en })
}
