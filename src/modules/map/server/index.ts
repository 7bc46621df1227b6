import { legalDayOf } from '../../../kernel/legal-day.ts'
import { defineModule, handle } from '../../../platform/module.ts'
import { listPublications as publicationList, publishLayer, withdrawLayer } from '../contract/publication.ts'
import { setting } from '../contract/setting.ts'
import * as contract from '../contract.ts'
import { layerFor, layersOf, pageOf, viewsFor } from './layers.ts'
import { ogcHandlers } from './ogc/handlers.ts'
import { listPublications, publish, subjectKind, withdraw } from './publications.ts'
import { sheetOf } from './sheet.ts'

export default defineModule({
  name: 'map',
  records: [setting],
  grants: {
    'map.read': ['leader', 'officer', 'agent', 'promoter', 'operator', 'supervisor'],
    'map.write': ['officer'],
    'map.publish': ['leader'],
  },
  journal: {
    [subjectKind]: {
      label: { zh: '图层发布', en: 'Publication of a layer' },
      actions: { publish: { zh: '发布', en: 'Published' }, withdraw: { zh: '撤回', en: 'Withdrawn' } },
    },
  },
  handlers: [],
  across: (modules) => {
    const layers = layersOf(modules)
    return [
      handle(contract.listLayers, async (db, _input, context) => ({
        layers: viewsFor(layers, context.caller),
        sheet: await sheetOf(db, context),
      })),
      handle(contract.readLayer, async (db, { layer, on, bbox, after, limit }, context) => {
        const day = on ?? legalDayOf(context.now)
        const query = { from: day, to: day, bbox, after, limit }
        const { features, next } = await pageOf(db, layerFor(layers, layer, context.caller), query, context)
        return { on: day, features: [...features], next }
      }),
      handle(publicationList, async (db, _input, context) => ({
        publications: await listPublications(db, context, layers),
      })),
      handle(publishLayer, (db, { zone: _, ...asked }, context) => publish(db, context, { layers, ...asked })),
      handle(withdrawLayer, (db, { zone: _, ...asked }, context) => withdraw(db, context, { layers, ...asked })),
      ...ogcHandlers(layers, 'open'),
      ...ogcHandlers(layers, 'inside'),
    ]
  },
})
