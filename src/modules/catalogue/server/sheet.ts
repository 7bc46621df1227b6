import type { FileAnswer, InputOf } from '../../../kernel/endpoint.ts'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import { Problem } from '../../../kernel/problem.ts'
import { fileInText } from '../../../platform/files/in-text.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { readWorkbook } from '../../../platform/sheets/read.ts'
import { writeWorkbook } from '../../../platform/sheets/workbook.ts'
import { currentCatalogue, drafting } from '../../matters/server/api.ts'
import type { RowChange } from '../contract/draft.ts'
import { importWorkbook as importDoor } from '../contract.ts'
import { compareContent } from '../domain/compare.ts'
import { applyEdits, editsBetween } from '../domain/workbook/changes.ts'
import { columnsOf, sheetTitles } from '../domain/workbook/columns.ts'
import { type RuleCheck, readContent } from '../domain/workbook/read.ts'
import type { SheetError } from '../domain/workbook/sheets.ts'
import { sheetRows } from '../domain/workbook/write.ts'
import { draftMoved, saveEdits } from './draft.ts'
import { refuseOthers } from './keeper.ts'
import { findOpenDraft, lockOpenDraft } from './store.ts'

/** The draft, or without one the version in force: a workbook that can be edited and read in again. */
export async function exportWorkbook(db: Database, context: RequestContext): Promise<FileAnswer> {
  const draft = await findOpenDraft(db)
  const content = draft?.content ?? (await currentCatalogue(db))
  const rows = sheetRows({ catalogue: content.catalogue, fees: content.fees })
  const title = draft ? '事项目录（草稿）' : '事项目录'
  const bytes = await writeWorkbook({
    title,
    author: '落地 Luodi',
    createdAt: context.now,
    sheets: [...rows].map(([name, cells]) => ({
      name: sheetTitles[name],
      rows: cells,
      notes: [],
      columns: columnsOf[name].map(({ title: head, width = 14, choices, hint }) => ({
        ...{ title: head, width },
        ...(choices && { choices: Object.values(choices) }),
        ...(hint !== undefined && { hint }),
      })),
    })),
  })
  return { fileName: `${title}-${legalDayOf(context.now)}.xlsx`, bytes }
}

interface Imported {
  readonly changes: RowChange[]
  readonly errors: SheetError[]
  readonly taken: boolean
  readonly version: number
}

/** An edited workbook: first what it would change, then, confirmed, the edits of the draft. With an error in a cell nothing is taken. */
export async function importWorkbook(
  db: Database,
  context: RequestContext,
  request: InputOf<typeof importDoor>,
): Promise<Imported> {
  await refuseOthers(db, context)
  const draft = await lockOpenDraft(db, request.draft)
  if (draft.version !== request.version) throw draftMoved()
  const sheets = await readWorkbook(fileInText(importDoor, request))
  const { content, errors } = readContent(sheets, draft.content, ruleCheck)
  if (!content) return { changes: [], errors: errors.slice(0, 200), taken: false, version: draft.version }
  const edits = editsBetween(draft.content, content)
  const { content: after, made } = applyEdits(draft.content, edits)
  const changes = compareContent(draft.content, after)
  if (!request.confirm || edits.length === 0) return { changes, errors: [], taken: false, version: draft.version }
  const { reason } = request
  const saved = await saveEdits(db, context, {
    draft,
    content: after,
    edits: edits.flatMap((edit, i) => (made[i] ? [{ ...edit, reason, edited: made[i] }] : [])),
  })
  return { changes, errors: [], taken: true, version: saved.version }
}

const ruleCheck: RuleCheck = (source, facts, expected) => {
  const rule = drafting.tryCompile(source, drafting.factTypesOf(facts), expected)
  return rule instanceof Problem ? rule.text : null
}
