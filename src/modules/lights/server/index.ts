import { zoneOf } from '../../../platform/journal/record.ts'
import { defineModule, handle } from '../../../platform/module.ts'
import { lightRule } from '../contract/rule.ts'
import * as contract from '../contract.ts'
import { figures } from './figures.ts'
import { readLights } from './read.ts'

const staff = ['leader', 'officer', 'agent', 'promoter', 'operator', 'supervisor'] as const

export default defineModule({
  name: 'lights',
  figures,
  records: [lightRule],
  grants: {
    'lights.read': staff,
    'lights.readRules': staff,
    'lights.writeRules': ['leader'],
  },
  handlers: [
    handle(contract.listLights, (db, { project }, context) =>
      readLights(db, zoneOf(context).id, { now: context.now, project }),
    ),
  ],
})
