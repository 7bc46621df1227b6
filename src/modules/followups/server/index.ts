import type { Endpoint } from '../../../kernel/endpoint.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import { defineModule, type Handler, handle } from '../../../platform/module.ts'
import { listStaff } from '../../organisation/server/api.ts'
import { Escalation } from '../contract/escalation.ts'
import { type FollowUpVerb, followUpSteps, followUpVerbs } from '../contract/steps.ts'
import * as contract from '../contract.ts'
import { figures } from './figures.ts'
import { issue } from './issue.ts'
import { hearChange, patrol, patrolKind, setPatrol } from './patrol.ts'
import { scopeOf } from './people.ts'
import { detailOf, getDetail, list, read } from './read.ts'
import { adoptRules } from './rules.ts'
import { type StepInput, step } from './step.ts'
import { kind } from './tell.ts'
import { viewsOf } from './views.ts'

const staff = ['leader', 'supervisor', 'officer', 'agent', 'promoter', 'operator'] as const

/** Every step of the table is answered alike: decide, then the follow-up as it is afterwards. */
function stepHandler(verb: FollowUpVerb): Handler {
  const door = contract.stepDoors[verb] as unknown as Endpoint<StepInput, contract.FollowUpDetail>
  return handle(door, async (db, input, context) => detailOf(db, context, await step(db, context, { verb, input })))
}

export default defineModule({
  name: 'followups',
  figures,
  grants: {
    'followups.read': staff,
    /** Sees every follow-up of the zone and who has read it. */
    'followups.oversee': ['leader', 'supervisor'],
    'followups.issue': ['leader', 'supervisor'],
    'followups.answer': staff,
    'followups.readRules': [...staff, 'admin'],
    'followups.writeRules': ['admin'],
  },
  journal: {
    [kind]: {
      label: { zh: '督办', en: 'Follow-up' },
      actions: {
        issue: { zh: '交办', en: 'Issued' },
        ...Object.fromEntries(followUpVerbs.map((verb) => [verb, followUpSteps[verb].label])),
      },
    },
    [Escalation.name]: { actions: { escalate: { zh: '升级提醒', en: 'Escalated' } } },
  },
  records: [Escalation],
  timers: { [patrolKind]: patrol },
  listeners: { 'cases.changed': hearChange, 'followups.changed': hearChange },
  handlers: [
    handle(contract.adoptRules, async (db, _input, context) => {
      const adopted = await adoptRules(db, context)
      await setPatrol(db, context)
      return adopted
    }),
    handle(contract.readSentenceOf, (db, { sentence }, context) => read(db, context, sentence)),
    handle(contract.issueFollowUp, async (db, input, context) => {
      const stored = await issue(db, context, input)
      const [view] = await viewsOf(db, context, { scope: await scopeOf(db, context), stored: [stored] })
      if (!view) throw new RangeError('one row, one view')
      return view
    }),
    handle(contract.listFollowUps, (db, input, context) => list(db, context, input)),
    handle(contract.listAddressees, async (db, _input, context) => {
      const { people, departments } = await listStaff(db, zoneOf(context).id)
      return {
        addressees: [
          ...departments.map(({ id, name }) => ({ kind: 'department' as const, id, name })),
          ...people.map(({ id, name }) => ({ kind: 'person' as const, id, name })),
        ],
      }
    }),
    handle(contract.getFollowUp, (db, { id }, context) => getDetail(db, context, id)),
    ...followUpVerbs.map(stepHandler),
  ],
})
