import { legalDayOf } from '../../../kernel/legal-day.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import { type Database, defineModule, handle, type RequestContext } from '../../../platform/module.ts'
import { zoneTitle } from '../contract/title.ts'
import * as contract from '../contract.ts'
import { figures } from './figures.ts'
import { titlesAt } from './read.ts'
import { remindDaysOn } from './rules.ts'

const staff = ['leader', 'officer', 'agent', 'promoter', 'operator', 'supervisor'] as const

/** Whoever reads the titles sees their certificates. */
async function mayRead(db: Database, id: string, context: RequestContext): Promise<boolean> {
  if (!context.caller.permissions.has('titles.read')) return false
  const found = await titlesAt(db, zoneOf(context).id, context.now)
  return found.some((title) => title.id === id)
}

export default defineModule({
  name: 'titles',
  figures,
  records: [zoneTitle],
  grants: { 'titles.read': staff, 'titles.write': ['officer', 'leader'] },
  fileAccess: { [zoneTitle.name]: mayRead },
  handlers: [
    handle(contract.listTitles, async (db, _input, context) => ({
      titles: await titlesAt(db, zoneOf(context).id, context.now),
      remindDays: remindDaysOn(legalDayOf(context.now)),
    })),
  ],
})
