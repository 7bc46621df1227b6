import type { InputOf, OutputOf } from '../../../kernel/endpoint.ts'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import { Problem } from '../../../kernel/problem.ts'
import { newId } from '../../../platform/ids.ts'
import { zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import type { actOnMany, BulkRow } from '../contract/bulk.ts'
import { stepTable } from '../contract/step-table.ts'
import type { Command } from '../domain/circumstances.ts'
import { listNames } from './names.ts'
import { rulesIn } from './rules.ts'
import { judgeStep, type Taking, takeAction } from './step.ts'
import { casesIn, scopeOf } from './store.ts'

type Asked = InputOf<typeof actOnMany>

interface Judged {
  readonly id: string
  readonly taking: Taking | null
  readonly refusal: BulkRow['refusal']
}

/**
 * One step on many cases: each is judged as it would be alone. Whether tried or done, a case that is refused says why and holds up
 * no other. The cases are locked in the order of their ids, so that two bulk acts do not wait for each other in a circle.
 */
export async function actOnCases(
  db: Database,
  context: RequestContext,
  asked: Asked,
): Promise<OutputOf<typeof actOnMany>> {
  const zoneId = zoneOf(context).id
  if (!context.caller.permissions.has(stepTable[asked.verb].permission)) throw notForThisRole(asked.verb)
  const batch = newId(context.now)
  const judged: Judged[] = []
  for (const one of inOrder(asked.cases)) judged.push(await judge(db, context, { asked, one }))
  const rows = new Map((await rowsOf(db, context, judged)).map((row) => [row.id, row]))
  let done = 0
  for (const { id, taking } of asked.dryRun ? [] : judged) {
    if (!taking) continue
    const action = { ...taking.action, more: { ...taking.action.more, batch } }
    const { row } = await takeAction(db, context, { ...taking, action })
    const shown = rows.get(id)
    if (shown) rows.set(id, { ...shown, version: row.version })
    done++
  }
  const { undoMinutes } = await rulesIn(db, zoneId, legalDayOf(context.now))
  const until = new Date(context.now.getTime() + undoMinutes * 60_000).toISOString()
  const ordered = asked.cases.flatMap(({ id }) => rows.get(id) ?? [])
  return { batch: done > 0 ? batch : null, rows: ordered, undoUntil: done > 0 ? until : null }
}

/** The door is open to several roles; this step is not this one's, alone or on many. */
function notForThisRole(verb: Asked['verb']): Problem {
  const { zh, en } = stepTable[verb].label
  return new Problem('forbidden', 'cases.step_not_allowed', {
    zh: `您的角色不能批量${zh}，请改选其他步骤。`,
    en: `Your role may not take the step "${en}": choose another one.`,
  })
}

/** Each once, by id. */
function inOrder(cases: Asked['cases']): Asked['cases'] {
  const once = new Map(cases.map((one) => [one.id, one]))
  return [...once.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

async function judge(
  db: Database,
  context: RequestContext,
  { asked, one }: { readonly asked: Asked; readonly one: Asked['cases'][number] },
): Promise<Judged> {
  try {
    return { id: one.id, taking: await judgeStep(db, context, commandOf(asked, one)), refusal: null }
  } catch (error) {
    // A refusal is the answer of this row; nothing has been written yet, and the others go on.
    if (error instanceof Problem && error.kind !== 'internal')
      return { id: one.id, taking: null, refusal: { ...error.text } }
    throw error
  }
}

function commandOf(
  { zone, verb, reason, person, department }: Asked,
  { id, version }: Asked['cases'][number],
): Command {
  const base = { zone, id, version }
  switch (verb) {
    case 'receive':
      return { verb, input: base }
    case 'accept':
      return { verb, input: { ...base, owed: [], covered: [], awaiting: [] } }
    case 'transfer':
      return { verb, input: { ...base, reason: reason ?? stepTable.transfer.label.zh, person, department } }
    case 'remind':
      return { verb, input: { ...base, reason: reason ?? stepTable.remind.label.zh } }
  }
}

/** The cases that the caller may see, by what they are called. */
export async function rowsOf(
  db: Database,
  context: RequestContext,
  judged: readonly Pick<Judged, 'id' | 'refusal'>[],
): Promise<BulkRow[]> {
  const scope = scopeOf(zoneOf(context).id, context.caller)
  const rows: BulkRow[] = []
  for (const { id, refusal } of judged) {
    const row = await casesIn(db, scope).where('id', '=', id).executeTakeFirst()
    const names = row
      ? await listNames(db, 'projects.projects', { zoneId: scope.zoneId, ids: [row.project_id] })
      : undefined
    rows.push({
      id,
      name: { zh: row?.matter_name_zh ?? '', en: row?.matter_name_en ?? '' },
      project: (row && names?.get(row.project_id)) ?? '',
      refusal,
      version: row?.version ?? 0,
    })
  }
  return rows
}
