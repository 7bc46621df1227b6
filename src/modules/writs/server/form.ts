import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, DomainEvent, RequestContext } from '../../../platform/module.ts'
import { findIssuer } from './issuer.ts'
import { makeWrit } from './make.ts'
import { toldBy } from './subject.ts'

/** A joint application was filed: its form is made at once. A zone without any issuing office makes it later, by hand. */
export async function makeForm(db: Database, event: DomainEvent, context: RequestContext): Promise<void> {
  const source = { kind: 'application' as const, bundle: event.subjectId, note: '' }
  const { authority } = await toldBy(db, context, source)
  if ((await findIssuer(db, zoneOf(context).id, authority)) === undefined) return
  await makeWrit(db, context, { source, replaces: null })
}
