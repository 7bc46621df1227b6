import { legalDayOf } from '../../../kernel/legal-day.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { send } from '../../../platform/outbox/send.ts'
import type { CaseMessage, CaseName } from '../domain/messages.ts'
import { listNames } from './names.ts'
import { recipientsOf } from './recipients.ts'
import type { StoredCase } from './rows.ts'

/** Sends a message about a case to whom it is for, with a link to it. `key` makes it the only one of its case. */
export async function tell(
  db: Database,
  context: RequestContext,
  { stored, message: { to, text, department }, key }: { stored: StoredCase; message: CaseMessage; key: string },
): Promise<void> {
  const { id } = stored.row
  await send(db, context, {
    ...{ channel: 'app', key: `cases:${id}:${key}`, subjectKind: 'cases.case', subjectId: id },
    ...{
      to: await recipientsOf(db, stored, { to, today: legalDayOf(context.now), department }),
      text,
      link: `/cases/${id}`,
    },
  })
}

export async function nameOf(db: Database, { row }: StoredCase): Promise<CaseName> {
  const { zone_id: zoneId, project_id: id } = row
  const names = await listNames(db, 'projects.projects', { zoneId, ids: [id] })
  return { matter: { zh: row.matter_name_zh, en: row.matter_name_en }, project: names.get(id) ?? '' }
}
