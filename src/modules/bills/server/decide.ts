import { beginningOf, legalDayOf } from '../../../kernel/legal-day.ts'
import { Problem } from '../../../kernel/problem.ts'
import { notFound } from '../../../platform/access/caller.ts'
import { publish } from '../../../platform/events/publish.ts'
import { attachFiles } from '../../../platform/files/store.ts'
import { actorOf, changesOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { lineStateLabels } from '../contract/steps.ts'
import { decideLine, type LineCommand, type LineFacts } from '../domain/decide.ts'
import { columnsOf, factsOf, lockLines, type StoredLine } from './store.ts'

export interface LinesCommand extends LineCommand {
  /** Null: the project of the line. */
  readonly project: string | null
  readonly lines: readonly { readonly id: string; readonly version: number }[]
}

/** One decision on several lines of one bill: all of them or none. Answers their project. */
export async function decideOn(db: Database, context: RequestContext, command: LinesCommand): Promise<string> {
  const { caller, now } = context
  const ids = command.lines.map(({ id }) => id)
  const rows = await lockLines(db, zoneOf(context).id, { caller, ids })
  const projectId = command.project ?? rows[0]?.project_id
  if (projectId === undefined || rows.some((row) => row.project_id !== projectId)) throw notFound()
  for (const row of rows) {
    const read = command.lines.find(({ id }) => id === row.id)
    if (read?.version !== row.version) throw changedMeanwhile(row)
  }
  const subject = { subjectKind: 'bills.bill', subjectId: projectId }
  const fileId = command.fileId ?? null
  if (fileId !== null) await attachFiles(db, context, { ids: [fileId], subject })
  for (const row of rows) {
    const after = decideLine(factsOf(row), command, legalDayOf(now))
    await saveLine(db, context, { row, after, action: command.verb, happenedOn: command.happenedOn })
  }
  await tell(db, context, { projectId, enterpriseId: rows[0]?.enterprise_id ?? '' })
  return projectId
}

interface Saving {
  readonly row: StoredLine
  readonly after: LineFacts
  readonly action: string
  readonly happenedOn?: string | undefined
}

export async function saveLine(db: Database, context: RequestContext, { row, after, action, happenedOn }: Saving) {
  const { now, caller } = context
  await db
    .updateTable('bills.lines')
    .set({
      ...{ ...columnsOf(after), version: row.version + 1, last_by: caller.name },
      ...{ updated_at: now, updated_by: actorOf(context) },
    })
    .where('zone_id', '=', row.zone_id)
    .where('id', '=', row.id)
    .execute()
  await record(db, context, {
    ...{ subjectKind: 'bills.line', subjectId: row.id, threadId: row.project_id, action },
    ...changesOf({ ...factsOf(row) }, { ...after }),
    ...(happenedOn !== undefined && happenedOn !== legalDayOf(now) && { happenedAt: beginningOf(happenedOn) }),
    note: after.reason,
  })
}

export async function tell(
  db: Database,
  context: RequestContext,
  { projectId, enterpriseId }: { readonly projectId: string; readonly enterpriseId: string },
): Promise<void> {
  await publish(db, context, {
    ...{ topic: 'bills.changed', subjectKind: 'bills.bill', subjectId: projectId },
    ...{ payload: { projectId }, audience: { enterpriseId } },
  })
}

function changedMeanwhile(row: StoredLine): Problem {
  const state = lineStateLabels[row.state]
  return new Problem(
    'conflict',
    'bills.changed_meanwhile',
    {
      zh: `${row.last_by} 刚办过“${row.name_zh}”，现为“${state.zh}”；请刷新后再办。`,
      en: `${row.last_by} was first: "${row.name_en}" is now "${state.en}"; reload before you go on.`,
    },
    { line: row.id, version: row.version },
  )
}
