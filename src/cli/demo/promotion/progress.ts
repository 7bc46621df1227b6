import { recordEndpoints } from '../../../kernel/record-endpoints.ts'
import {
  getAgreement,
  reviewClause,
  setClauses,
  signAgreement,
} from '../../../modules/promotion/contract/agreements.ts'
import { judgeLead } from '../../../modules/promotion/contract/evaluation.ts'
import { InvestmentAgreement } from '../../../modules/promotion/contract/investment-agreement.ts'
import { closeLead, handOver, openTalks } from '../../../modules/promotion/contract/lead-steps.ts'
import { getLead } from '../../../modules/promotion/contract/leads.ts'
import { counterPayment, enterPayment } from '../../../modules/promotion/contract/ledger.ts'
import { Talk } from '../../../modules/promotion/contract/talk.ts'
import { decideTwin } from '../../../modules/promotion/contract/twins.ts'
import { type Act, kept, refOf, type Stage, type Telling } from '../script.ts'
import type { Progress } from './told.ts'

const doors = { talk: recordEndpoints(Talk).create, agreement: recordEndpoints(InvestmentAgreement).create }

/** A lead as it is at the moment of an act. */
async function now({ call, id }: Stage, lead: string) {
  return refOf(await call(getLead, { id: id(`lead:${lead}`) }))
}

/** What became of one lead. */
export function progressActs(telling: Telling, told: Progress): Act[] {
  return [...earlyActs(telling, told), ...agreementActs(telling, told), ...lateActs(telling, told)]
}

function earlyActs({ days }: Telling, { lead, marks, talks }: Progress): Act[] {
  const acts: Act[] = marks.map((one) => ({
    ...{ key: `marks:${lead}/${one.by}`, at: days.at(one.on, 1030), by: one.by },
    run: async ({ call, id }) => {
      const list = Object.entries(one.marks).map(([code, mark]) => ({ code, mark, evidence: one.evidence }))
      await call(judgeLead, { id: id(`lead:${lead}`), marks: list })
      return {}
    },
  }))
  if (!talks) return acts
  return [
    ...acts,
    {
      ...{ key: `talks:${lead}`, at: days.at(talks.on, 1040), by: 'promoter' },
      run: async (stage) => {
        await stage.call(openTalks, { ...(await now(stage, lead)), reason: talks.reason })
        return {}
      },
    },
    ...talks.rounds.map(({ on, ...round }, i): Act => {
      const code = `talk:${lead}/${i + 1}`
      return {
        ...{ key: code, at: days.at(on, 1045), by: 'promoter' },
        run: async ({ call, id }) =>
          kept(
            code,
            await call(doors.talk, { ...round, round: i + 1, heldOn: days.day(on), leadId: id(`lead:${lead}`) }),
          ),
      }
    }),
  ]
}

function agreementActs({ days }: Telling, { lead, agreement }: Progress): Act[] {
  if (!agreement) return []
  const code = `agreement-of-lead:${lead}`
  const { on, clauses, reviews, signedOn, ...fields } = agreement
  const acts: Act[] = [
    {
      ...{ key: code, at: days.at(on, 1050), by: 'promoter' },
      run: async ({ call, id }) => {
        const made = await call(doors.agreement, { ...fields, kind: 'investment', leadId: id(`lead:${lead}`) })
        await call(setClauses, { ...refOf(made.record), clauses })
        return kept(code, made)
      },
    },
    ...reviews.map(
      ({ on: day, place, ...review }, i): Act => ({
        ...{ key: `${code}/review-${i + 1}`, at: days.at(day, 1055), by: 'officer' },
        run: async ({ call, id }) => {
          const view = await call(getAgreement, { id: id(code) })
          const clause = view.clauses.find((one) => one.place === place)
          await call(reviewClause, { ...review, id: id(code), clause: clause?.id ?? '' })
          return {}
        },
      }),
    ),
  ]
  if (signedOn !== undefined) {
    acts.push({
      ...{ key: `${code}/sign`, at: days.at(signedOn, 1060), by: 'promoter' },
      run: async ({ call, id }) => {
        const view = await call(getAgreement, { id: id(code) })
        await call(signAgreement, { ...refOf(view), signedOn: days.day(signedOn) })
        return {}
      },
    })
  }
  return acts
}

function lateActs({ days }: Telling, { lead, payments, handOver: handed, close, twin }: Progress): Act[] {
  const acts = payments.flatMap(({ on, counter, ...payment }, i) => {
    const code = `paid-in:${lead}/${i + 1}`
    const paid: Act = {
      ...{ key: code, at: days.at(on, 1065), by: 'promoter' },
      run: async ({ call, id }) => {
        const form = { ...payment, currency: 'CNY' as const, rate: null, fileId: null, note: null }
        const agreement = id(`agreement-of-lead:${lead}`)
        const { entries } = await call(enterPayment, { ...form, agreement, happenedOn: days.day(on) })
        const made = entries.find(({ document }) => document === payment.document)
        return { [code]: { id: made?.id ?? '', version: 1 } }
      },
    }
    if (!counter) return [paid]
    const back: Act = {
      ...{ key: `${code}/counter`, at: days.at(counter.on, 1066), by: 'promoter' },
      run: async ({ call, id }) => {
        await call(counterPayment, { id: id(code), reason: counter.reason })
        return {}
      },
    }
    return [paid, back]
  })
  const step = (name: string, on: number, run: (stage: Stage) => Promise<unknown>): Act => ({
    ...{ key: `${name}:${lead}`, at: days.at(on, 1070), by: 'promoter' },
    run: async (stage) => {
      await run(stage)
      return {}
    },
  })
  if (handed !== undefined) {
    acts.push(step('hand-over', handed, async (stage) => stage.call(handOver, await now(stage, lead))))
  }
  if (close) {
    const { on, ...why } = close
    acts.push(step('close-lead', on, async (stage) => stage.call(closeLead, { ...(await now(stage, lead)), ...why })))
  }
  if (twin) {
    const { on, other, ...said } = twin
    acts.push(
      step('twin', on, async (stage) =>
        stage.call(decideTwin, { keep: await now(stage, lead), other: await now(stage, other), ...said }),
      ),
    )
  }
  return acts
}
