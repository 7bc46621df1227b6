import type { InputOf } from '../../../kernel/endpoint.ts'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import { Problem } from '../../../kernel/problem.ts'
import { newId } from '../../../platform/ids.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import type { EvaluationResult, judgeLead } from '../contract/evaluation.ts'
import { evaluate } from '../domain/evaluate.ts'
import { sheetOn } from './sheet.ts'
import { getLeadRow } from './store.ts'

/** What the judges' marks make of a lead by the sheet of the day. */
export async function evaluationOf(db: Database, context: RequestContext, leadId: string): Promise<EvaluationResult> {
  const zoneId = zoneOf(context).id
  const sheet = await sheetOn(db, zoneId, legalDayOf(context.now))
  const rows = await db
    .selectFrom('promotion.marks')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('lead_id', '=', leadId)
    .orderBy('id')
    .execute()
  const given = rows.map(({ code, judge_id: judge, mark }) => ({ code, judge, mark: Number(mark) }))
  const { marks, score, judges, missing } = evaluate(sheet.criteria, given, sheet.truncatedFrom)
  const latest = [...new Map(rows.map((row) => [`${row.code} ${row.judge_id}`, row])).values()]
  return {
    ...{ score, judges, missing: [...missing], passMark: sheet.passMark },
    passes: score === null ? null : score >= sheet.passMark,
    criteria: sheet.criteria.map((line) => ({
      ...line,
      mark: marks.get(line.code) ?? null,
      marks: latest
        .filter(({ code }) => code === line.code)
        .map((row) => ({ judge: row.judge_name, mark: Number(row.mark), evidence: row.evidence, on: row.judged_on })),
    })),
  }
}

/** One judge's marks, each with its evidence; marks that the judge gives again count in place of the earlier ones. */
export async function judge(
  db: Database,
  context: RequestContext,
  { id, marks }: InputOf<typeof judgeLead>,
): Promise<EvaluationResult> {
  const zoneId = zoneOf(context).id
  const lead = await getLeadRow(db, zoneId, id, true)
  const day = legalDayOf(context.now)
  const known = new Set((await sheetOn(db, zoneId, day)).criteria.map(({ code }) => code))
  const unknown = marks.find(({ code }) => !known.has(code))
  if (unknown) {
    throw new Problem('rule_violated', 'promotion.unknown_criterion', {
      zh: `研判表里没有指标“${unknown.code}”，请刷新后按现行研判表评分。`,
      en: `The sheet has no criterion "${unknown.code}": reload and mark by the sheet in force.`,
    })
  }
  const by = actorOf(context)
  await db
    .insertInto('promotion.marks')
    .values(
      marks.map(({ code, mark, evidence }) => ({
        ...{ zone_id: zoneId, id: newId(context.now), created_at: context.now, created_by: by, sample: lead.sample },
        ...{ lead_id: id, code, mark, evidence, judge_id: by, judge_name: context.caller.name, judged_on: day },
      })),
    )
    .execute()
  const after = { marks: Object.fromEntries(marks.map(({ code, mark }) => [code, mark])) }
  await record(db, context, { subjectKind: 'promotion.lead', subjectId: id, action: 'judge', after })
  return evaluationOf(db, context, id)
}
