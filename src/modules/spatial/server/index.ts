import { defineModule, handle } from '../../../platform/module.ts'
import { occupant } from '../contract/occupant.ts'
import { place } from '../contract/place.ts'
import { spatialPlan } from '../contract/spatial-plan.ts'
import * as contract from '../contract.ts'
import { figures } from './figures.ts'
import { mayReadFiles } from './files.ts'
import { mapLayers } from './map-layers.ts'
import { readLayout } from './read.ts'

const staff = ['leader', 'officer', 'agent', 'promoter', 'operator', 'supervisor'] as const

export default defineModule({
  name: 'spatial',
  figures,
  mapLayers,
  records: [place, occupant, spatialPlan],
  grants: {
    'spatial.read': staff,
    'spatial.write': ['officer', 'operator'],
  },
  fileAccess: { [place.name]: mayReadFiles('spatial.places'), [spatialPlan.name]: mayReadFiles('spatial.plans') },
  handlers: [handle(contract.getLayout, (db, _input, context) => readLayout(db, context))],
})
