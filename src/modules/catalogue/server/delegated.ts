import { Problem } from '../../../kernel/problem.ts'
import { newId } from '../../../platform/ids.ts'
import { actorOf, recordMany, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { searchEntries } from '../../../platform/records/many.ts'
import { currentCatalogue } from '../../matters/server/api.ts'
import { type DelegatedLine, DelegatedMatter } from '../contract/delegated.ts'
import type {} from './table.ts'

const atOnce = 300

/** Enters a list of delegated matters in few statements: each line with its event in the journal and its entry for the search. */
export async function importDelegated(
  db: Database,
  context: RequestContext,
  lines: readonly DelegatedLine[],
): Promise<{ added: number; known: number }> {
  await refuseUnknownCodes(db, lines)
  let added = 0
  for (let i = 0; i < lines.length; i += atOnce) added += await insertLines(db, context, lines.slice(i, i + atOnce))
  return { added, known: lines.length - added }
}

async function insertLines(db: Database, context: RequestContext, lines: readonly DelegatedLine[]): Promise<number> {
  const zoneId = zoneOf(context).id
  const by = actorOf(context)
  const stamps = { created_at: context.now, created_by: by, updated_at: context.now, updated_by: by, archived_at: null }
  const rows = lines.map(({ matterCode, delegatedOn, ...line }) => {
    const id = newId(context.now)
    return { line: { ...line, matterCode, delegatedOn }, id }
  })
  const { texts, insert } = searchEntries(
    DelegatedMatter,
    zoneId,
    rows.map(({ id, line }) => ({ id, values: line })),
  )
  const made = await db
    .insertInto('catalogue.delegated_matters')
    .values(
      rows.map(({ id, line: { matterCode, delegatedOn, sample, ...line } }, i) => ({
        ...{ zone_id: zoneId, id, version: 1, ...stamps, ...line, department_id: null },
        ...{ delegated_on: delegatedOn, matter_code: matterCode, sample, search_text: texts[i] ?? '' },
      })),
    )
    .onConflict((conflict) => conflict.columns(['zone_id', 'name']).where('archived_at', 'is', null).doNothing())
    .returning('id')
    .execute()
  const ids = new Set(made.map(({ id }) => id))
  const kept = rows.filter(({ id }) => ids.has(id))
  await insert(db, ids)
  await recordMany(
    db,
    context,
    kept.map(({ id, line: { sample, ...line } }) => ({
      subjectKind: DelegatedMatter.name,
      subjectId: id,
      action: 'create',
      after: Object.fromEntries(Object.entries(line).filter(([, value]) => value !== null)),
    })),
  )
  return kept.length
}

async function refuseUnknownCodes(db: Database, lines: readonly DelegatedLine[]): Promise<void> {
  const { compiled } = await currentCatalogue(db)
  const at = lines.findIndex(({ matterCode }) => matterCode !== null && !compiled.indexOf.has(matterCode))
  const line = lines[at]
  if (!line) return
  throw new Problem(
    'rule_violated',
    'catalogue.unknown_matter',
    {
      zh: `第 ${at + 1} 行“${line.name}”：事项目录里没有编码“${line.matterCode}”，请改正或留空。`,
      en: `Line ${at + 1}, "${line.name}": the catalogue has no matter "${line.matterCode}". Correct it or leave it open.`,
    },
    { row: at + 1 },
  )
}
