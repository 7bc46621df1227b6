import { figure } from '../../../kernel/figure.ts'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import { isOutsider, notFound } from '../../../platform/access/caller.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import {
  type Database,
  defineModule,
  type FigureSource,
  handle,
  type RequestContext,
} from '../../../platform/module.ts'
import { getProject } from '../../projects/server/api.ts'
import * as contract from '../contract.ts'
import type {} from './table.ts'

/** Papers on shelves that the caller may see: an enterprise its own. */
function heldIn(db: Database, { caller, zone }: RequestContext) {
  const zoneId = zoneOf({ zone }).id
  const all = db
    .selectFrom('papers.held as held')
    .innerJoin('files.files as file', (join) =>
      join.onRef('file.zone_id', '=', 'held.zone_id').onRef('file.id', '=', 'held.file_id'),
    )
    .selectAll('held')
    .select(['file.name as file_name', 'file.sha256'])
    .select((eb) =>
      eb
        .selectFrom('papers.reuses as reuse')
        .select((inner) => inner.fn.countAll<string>().as('times'))
        .whereRef('reuse.zone_id', '=', 'held.zone_id')
        .whereRef('reuse.held_id', '=', 'held.id')
        .where('reuse.archived_at', 'is', null)
        .as('reused'),
    )
    .where('held.zone_id', '=', zoneId)
    .where('file.zone_id', '=', zoneId)
    .where('held.archived_at', 'is', null)
  return isOutsider(caller) ? all.where('held.enterprise_id', '=', caller.enterpriseId) : all
}

type HeldRow = Awaited<ReturnType<ReturnType<typeof heldIn>['execute']>>[number]

function viewOf(row: HeldRow, today: string): contract.HeldPaper {
  return {
    id: row.id,
    ref: row.ref,
    name: { zh: row.name_zh, en: row.name_en },
    fileId: row.file_id,
    fileName: row.file_name,
    sha256: row.sha256,
    source: row.source,
    uploadedOn: legalDayOf(row.created_at),
    validUntil: row.valid_until,
    usable: row.valid_until === null || row.valid_until >= today,
    reused: Number(row.reused ?? 0),
    sample: row.sample,
  }
}

async function listHeld(db: Database, context: RequestContext, projectId: string) {
  const project = await getProject(db, zoneOf(context).id, projectId)
  if (isOutsider(context.caller) && project.enterpriseId !== context.caller.enterpriseId) throw notFound()
  const rows = await heldIn(db, context).where('held.project_id', '=', projectId).orderBy('held.id', 'desc').execute()
  return { papers: rows.map((row) => viewOf(row, legalDayOf(context.now))) }
}

async function setValidity(
  db: Database,
  context: RequestContext,
  { id, validUntil }: { readonly id: string; readonly validUntil: string | null },
) {
  const known = await heldIn(db, context).where('held.id', '=', id).forUpdate('held').executeTakeFirst()
  if (!known) throw notFound()
  await db
    .updateTable('papers.held')
    .set({
      ...{ valid_until: validUntil, updated_at: context.now, updated_by: actorOf(context) },
      version: known.version + 1,
    })
    .where('zone_id', '=', zoneOf(context).id)
    .where('id', '=', id)
    .execute()
  await record(db, context, {
    ...{ subjectKind: 'papers.held', subjectId: id, threadId: known.project_id, action: 'setValidity' },
    ...{ before: { validUntil: known.valid_until }, after: { validUntil } },
  })
  return viewOf({ ...known, valid_until: validUntil }, legalDayOf(context.now))
}

/** Whoever sees the paper on the shelf sees its file. */
async function mayRead(db: Database, heldId: string, context: RequestContext): Promise<boolean> {
  if (!context.caller.permissions.has('papers.read')) return false
  return (await heldIn(db, context).where('held.id', '=', heldId).executeTakeFirst()) !== undefined
}

const figures: readonly FigureSource[] = [
  {
    figure: figure({
      key: 'papers.reused',
      label: { zh: '少交的材料', en: 'Papers not asked twice' },
      unit: { zh: '份', en: 'paper' },
      definition: {
        zh: '未归档的材料复用次数：办件所要、但材料库或本项目前序事项结果中已有，申请人没有再次提交的份数',
        en: 'Papers of cases, not archived, that were on the shelf or brought by an earlier matter of the project, and were not handed in again',
      },
      op: 'count',
    }),
    kind: 'papers.reuse',
    table: 'papers.reuses',
    rows: async (db, zoneId) => {
      const rows = await db
        .selectFrom('papers.reuses')
        .select(['id', 'name_zh'])
        .where('zone_id', '=', zoneId)
        .where('archived_at', 'is', null)
        .orderBy('id')
        .execute()
      return rows.map(({ id, name_zh }) => ({ id, name: name_zh, value: 1 }))
    },
  },
]

export default defineModule({
  name: 'papers',
  figures,
  grants: {
    'papers.read': ['leader', 'officer', 'agent', 'enterprise', 'supervisor'],
    'papers.hold': ['enterprise', 'agent'],
  },
  journal: {
    'papers.held': {
      label: { zh: '材料库', en: 'Paper on the shelf' },
      actions: {
        hold: { zh: '存入材料库', en: 'Kept on the shelf' },
        setValidity: { zh: '填写有效期', en: 'Validity set' },
      },
    },
  },
  fileAccess: { 'papers.held': mayRead },
  handlers: [
    handle(contract.listHeldPapers, (db, { project }, context) => listHeld(db, context, project)),
    handle(contract.setValidity, (db, input, context) => setValidity(db, context, input)),
  ],
})
