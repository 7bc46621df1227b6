import { legalDayOf } from '../../../kernel/legal-day.ts'
import { findReachable } from '../../../platform/access/reachable.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { signedRefs } from '../../commitments/server/api.ts'
import { findPerson } from '../../organisation/server/api.ts'
import { zoneCalendar } from '../../zones/server/api.ts'
import type { CommandOf } from '../contract/decisions.ts'
import { passedStates, undecidedStates } from '../contract/state.ts'
import type { Circumstances, Command } from '../domain/circumstances.ts'
import { behalfOf, type House, houseOf, leadOf, relationOf } from './house.ts'
import type { StoredCase } from './rows.ts'
import { rulesIn } from './rules.ts'
import { underwayFor } from './underway.ts'

/** What a decision on this case is judged by: the day, who stands how to it, the zone's rules, and what stands elsewhere. */
export async function circumstancesOf(
  db: Database,
  context: RequestContext,
  { command, stored }: { readonly command: Command; readonly stored: StoredCase },
): Promise<Circumstances> {
  const { caller, now, zone } = context
  const { row, facts } = stored
  const today = legalDayOf(now)
  const [house, calendar, rules] = await Promise.all([
    houseOf(db, context),
    zoneCalendar(db, zone?.code),
    rulesIn(db, row.zone_id, today),
  ])
  return {
    calendar,
    today,
    actor: { id: caller.accountId, name: caller.name },
    rules,
    relation: relationOf(house, row.department, facts),
    departments: house.departments,
    ownDepartment: house.own,
    lead: leadOf(house, row.department, facts),
    behalfOf: behalfOf(house, facts),
    ...(await elsewhere(db, context, { command, stored, house })),
  }
}

type Elsewhere = Pick<Circumstances, 'committed' | 'underway' | 'owedElsewhere' | 'openedAnew' | 'target'>

/** Only what this step asks for. */
async function elsewhere(
  db: Database,
  context: RequestContext,
  { command, stored, house }: { readonly command: Command; readonly stored: StoredCase; readonly house: House },
): Promise<Elsewhere> {
  const { zone_id: zoneId, project_id: projectId, matter } = stored.row
  const committed = () => signedRefs(db, zoneId, { projectId, matter })
  switch (command.verb) {
    case 'accept':
      return {
        committed: await committed(),
        underway: await underwayFor(db, stored),
        owedElsewhere: await owedBy(db, stored),
      }
    case 'reverse':
      return { committed: await committed(), openedAnew: await isOpenedAnew(db, stored) }
    case 'transfer':
      return { committed: new Set(), target: await targetOf(db, context, { asked: command.input, house }) }
    default:
      return { committed: new Set() }
  }
}

/** Papers that the enterprise of this case owes in its other cases. */
async function owedBy(db: Database, { row }: StoredCase): Promise<number> {
  const { count } = await db
    .selectFrom('cases.papers as paper')
    .innerJoin('cases.cases as one', (join) =>
      join.onRef('one.zone_id', '=', 'paper.zone_id').onRef('one.id', '=', 'paper.case_id'),
    )
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('paper.zone_id', '=', row.zone_id)
    .where('one.zone_id', '=', row.zone_id)
    .where('one.enterprise_id', '=', row.enterprise_id)
    .where('one.id', '!=', row.id)
    .where('one.open', '=', true)
    .where('one.archived_at', 'is', null)
    .where('paper.status', '=', 'owed')
    .executeTakeFirstOrThrow()
  return Number(count)
}

async function isOpenedAnew(db: Database, { row }: StoredCase): Promise<boolean> {
  const other = await db
    .selectFrom('cases.cases')
    .select('id')
    .where('zone_id', '=', row.zone_id)
    .where('project_id', '=', row.project_id)
    .where('matter', '=', row.matter)
    .where('id', '!=', row.id)
    .where('state', 'in', [...undecidedStates, ...passedStates])
    .where('archived_at', 'is', null)
    .executeTakeFirst()
  return other !== undefined
}

/** Somebody who can sign in, in that one's department; or a department, whose officers take it up. */
async function targetOf(
  db: Database,
  { zone }: RequestContext,
  { asked, house }: { readonly asked: CommandOf<'transfer'>; readonly house: House },
): Promise<NonNullable<Circumstances['target']> | null> {
  const zoneId = zoneOf({ zone }).id
  const named = (id: string | null) => {
    const name = id === null ? undefined : house.departments.get(id)
    return id === null || name === undefined ? null : { id, name }
  }
  if (asked.person === null) {
    const office = named(asked.department)
    return office && { handler: null, office }
  }
  const person = await findPerson(db, zoneId, asked.person)
  const account = person && (await findReachable(db, zoneId, { personId: person.id }))
  if (!person || !account) return null
  return { handler: { id: account.accountId, name: person.name }, office: named(person.departmentId) }
}
