import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { createRecord } from '../../../platform/records/create.ts'
import { openValue } from '../../../platform/records/personal.ts'
import { Contact } from '../contract/contact.ts'
import { Enterprise } from '../contract/enterprise.ts'
import type {} from './table.ts'

const registry = new Map([Enterprise, Contact].map((kind) => [kind.name, kind]))

/** What another module knows of an enterprise that plans to come. */
export interface Newcomer {
  readonly name: string
  readonly uscc: string | null
  readonly industryCode: string | null
  readonly sample: boolean
  /** In full: they are encrypted anew under the keys of the new records. */
  readonly contacts: readonly { readonly name: string; readonly post: string | null; readonly phone: string | null }[]
}

/**
 * The enterprise of this code, or of exactly this name where no code is known; made when there is none. Contacts that it has already are
 * not added again. Needs the zone's context; the caller's right to it is the caller's to check.
 */
export async function takeIn(
  db: Database,
  context: RequestContext,
  newcomer: Newcomer,
): Promise<{ readonly id: string; readonly made: boolean }> {
  const found = await findKnown(db, zoneOf(context).id, newcomer)
  const id = found ?? (await makeEnterprise(db, context, newcomer))
  const known = found === undefined ? new Set<string>() : await knownContacts(db, zoneOf(context).id, found)
  for (const [i, contact] of newcomer.contacts.entries()) {
    if (known.has(keyOf(contact))) continue
    const values = { ...without(contact), enterpriseId: id, main: found === undefined && i === 0 }
    await createRecord(db, context, { kind: Contact, registry, values, sample: newcomer.sample })
  }
  return { id, made: found === undefined }
}

async function makeEnterprise(db: Database, context: RequestContext, newcomer: Newcomer): Promise<string> {
  const { name, uscc, industryCode, sample } = newcomer
  const edition = industryCode === null ? {} : { industryEdition: 2017 }
  const values = { ...without({ name, uscc, industryCode }), ...edition, status: 'planned' }
  const { record } = await createRecord(db, context, { kind: Enterprise, registry, values, sample })
  return record.id
}

async function findKnown(db: Database, zoneId: string, { uscc, name }: Newcomer): Promise<string | undefined> {
  const rows = await db
    .selectFrom('enterprises.enterprises')
    .select(['id', 'uscc'])
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .where((eb) => (uscc === null ? eb('name', '=', name) : eb.or([eb('uscc', '=', uscc), eb('name', '=', name)])))
    .orderBy('id')
    .execute()
  const byCode = uscc === null ? undefined : rows.find((row) => row.uscc === uscc)
  // Of one name with another code it is another enterprise.
  return (byCode ?? rows.find((row) => uscc === null || row.uscc === null))?.id
}

async function knownContacts(db: Database, zoneId: string, enterpriseId: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('enterprises.contacts as contact')
    .innerJoin('journal.person_keys as person', (join) =>
      join.onRef('person.zone_id', '=', 'contact.zone_id').onRef('person.id', '=', 'contact.id'),
    )
    .select(['contact.id', 'contact.name', 'contact.phone', 'person.key'])
    .where('contact.zone_id', '=', zoneId)
    .where('person.zone_id', '=', zoneId)
    .where('contact.enterprise_id', '=', enterpriseId)
    .where('contact.archived_at', 'is', null)
    .execute()
  return new Set(
    rows.map(({ id, key, name, phone }) => {
      const open = (field: 'name' | 'phone', sealed: Buffer | null) =>
        sealed === null ? null : openValue({ kind: Contact, id, key }, field, sealed.toString('base64'))
      return keyOf({ name: open('name', name) ?? '', phone: open('phone', phone) })
    }),
  )
}

const keyOf = ({ name, phone }: { readonly name: string; readonly phone: string | null }): string =>
  `${name}\n${phone ?? ''}`

const without = (values: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))
