import type { InputOf } from '../../../kernel/endpoint.ts'
import { fillTemplate } from '../../../platform/documents/fill.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import type { previewTemplate as contract } from '../contract/template.ts'
import { sampleValues } from '../domain/sample-values.ts'
import { valuesOf } from '../domain/values.ts'
import { shown } from './shown.ts'
import { compose } from './subject.ts'
import { templateOf } from './template-store.ts'

const unnumbered = { number: null, code: null, address: null, replaces: null }

/** An edition filled with a real case, or with sample values. */
export async function previewTemplate(
  db: Database,
  context: RequestContext,
  { kind, edition, case: id }: InputOf<typeof contract>,
) {
  const { bytes } = await templateOf(db, zoneOf(context).id, { kind, edition })
  const values =
    id === undefined
      ? sampleValues(kind)
      : valuesOf(kind, (await compose(db, context, { kind, case: id, note: '' })).subject, unnumbered)
  return { document: shown(fillTemplate(bytes, values)) }
}
