import { zoneOf } from '../../../platform/journal/record.ts'
import { type Database, defineModule, handle, type RequestContext } from '../../../platform/module.ts'
import * as contract from '../contract.ts'
import { closePlan, confirmPlan, reportItem, reviewPlan } from './decide.ts'
import { changePlan, openPlan } from './draft.ts'
import { figures } from './figures.ts'
import { reviewQuestions } from './questions.ts'
import { plansIn } from './store.ts'
import { viewsOf } from './views.ts'

const most = 200

async function one(db: Database, context: RequestContext, id: string) {
  const rows = await plansIn(db, zoneOf(context).id, context.caller).where('id', '=', id).execute()
  const [view] = await viewsOf(db, context, rows)
  if (view) return view
  throw new Error('a plan that was just saved is there')
}

function plansOf(db: Database, context: RequestContext, enterprise: string | undefined) {
  const all = plansIn(db, zoneOf(context).id, context.caller)
  const some = enterprise === undefined ? all : all.where('enterprise_id', '=', enterprise)
  return some.orderBy('id', 'desc').limit(most).execute()
}

export default defineModule({
  name: 'tailored',
  figures,
  grants: {
    'tailored.read': ['leader', 'officer', 'agent', 'promoter', 'operator', 'supervisor', 'enterprise'],
    'tailored.write': ['officer', 'promoter'],
    'tailored.review': ['officer', 'supervisor'],
    'tailored.confirm': ['leader'],
    'tailored.report': ['officer', 'agent', 'promoter'],
  },
  journal: {
    'tailored.plan': {
      label: { zh: '一企一策', en: 'Tailored plan' },
      actions: {
        open: { zh: '起草', en: 'Drafted' },
        change: { zh: '修改草稿', en: 'Draft changed' },
        review: { zh: '公平竞争审查', en: 'Fair-competition review' },
        confirm: { zh: '确认', en: 'Confirmed' },
        report: { zh: '报告事项结果', en: 'Item reported' },
        close: { zh: '办结', en: 'Closed' },
      },
    },
  },
  traces: {
    'tailored.plan': {
      of: 'enterprises.enterprise',
      needs: 'tailored.read',
      find: async (db, id, context) => {
        const rows = await plansOf(db, context, id)
        return rows.map((row) => ({ id: row.id, name: row.title }))
      },
    },
  },
  handlers: [
    handle(contract.listPlans, async (db, { enterprise }, context) => ({
      plans: await viewsOf(db, context, await plansOf(db, context, enterprise)),
    })),
    handle(contract.getQuestions, async () => reviewQuestions()),
    handle(contract.openPlan, async (db, input, context) => one(db, context, await openPlan(db, context, input))),
    handle(contract.changePlan, async (db, input, context) => one(db, context, await changePlan(db, context, input))),
    handle(contract.reviewPlan, async (db, input, context) => one(db, context, await reviewPlan(db, context, input))),
    handle(contract.confirmPlan, async (db, input, context) => one(db, context, await confirmPlan(db, context, input))),
    handle(contract.reportItem, async (db, input, context) => one(db, context, await reportItem(db, context, input))),
    handle(contract.closePlan, async (db, input, context) => one(db, context, await closePlan(db, context, input))),
  ],
})
