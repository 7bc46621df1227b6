import { notFound } from '../../../../platform/access/caller.ts'
import { zoneOf } from '../../../../platform/journal/record.ts'
import type { Database, LayerSource, RequestContext } from '../../../../platform/module.ts'
import type { Service } from '../../contract/ogc.ts'
import type { Published } from '../../domain/ogc/documents.ts'
import type { Layers } from '../layers.ts'
import { publishedRows } from '../store.ts'

export interface Open extends Published {
  readonly source: LayerSource
  /** Names of the values that are told. */
  readonly fields: readonly string[]
}

/** What this caller may fetch: without an account public layers, coarsened, with open fields; inside every published layer of theirs, as it is. */
export async function openLayers(
  db: Database,
  context: RequestContext,
  { layers, service }: { readonly layers: Layers; readonly service: Service },
): Promise<readonly Open[]> {
  const rows = await publishedRows(db, zoneOf(context).id)
  return rows.flatMap((row) => {
    const source = layers.get(row.layer)
    if (!source) return []
    const { layer } = source
    const shared = { layer, source, reviewNumber: row.review_number }
    const fields = Object.entries(layer.fields)
    if (service === 'inside') {
      const mine = context.caller.permissions.has(layer.needs)
      return mine ? [{ ...shared, toleranceM: 0, fields: fields.map(([name]) => name) }] : []
    }
    if (row.audience !== 'public') return []
    const open = fields.filter(([, field]) => field.open).map(([name]) => name)
    return [{ ...shared, toleranceM: Number(row.tolerance_m), fields: open }]
  })
}

/** An unpublished layer, another account's and none at all: nothing is at that address. */
export function openLayer(open: readonly Open[], key: string): Open {
  const found = open.find(({ layer }) => layer.key === key)
  if (found) return found
  throw notFound()
}
