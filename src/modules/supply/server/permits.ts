import type { Calendar } from '../../../kernel/calendar.ts'
import { addWorkdays } from '../../../kernel/workdays.ts'
import type { Database } from '../../../platform/module.ts'
import { grantedCases } from '../../cases/server/api.ts'
import { grantedNumbers } from '../../writs/server/api.ts'
import type { LandContract } from '../contract/contracts.ts'
import { type Granted, permitStanding } from '../domain/permit-standing.ts'
import { permitsOn } from './rules.ts'
import type { StoredContract } from './store.ts'

/** By permit, what cases of the contract's project granted; nothing where the contract names no project. */
export async function grantedOn(db: Database, { row }: StoredContract): Promise<ReadonlyMap<string, Granted>> {
  if (row.project_id === null) return new Map()
  const permits = permitsOn(row.signed_on)
  const asked = { projectId: row.project_id, matters: permits.map(({ matter }) => matter) }
  const cases = await grantedCases(db, row.zone_id, asked)
  const numbers = await grantedNumbers(
    db,
    row.zone_id,
    cases.map(({ id }) => id),
  )
  return new Map(
    permits.flatMap(({ code, matter }) => {
      const found = cases.find((one) => one.matter === matter)
      return found
        ? [[code, { caseId: found.id, decidedOn: found.decidedOn, number: numbers.get(found.id) ?? null }] as const]
        : []
    }),
  )
}

/** The permits that go with the contract: due when, and whether they are there. */
export async function permitsOf(
  db: Database,
  stored: StoredContract,
  calendar: Calendar,
): Promise<LandContract['permits']> {
  const { row, events } = stored
  const granted = await grantedOn(db, stored)
  return permitsOn(row.signed_on).map(({ code, title, issuer, workdays, source }) => {
    const event = events.find((one) => one.kind === 'permit' && one.code === code)
    const entered = event && { number: event.document, issuedOn: event.happened_on }
    const dueOn = workdays === 0 ? row.signed_on : addWorkdays(calendar, row.signed_on, workdays)
    return { code, title, issuer, source, dueOn, ...permitStanding(granted.get(code), entered) }
  })
}
