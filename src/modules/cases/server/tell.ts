import { legalDayOf } from '../../../kernel/legal-day.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { send } from '../../../platform/outbox/send.ts'
import type { CaseMessage, CaseName } from '../domain/messages.ts'
import { listNames } from './names.ts'
import { recipientsOf } from './recipients.ts'
import type { StoredCase } from './rows.ts'

interface Telling {
  readonly stored: StoredCase
  readonly message: CaseMessage
  readonly key: string
  /** Of what is said once for all cases of a round over a stage: what makes it the only one of them all. */
  readonly once?: string | undefined
}

/** Sends a message about a case to whom it is for, with a link to it. `key` makes it the only one of its case. */
export async function tell(
  db: Database,
  context: RequestContext,
  { stored, message: { to, text, department }, key, once }: Telling,
): Promise<void> {
  const { id } = stored.row
  await send(db, context, {
    ...{
      channel: 'app',
      key: once === undefined ? `cases:${id}:${key}` : `cases:${once}`,
      subjectKind: 'cases.case',
      subjectId: id,
    },
    ...{
      to: await recipientsOf(db, stored, { to, today: legalDayOf(context.now), department }),
      text,
      link: `/cases/${id}`,
    },
  })
}

/** The stage in place of the matter: whoever is asked over a whole stage is asked once. */
export function nameOfRound(name: CaseName, review: StoredCase['facts']['review']): CaseName {
  const stage = review?.stage?.name
  return stage ? { ...name, matter: { zh: `${stage.zh}阶段并联审查`, en: `joint review of ${stage.en}` } } : name
}

export async function nameOf(db: Database, { row }: StoredCase): Promise<CaseName> {
  const { zone_id: zoneId, project_id: id } = row
  const names = await listNames(db, 'projects.projects', { zoneId, ids: [id] })
  return { matter: { zh: row.matter_name_zh, en: row.matter_name_en }, project: names.get(id) ?? '' }
}
