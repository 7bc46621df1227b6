import type { InputOf } from '../../../kernel/endpoint.ts'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import { Problem } from '../../../kernel/problem.ts'
import { publish } from '../../../platform/events/publish.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { createRecord } from '../../../platform/records/create.ts'
import type { enterLead, enterLeads, findTwins, NewLead } from '../contract/entering.ts'
import { Lead } from '../contract/lead.ts'
import { LeadContact } from '../contract/lead-contact.ts'
import { registry } from './kinds.ts'
import { factsOf, phoneMark, type WrittenLead } from './lead-facts.ts'
import { lookAlikes, twinsOf } from './look-alikes.ts'
import { findPairs } from './twin-pairs.ts'

/** One lead. What may be the same is looked for first; who has looked at it says so, and enters it all the same. */
export async function enterOne(db: Database, context: RequestContext, input: InputOf<typeof enterLead>) {
  const { seen, zone: _zone, ...lead } = input
  const found = await findLike(db, context, { ...lead, phone: lead.contact?.phone ?? null })
  const unseen = found.filter(({ id, verdict }) => verdict === 'same' && !seen.includes(id))
  const [first] = unseen
  if (first) {
    throw new Problem(
      'conflict',
      'promotion.may_be_known',
      {
        zh: `可能已有这条线索：“${first.company}”的“${first.name}”。请先打开看，确认不是同一个再登记。`,
        en: `This may be known already: "${first.name}" of ${first.company}. Look at it, and enter it anew only when it is another.`,
      },
      { twins: unseen.map(({ id }) => id) },
    )
  }
  const made = await addLead(db, context, lead)
  return { ...made, twins: await twinsOf(db, context, made.id) }
}

/** Many at once: a list from an event, a colleague's sheet. What may be the same is counted; a person decides later. */
export async function enterMany(db: Database, context: RequestContext, { leads }: InputOf<typeof enterLeads>) {
  const ids: string[] = []
  for (const lead of leads) ids.push((await addLead(db, context, lead)).id)
  const own = new Set(ids)
  const pairs = await findPairs(db, context)
  return { ids, twins: pairs.filter(({ a, b, verdict }) => verdict === 'same' && (own.has(a) || own.has(b))).length }
}

/** Leads like one that is being typed. */
export function findLike(
  db: Database,
  context: RequestContext,
  typed: Omit<InputOf<typeof findTwins>, 'zone'> & WrittenLead,
) {
  const mark = typed.phone === null ? null : phoneMark(typed.phone, zoneOf(context).id)
  return lookAlikes(db, context, { facts: factsOf(typed, mark === null ? [] : [mark]), but: null })
}

async function addLead(db: Database, context: RequestContext, { contact, ...values }: NewLead) {
  if (values.foundOn > legalDayOf(context.now)) {
    throw new Problem('rule_violated', 'promotion.found_in_the_future', {
      zh: '获得线索的日期还没有到，请填实际日期。',
      en: 'The day on which it was found has not come yet: give the real one.',
    })
  }
  const sample = context.sample ?? false
  const { record } = await createRecord(db, context, { kind: Lead, registry, values: present(values), sample })
  if (contact) {
    const contactValues = present({ ...contact, leadId: record.id })
    await createRecord(db, context, { kind: LeadContact, registry, values: contactValues, sample })
  }
  await publish(db, context, { topic: 'promotion.changed', subjectKind: Lead.name, subjectId: record.id })
  return { id: record.id, version: record.version }
}

const present = (values: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== ''))
