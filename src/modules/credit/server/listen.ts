import { z } from 'zod'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, DomainEvent, Listener, RequestContext } from '../../../platform/module.ts'
import type { CreditCause } from '../contract/causes.ts'
import { enterCredit } from './enter.ts'
import { strikeLapse } from './strike.ts'

const Told = z.object({ enterpriseId: z.uuid(), on: z.iso.date().optional() })
const Commitment = Told.extend({ state: z.string(), matter: z.string() })
const Owed = Told.extend({ paper: z.string(), late: z.number() })

const causeOfState: Readonly<Record<string, CreditCause>> = {
  verified: 'commitment_kept',
  rectified: 'commitment_rectified',
  breached: 'commitment_breached',
}

/** A commitment that was kept, rectified or breached; all else about it weighs nothing. */
export const hearCommitment: Listener = async (db, event, context) => {
  const told = Commitment.safeParse(event.payload)
  const cause = told.success ? causeOfState[told.data.state] : undefined
  if (!told.success || cause === undefined) return
  await enter(db, context, { event, told: told.data, cause, origin: event.subjectId })
}

/** An owed paper (容缺材料) lapsed. */
export const hearLapse: Listener = async (db, event, context) => {
  const told = Owed.safeParse(event.payload)
  if (!told.success) return
  await enter(db, context, { event, told: told.data, cause: 'owed_lapsed', origin: originOf(event, told.data) })
}

/** An owed paper came. In time it counts for the enterprise, and a lapse that was told before that became known counts no more. */
export const hearMet: Listener = async (db, event, context) => {
  const told = Owed.safeParse(event.payload)
  if (!told.success || told.data.late > 0) return
  const origin = originOf(event, told.data)
  await strikeLapse(db, context, origin)
  await enter(db, context, { event, told: told.data, cause: 'owed_met', origin })
}

function originOf({ subjectId }: DomainEvent, { paper }: z.infer<typeof Owed>): string {
  return `${subjectId}:${paper}`
}

interface Heard {
  readonly event: DomainEvent
  readonly told: z.infer<typeof Told>
  readonly cause: CreditCause
  readonly origin: string
}

async function enter(db: Database, context: RequestContext, { event, told, cause, origin }: Heard): Promise<void> {
  const enterprise = await db
    .selectFrom('enterprises.enterprises')
    .select(['id', 'sample'])
    .where('zone_id', '=', zoneOf(context).id)
    .where('id', '=', told.enterpriseId)
    .executeTakeFirst()
  if (!enterprise) return
  await enterCredit(db, context, {
    ...{ enterprise, cause, origin, happenedOn: told.on ?? legalDayOf(event.at) },
    subject: { kind: event.subjectKind, id: event.subjectId },
  })
}
