import { defineModule } from '../../../platform/module.ts'
import { Building } from '../contract/building.ts'
import { Storey } from '../contract/storey.ts'
import { Unit } from '../contract/unit.ts'
import { figures } from './figures.ts'
import { mapLayers } from './map-layers.ts'

export default defineModule({
  name: 'space',
  figures,
  mapLayers,
  handlers: [],
  records: [Building, Storey, Unit],
  grants: {
    'space.read': ['leader', 'officer', 'agent', 'promoter', 'operator', 'supervisor'],
    'space.write': ['officer', 'operator'],
  },
})
