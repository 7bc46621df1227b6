import { z } from 'zod'
import { recordEndpoints } from '../../../kernel/record-endpoints.ts'
import { StageLead } from '../../../modules/cases/contract/stage-lead.ts'
import {
  closeStageReview,
  giveStageOpinion,
  openStageReview,
  type StageReview,
} from '../../../modules/cases/contract/stage-review.ts'
import { Before } from '../data.ts'
import { demoPart } from '../part.ts'
import { type Act, foundation, kept, refOf, type Telling } from '../script.ts'

const key = z.string()
const words = { on: Before, by: key, reason: z.string() }
const Said = z.strictObject({ ...words, opinion: z.enum(['agree', 'agree_with_conditions', 'disagree']) })

const schema = z.strictObject({
  note: z.string(),
  leads: z.array(z.strictObject({ stage: z.string(), department: key, source: z.string() })),
  rounds: z.array(
    z.strictObject({
      ...{ project: key, stage: z.string(), ...words },
      departments: z.array(z.strictObject({ key, days: z.int() })),
      opinions: z.array(Said).default([]),
      closed: Said.optional(),
    }),
  ),
})
type Told = z.infer<typeof schema>
type Round = Told['rounds'][number]

/** Lead departments of stages, and joint reviews over a stage: asked once, answered department by department. */
export const part = demoPart<Told>({
  schema,
  acts: (telling, { leads, rounds }) => [
    ...leads.map((lead, i) => leadAct(telling, lead, i)),
    ...rounds.flatMap((round) => roundActs(telling, round)),
  ],
})

function leadAct({ days }: Telling, { stage, department, source }: Told['leads'][number], i: number): Act {
  const code = `stage-lead:${stage}`
  return {
    ...{ key: code, at: days.at(foundation + 3, 560 + i), by: 'admin' },
    run: async ({ call, id }) => {
      const fields = {
        stage,
        departmentId: id(`department:${department}`),
        source,
        validFrom: days.day(foundation + 3),
      }
      return kept(code, await call(recordEndpoints(StageLead).create, fields))
    },
  }
}

function roundActs({ days }: Telling, { project, stage, on, by, reason, departments, ...said }: Round): Act[] {
  const name = `stage-review:${project}/${stage}`
  const left = (review: StageReview) => ({ [name]: refOf(review) })
  const open: Act = {
    ...{ key: name, at: days.at(on, 660), by },
    run: async ({ call, id }) => {
      const asked = departments.map((one) => ({ id: id(`department:${one.key}`), days: one.days }))
      return left(await call(openStageReview, { project: id(`project:${project}`), stage, reason, departments: asked }))
    },
  }
  const opinions = said.opinions.map(
    (one, i): Act => ({
      ...{ key: `${name}/opinion-${i + 1}`, at: days.at(one.on, 665 + i), by: one.by },
      run: async ({ call, ref }) => {
        const { opinion, reason } = one
        return left(await call(giveStageOpinion, { ...refOf(ref(name)), opinion, reason }))
      },
    }),
  )
  const { closed } = said
  if (closed === undefined) return [open, ...opinions]
  const close: Act = {
    ...{ key: `${name}/close`, at: days.at(closed.on, 690), by: closed.by },
    run: async ({ call, ref }) => {
      const { opinion, reason } = closed
      return left(await call(closeStageReview, { ...refOf(ref(name)), opinion, reason }))
    },
  }
  return [open, ...opinions, close]
}
