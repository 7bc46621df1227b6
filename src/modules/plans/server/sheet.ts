import type { Label, Language } from '../../../kernel/label.ts'
import { writeWorkbook } from '../../../platform/sheets/workbook.ts'
import type { Plan } from '../contract/plan.ts'
import { feesTable } from '../domain/lists/fees.ts'
import { mattersTable } from '../domain/lists/matters.ts'
import type { PlanNames } from '../domain/lists/names.ts'
import { notesTable, type PlanContext } from '../domain/lists/notes.ts'
import { papersTable } from '../domain/lists/papers.ts'
import { commitmentsTable, owedTable } from '../domain/lists/promises.ts'
import type { ListTable } from '../domain/lists/table.ts'

/** `on` is the day, `now` the instant of the export; the clock is never read. */
export interface ExportContext extends PlanContext {
  readonly language: Language
  readonly now: Date
  /** What a paper of the zone says at its foot, see `paperFoot`. */
  readonly foot: string | null
}

export const planTitle: Label = { zh: '项目方案清单', en: 'Plan of the project' }

/** The plan as an Excel workbook: 事项清单, 材料清单, 费用, 承诺与容缺, 说明, in the language of the request. */
export function buildPlanSheet(plan: Plan, names: PlanNames, context: ExportContext): Promise<Uint8Array> {
  const { language } = context
  const matters = mattersTable(plan, names, language)
  const papers = papersTable(plan, names, language)
  const fees = feesTable(plan, names, language)
  const notes = notesTable(plan, names, { context, language })
  return writeWorkbook({
    title: planTitle[language],
    author: language === 'zh' ? '落地' : 'Luodi',
    createdAt: context.now,
    sheets: [sheetOf(matters), sheetOf(papers), sheetOf(fees), promises(plan, names, language), sheetOf(notes)],
  })
}

function sheetOf(table: ListTable) {
  return { name: table.title, columns: table.columns, rows: table.rows, notes: table.notes }
}

/** Commitments and owed papers share a sheet; a first column tells which a row is. */
function promises(plan: Plan, names: PlanNames, language: Language) {
  const say = promiseWords[language]
  const committed = commitmentsTable(plan, names, language)
  const owed = owedTable(plan, names, language)
  return {
    name: say.name,
    columns: [
      { title: say.kind, width: 12 },
      { title: say.matter, width: 30 },
      { title: say.paper, width: 34 },
      { title: say.who, width: 26 },
      { title: say.text, width: 50 },
      { title: say.check, width: 26 },
      { title: say.day, width: 12 },
    ],
    rows: [
      ...committed.rows.map(([matter, paper, signer, text, check, filed]) => [
        committed.title,
        matter ?? null,
        paper ?? null,
        signer ?? null,
        text ?? null,
        check ?? null,
        filed ?? null,
      ]),
      ...owed.rows.map(([matter, paper, from, due, inTime]) => [
        owed.title,
        matter ?? null,
        paper ?? null,
        from ?? null,
        inTime ?? null,
        null,
        due ?? null,
      ]),
    ],
    notes: [],
  }
}

const promiseWords = {
  zh: {
    name: '承诺与容缺',
    kind: '类别',
    matter: '事项',
    paper: '材料',
    who: '谁签／由谁产生',
    text: '内容',
    check: '核查',
    day: '申报日／最迟补交',
  },
  en: {
    name: 'Promises',
    kind: 'Kind',
    matter: 'Matter',
    paper: 'Paper',
    who: 'Signer / comes from',
    text: 'Content',
    check: 'Check',
    day: 'Filed / due',
  },
} as const
