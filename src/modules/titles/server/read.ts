import { legalDayOf } from '../../../kernel/legal-day.ts'
import type { Database } from '../../../platform/module.ts'
import type { Title } from '../contract.ts'
import { daysLeft, titleStanding } from '../domain/title-standing.ts'
import { remindDaysOn } from './rules.ts'
import type { TitleRow } from './table.ts'

const factsOf = ({ granted_on, valid_until, reassess_on, revoked_on }: TitleRow) => ({
  ...{ grantedOn: granted_on, validUntil: valid_until, reassessOn: reassess_on, revokedOn: revoked_on },
})

/** Every title that is not archived, as it stands on the day of `now`. */
export async function titlesAt(db: Database, zoneId: string, now: Date): Promise<Title[]> {
  const today = legalDayOf(now)
  const remind = remindDaysOn(today)
  const rows = await db
    .selectFrom('titles.titles')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('archived_at', 'is', null)
    .orderBy('granted_on', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => {
    const left = daysLeft(factsOf(row), today)
    return {
      ...{ id: row.id, name: row.name, level: row.level, grantedBy: row.granted_by, document: row.document },
      ...{ grantedOn: row.granted_on, validUntil: row.valid_until, reassessOn: row.reassess_on },
      ...{ standing: titleStanding(factsOf(row), today), daysLeft: left, due: left !== null && left <= remind },
    }
  })
}
