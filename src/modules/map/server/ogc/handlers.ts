import { zoneOf } from '../../../../platform/journal/record.ts'
import { type Database, type Handler, handle, type RequestContext } from '../../../../platform/module.ts'
import { getZone } from '../../../zones/server/api.ts'
import { doorsOf, type Service } from '../../contract/ogc.ts'
import { collection, conformsTo, landing, own } from '../../domain/ogc/documents.ts'
import { definition } from '../../domain/ogc/openapi.ts'
import type { Layers } from '../layers.ts'
import { atOf, printed } from './answer.ts'
import { item, items } from './items.ts'
import { openLayer, openLayers } from './published.ts'

/** OGC API – Features of one service: what is published, and nothing else, exists here. */
export function ogcHandlers(layers: Layers, service: Service): readonly Handler[] {
  const doors = doorsOf(service)
  const open = (db: Database, context: RequestContext) => openLayers(db, context, { layers, service })
  return [
    handle(doors.landing, async (db, { f }, context) => {
      const { name } = await getZone(db, zoneOf(context).code)
      return printed((language) => landing(atOf(service, context, language), name), { f })
    }),
    handle(doors.definition, async (_db, { f }, context) =>
      printed((language) => definition(atOf(service, context, language)), {
        f,
        type: 'application/vnd.oai.openapi+json;version=3.0',
      }),
    ),
    handle(doors.conformance, async (_db, { f }, context) =>
      printed(
        (language) => {
          const { base } = atOf(service, context, language)
          return { title: 'Conformance', links: own(`${base}/conformance`, 'Conformance'), conformsTo }
        },
        { f },
      ),
    ),
    handle(doors.collections, async (db, { f }, context) => {
      const found = await open(db, context)
      return printed(
        (language) => {
          const at = atOf(service, context, language)
          const title = at.say({ zh: '已发布图层', en: 'Published layers' })
          return {
            title,
            links: own(`${at.base}/collections`, title),
            collections: found.map((one) => collection(at, one)),
          }
        },
        { f },
      )
    }),
    handle(doors.collection, async (db, { f, collection: key }, context) => {
      const found = openLayer(await open(db, context), key)
      return printed((language) => collection(atOf(service, context, language), found), { f })
    }),
    handle(doors.items, async (db, asked, context) =>
      items(db, openLayer(await open(db, context), asked.collection), { service, context, asked }),
    ),
    handle(doors.item, async (db, asked, context) =>
      item(db, openLayer(await open(db, context), asked.collection), { service, context, asked }),
    ),
  ]
}
