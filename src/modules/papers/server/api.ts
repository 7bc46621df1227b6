import { legalDayOf } from '../../../kernel/legal-day.ts'
import { Problem } from '../../../kernel/problem.ts'
import { newId } from '../../../platform/ids.ts'
import { type Acting, actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database } from '../../../platform/module.ts'
import type { PaperSource } from '../contract.ts'
import type {} from './table.ts'

export interface NewPaper {
  readonly project: { readonly id: string; readonly enterpriseId: string; readonly sample: boolean }
  readonly ref: string
  readonly name: { readonly zh: string; readonly en: string }
  readonly fileId: string
  readonly source: PaperSource
  readonly validUntil?: string | null
}

/** Keeps a paper on the project's shelf, so that it is offered again; once for a file. Answers its id. */
export async function holdPaper(db: Database, acting: Acting, paper: NewPaper): Promise<string> {
  const { now } = acting
  const by = actorOf(acting)
  const row = await db
    .insertInto('papers.held')
    .values({
      ...{ zone_id: zoneOf(acting).id, id: newId(now), version: 1, created_at: now, created_by: by, updated_at: now },
      ...{ updated_by: by, archived_at: null, sample: paper.project.sample, project_id: paper.project.id },
      ...{ enterprise_id: paper.project.enterpriseId, ref: paper.ref, name_zh: paper.name.zh, name_en: paper.name.en },
      ...{ file_id: paper.fileId, source: paper.source, valid_until: paper.validUntil ?? null },
    })
    .onConflict((conflict) =>
      conflict.columns(['zone_id', 'project_id', 'ref', 'file_id']).doUpdateSet({ updated_at: now, updated_by: by }),
    )
    .returning('id')
    .executeTakeFirstOrThrow()
  await record(db, acting, {
    ...{ subjectKind: 'papers.held', subjectId: row.id, threadId: paper.project.id, action: 'hold' },
    after: { ref: paper.ref, fileId: paper.fileId, source: paper.source },
  })
  return row.id
}

export interface Use {
  readonly projectId: string
  readonly used: { readonly kind: string; readonly id: string }
  readonly papers: readonly { readonly ref: string; readonly fileId: string; readonly name: { readonly zh: string } }[]
}

/** Of these papers, those whose file is on the shelf of the project: they are used again. Refuses one that has run out. */
export async function takeFromShelf(
  db: Database,
  acting: Acting,
  { projectId, used, papers }: Use,
): Promise<Set<string>> {
  const { id: zoneId } = zoneOf(acting)
  const again = new Set<string>()
  for (const { ref, fileId, name } of papers) {
    const held = await db
      .selectFrom('papers.held')
      .select(['id', 'valid_until', 'sample'])
      .where('zone_id', '=', zoneId)
      .where('project_id', '=', projectId)
      .where('ref', '=', ref)
      .where('file_id', '=', fileId)
      .where('archived_at', 'is', null)
      .executeTakeFirst()
    if (!held) continue
    if (held.valid_until !== null && held.valid_until < legalDayOf(acting.now)) throw ranOut(name.zh, held.valid_until)
    again.add(fileId)
    await noteReuse(db, acting, { heldId: held.id, sample: held.sample, used, paper: { ref, name } })
  }
  return again
}

export interface Reuse {
  /** Null: an earlier matter of the project has brought it. */
  readonly heldId: string | null
  readonly sample: boolean
  readonly used: Use['used']
  readonly paper: { readonly ref: string; readonly name: { readonly zh: string } }
}

/** Notes that a paper had not to be handed in again; once for a paper of a case. */
export async function noteReuse(db: Database, acting: Acting, { heldId, sample, used, paper }: Reuse): Promise<void> {
  const { now } = acting
  const by = actorOf(acting)
  await db
    .insertInto('papers.reuses')
    .values({
      ...{ zone_id: zoneOf(acting).id, id: newId(now), version: 1, created_at: now, created_by: by, updated_at: now },
      ...{ updated_by: by, archived_at: null, sample, held_id: heldId, ref: paper.ref, name_zh: paper.name.zh },
      ...{ used_kind: used.kind, used_id: used.id },
    })
    .onConflict((conflict) => conflict.columns(['zone_id', 'used_id', 'ref']).doNothing())
    .execute()
}

function ranOut(name: string, until: string): Problem {
  return new Problem('rule_violated', 'papers.ran_out', {
    zh: `材料“${name}”的有效期到 ${until}，请上传新的。`,
    en: `The paper "${name}" was valid until ${until}: upload a new one.`,
  })
}
