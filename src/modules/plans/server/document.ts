import type { Label, Language } from '../../../kernel/label.ts'
import type { DocumentTable } from '../../../platform/documents/document.ts'
import type { Plan } from '../contract/plan.ts'
import { feesTable } from '../domain/lists/fees.ts'
import { mattersTable } from '../domain/lists/matters.ts'
import type { PlanNames } from '../domain/lists/names.ts'
import { cautionsOf, notesTable } from '../domain/lists/notes.ts'
import { papersTable } from '../domain/lists/papers.ts'
import { narrow } from '../domain/lists/pick.ts'
import { commitmentsTable, owedTable } from '../domain/lists/promises.ts'
import { cellText, type ListTable } from '../domain/lists/table.ts'
import { type ExportContext, planTitle } from './sheet.ts'

/** What a document says besides the plan's lists. */
export interface DocumentFrame {
  readonly title: Label
  /** Lines under the title. */
  readonly lead: readonly string[]
  /** Tables before the lists. */
  readonly before: readonly DocumentTable[]
}

/**
 * The plan's lists as a Word document on A4: matters, papers, bill, commitments, owed papers, facts and versions. What writes Word files is
 * loaded with the first one: a start does without.
 */
export async function buildPlanDocument(
  plan: Plan,
  names: PlanNames,
  context: ExportContext,
  frame: DocumentFrame = { title: planTitle, lead: [], before: [] },
): Promise<Uint8Array> {
  const { writeDocument } = await import('../../../platform/documents/document.ts')
  const { language } = context
  const say = (label: Label) => label[language]
  const notes = notesTable(plan, names, { context, language })
  const cautions = cautionsOf(plan, names).map(say)
  return writeDocument({
    title: say(frame.title),
    author: say({ zh: '落地', en: 'Luodi' }),
    createdAt: context.now,
    language,
    foot: context.foot,
    lead: [...frame.lead, [context.zone ? say(context.zone) : null, context.on].filter(Boolean).join(' · ')],
    cautions,
    header: `${say(frame.title)} · ${say({ zh: '事项目录', en: 'catalogue' })} ${context.version.digest.slice(0, 12)}`,
    tables: [
      ...frame.before,
      ...[
        narrow(mattersTable(plan, names, language), [0, 2, 3, 5, 7, 8, 10]),
        papersTable(plan, names, language),
        narrow(feesTable(plan, names, language), [0, 2, 3, 4, 5, 6, 7]),
        commitmentsTable(plan, names, language),
        owedTable(plan, names, language),
        { ...notes, rows: notes.rows.filter(([, text]) => typeof text === 'string' && !cautions.includes(text)) },
      ].map((table) => documentTable(table, language)),
    ],
  })
}

function documentTable(table: ListTable, language: Language) {
  return {
    title: table.title,
    columns: table.columns.map((column) => ({
      title: column.title,
      width: column.kind === 'day' ? Math.max(column.width, 19) : column.width,
      end: column.kind === 'number' || column.kind === 'yuan',
    })),
    rows: table.rows.map((row) => row.map(cellText)),
    notes: table.notes,
    empty: language === 'zh' ? '无。' : 'None.',
  }
}
