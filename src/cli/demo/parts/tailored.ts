import { z } from 'zod'
import { answerNames } from '../../../modules/tailored/contract/review.ts'
import { confirmPlan, itemKinds, openPlan, reportItem, reviewPlan } from '../../../modules/tailored/contract.ts'
import { Before } from '../data.ts'
import { demoPart } from '../part.ts'
import { type Act, refOf, type Telling } from '../script.ts'

const kinds = Object.keys(itemKinds) as [keyof typeof itemKinds, ...(keyof typeof itemKinds)[]]
/** Working days before the demonstration, or calendar days after it. */
const Due = z.union([Before, z.int().min(0).max(400)])

const Told = z.strictObject({
  note: z.string(),
  plans: z.array(
    z.strictObject({
      enterprise: z.string(),
      title: z.string(),
      on: Before,
      items: z.array(
        z.strictObject({
          kind: z.enum(kinds),
          content: z.string(),
          department: z.string(),
          due: Due,
          amountYuan: z.string().optional(),
          done: z.strictObject({ on: Before, result: z.string() }).optional(),
        }),
      ),
      review: z
        .strictObject({
          on: Before,
          opinion: z.string(),
          answers: z.record(z.string(), z.strictObject({ answer: z.enum(answerNames), words: z.string() })),
        })
        .optional(),
      confirmed: Before.optional(),
    }),
  ),
})
type Told = z.infer<typeof Told>

const questions = ['entry-procedure', 'entry-condition', 'movement', 'tax', 'subsidy', 'factors', 'conduct']

/** Tailored plans: drafted by the promoter, reviewed by an officer, confirmed by the leader, reported item by item. */
function acts(telling: Telling, { plans }: Told): Act[] {
  return plans.flatMap((plan, i) => planActs(telling, { plan, name: `tailored:${i}` }))
}

function planActs({ days }: Telling, { plan, name }: { readonly plan: Told['plans'][number]; readonly name: string }) {
  const last = Date.parse(`${days.day(-1)}T00:00:00Z`)
  const dayOf = (due: number) =>
    due < 0 ? days.day(due) : new Date(last + (due + 1) * 86_400_000).toISOString().slice(0, 10)
  const done: Act[] = [
    {
      ...{ key: name, at: days.at(plan.on, 700), by: 'promoter' },
      run: async ({ call, id }) => {
        const items = plan.items.map(({ kind, content, department, due, amountYuan }) => ({
          ...{ kind, content, departmentId: id(`department:${department}`), person: null, dueOn: dayOf(due) },
          amountYuan: amountYuan ?? null,
        }))
        const span = { fromOn: days.day(plan.on), untilOn: dayOf(200) }
        const enterprise = id(`enterprise:${plan.enterprise}`)
        const made = await call(openPlan, { enterprise, title: plan.title, ...span, items })
        const named = made.items.map((item, at) => [`${name}/${at}`, { id: item.id, version: 1 }] as const)
        return { [name]: refOf(made), ...Object.fromEntries(named) }
      },
    },
  ]
  const { review, confirmed } = plan
  if (review) {
    done.push({
      ...{ key: `${name}/review`, at: days.at(review.on, 710), by: 'officer' },
      run: async ({ call, ref }) => {
        const plain = { answer: 'no' as const, words: '' }
        const answers = questions.map((question) => ({
          ...{ question, ground: null, endsOn: null },
          ...(review.answers[question] ?? plain),
        }))
        return { [name]: refOf(await call(reviewPlan, { ...refOf(ref(name)), answers, opinion: review.opinion })) }
      },
    })
  }
  if (confirmed !== undefined) {
    done.push({
      ...{ key: `${name}/confirm`, at: days.at(confirmed, 720), by: 'leader' },
      run: async ({ call, ref }) => ({ [name]: refOf(await call(confirmPlan, refOf(ref(name)))) }),
    })
  }
  for (const [at, { done: reported }] of plan.items.entries()) {
    if (!reported) continue
    done.push({
      ...{ key: `${name}/${at}/done`, at: days.at(reported.on, 730 + at), by: 'officer' },
      run: async ({ call, ref, id }) => {
        const said = { item: id(`${name}/${at}`), state: 'done' as const, result: reported.result }
        return { [name]: refOf(await call(reportItem, { ...refOf(ref(name)), ...said })) }
      },
    })
  }
  return done
}

/** @public Found by its folder. */
export const part = demoPart({ schema: Told, acts })
