import { legalDayOf } from '../../../kernel/legal-day.ts'
import { Problem } from '../../../kernel/problem.ts'
import { newId } from '../../../platform/ids.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { send } from '../../../platform/outbox/send.ts'
import type { MeasureName } from '../contract/measures.ts'
import { YieldSheet } from '../contract/sheet.ts'
import { evaluate } from '../domain/evaluate.ts'
import { refusalOfConfirmation, refusalOfPublication } from '../domain/steps.ts'
import { candidatesOf } from './candidates.ts'
import { insertResults } from './results.ts'
import { sheetWith } from './sheets.ts'
import { listObjections, lockRound, roundsIn, type StoredRound } from './store.ts'

const kind = 'yields.round'

interface Opening {
  readonly year: number
  readonly sheet: string
  readonly bases: Partial<Readonly<Record<MeasureName, number>>>
}

/** A draft of a year: the sheet is kept as it is today. Answers its id. */
export async function openRound(db: Database, context: RequestContext, { year, sheet: code, bases }: Opening) {
  const { now, sample } = context
  const zoneId = zoneOf(context).id
  const sheet = sheetWith(code, bases)
  const drafts = roundsIn(db, zoneId, context.caller).where('year', '=', year).where('state', '=', 'draft')
  if (await drafts.executeTakeFirst()) {
    throw new Problem('conflict', 'yields.draft_there', {
      zh: `${year} 年已有一次测算中的评价，请在那一次里继续。`,
      en: `There is a draft of ${year} already: go on with that one.`,
    })
  }
  const id = newId(now)
  const by = actorOf(context)
  await db
    .insertInto('yields.rounds')
    .values({
      ...{ zone_id: zoneId, id, version: 1, created_at: now, created_by: by, updated_at: now, updated_by: by },
      ...{ archived_at: null, sample: sample ?? false, year, sheet_code: code, sheet: JSON.stringify(sheet) },
      ...{ state: 'draft', averages: null, published_on: null, object_until: null, final_on: null },
    })
    .execute()
  await record(db, context, { subjectKind: kind, subjectId: id, action: 'open', after: { year, sheet: code, bases } })
  return id
}

interface Publishing {
  readonly id: string
  readonly version: number
  readonly objectUntil: string
  readonly leaveIncomplete: boolean
}

/** Results are computed once more and kept as edition 1; from now on the data do not move them. */
export async function publishRound(db: Database, context: RequestContext, asked: Publishing): Promise<string> {
  const zoneId = zoneOf(context).id
  const row = await lockRound(db, zoneId, { caller: context.caller, id: asked.id })
  refuseStale(row, asked.version)
  const today = legalDayOf(context.now)
  const sheet = YieldSheet.parse(row.sheet)
  const candidates = await candidatesOf(db, zoneId, { year: row.year, sheet, now: context.now })
  const { outcomes, averages } = evaluate(sheet, candidates)
  const counted = (standing: string) => outcomes.filter((one) => one.standing === standing).length
  const { objectUntil, leaveIncomplete } = asked
  const wanted = { today, objectUntil, leaveIncomplete, objectionDays: sheet.objectionDays }
  const numbers = { graded: counted('graded'), incomplete: counted('incomplete') }
  const refusal = refusalOfPublication(factsOf(row), { ...wanted, ...numbers })
  if (refusal) throw refusal
  const published = outcomes.filter(({ standing }) => standing !== 'outside')
  await insertResults(db, context, { round: row, edition: () => 1, outcomes: published, reason: null })
  const after = { state: 'published' as const, published_on: today, object_until: objectUntil }
  await move(db, context, { row, after: { ...after, averages: JSON.stringify(averages) } })
  await record(db, context, {
    ...{ subjectKind: kind, subjectId: row.id, action: 'publish', before: { state: row.state } },
    after: { ...after, ...numbers },
  })
  await send(db, context, {
    ...{ channel: 'app', key: `yields:${row.id}:published`, subjectKind: kind, subjectId: row.id },
    to: published.map(({ id }) => ({ enterpriseId: id })),
    text: {
      zh: `${row.year} 年度亩均评价结果已公示，异议期至 ${objectUntil}。`,
      en: `Per-mu results of ${row.year} are published; objections until ${objectUntil}.`,
    },
    link: `/yields?round=${row.id}`,
  })
  return row.id
}

/** After the last day of objection the results are final. */
export async function confirmRound(
  db: Database,
  context: RequestContext,
  asked: { readonly id: string; readonly version: number },
): Promise<string> {
  const zoneId = zoneOf(context).id
  const row = await lockRound(db, zoneId, { caller: context.caller, id: asked.id })
  refuseStale(row, asked.version)
  const today = legalDayOf(context.now)
  const objections = await listObjections(db, zoneId, { roundId: row.id })
  const open = objections.filter(({ state }) => state === 'raised').length
  const refusal = refusalOfConfirmation(factsOf(row), { today, open })
  if (refusal) throw refusal
  const after = { state: 'final' as const, final_on: today }
  await move(db, context, { row, after })
  await record(db, context, {
    ...{ subjectKind: kind, subjectId: row.id, action: 'confirm', before: { state: row.state }, after },
  })
  return row.id
}

export function factsOf(row: StoredRound) {
  return { state: row.state, objectUntil: row.object_until }
}

function refuseStale(row: StoredRound, version: number): void {
  if (row.version !== version) throw changedMeanwhile()
}

export function changedMeanwhile(): Problem {
  return new Problem('conflict', 'yields.changed_meanwhile', {
    zh: '已经有人办理，请刷新后再看。',
    en: 'Somebody else has dealt with it: reload first.',
  })
}

type Moved = Partial<Pick<StoredRound, 'state' | 'published_on' | 'object_until' | 'final_on'>> & {
  readonly averages?: string
}

async function move(
  db: Database,
  context: RequestContext,
  { row, after }: { readonly row: StoredRound; readonly after: Moved },
): Promise<void> {
  await db
    .updateTable('yields.rounds')
    .set({ ...after, version: row.version + 1, updated_at: context.now, updated_by: actorOf(context) })
    .where('zone_id', '=', row.zone_id)
    .where('id', '=', row.id)
    .execute()
}
