import { createHash, randomBytes } from 'node:crypto'
import type { Selectable } from 'kysely'
import { Problem } from '../../../kernel/problem.ts'
import { isOutsider, notFound } from '../../../platform/access/caller.ts'
import { newId } from '../../../platform/ids.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { getProject } from '../../projects/server/api.ts'
import type { ProgressCode } from '../contract.ts'
import { codeFrom, shownCode } from '../domain/code.ts'
import type { ProgressCodeRow } from './table.ts'

/** Codes of a project that may be in use at once. */
const atOnce = 5
const bytesAtATime = 40

/** A stolen database opens no project. The zone is hashed too, so that codes of different zones are not to be told apart. */
export function hashCode(zoneId: string, code: string): string {
  return createHash('sha256').update(`${zoneId}:${code}`).digest('hex')
}

function newCode(): string {
  for (;;) {
    const code = codeFrom(randomBytes(bytesAtATime))
    if (code !== null) return code
  }
}

async function ownProject(db: Database, context: RequestContext, projectId: string) {
  const project = await getProject(db, zoneOf(context).id, projectId)
  const { caller } = context
  if (isOutsider(caller) && project.enterpriseId !== caller.enterpriseId) throw notFound()
  return project
}

function codesOf(db: Database, zoneId: string, projectId: string) {
  return db
    .selectFrom('following.progress_codes')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('project_id', '=', projectId)
    .where('archived_at', 'is', null)
    .orderBy('id', 'desc')
}

export async function listCodes(db: Database, context: RequestContext, projectId: string) {
  const project = await ownProject(db, context, projectId)
  const rows = await codesOf(db, zoneOf(context).id, projectId).execute()
  return { codes: rows.map((row) => viewOf(row, project.name)) }
}

export async function makeCode(db: Database, context: RequestContext, projectId: string) {
  const { id: zoneId } = zoneOf(context)
  const project = await ownProject(db, context, projectId)
  if (project.enterpriseId === null) throw noEnterprise()
  const used = (await codesOf(db, zoneId, projectId).execute()).filter(({ revoked_at }) => revoked_at === null)
  if (used.length >= atOnce) throw tooMany()
  const code = newCode()
  const by = actorOf(context)
  const { now } = context
  const row = await db
    .insertInto('following.progress_codes')
    .values({
      ...{ zone_id: zoneId, id: newId(now), version: 1, created_at: now, created_by: by, updated_at: now },
      ...{ updated_by: by, archived_at: null, sample: context.sample ?? project.sample, project_id: projectId },
      ...{ enterprise_id: project.enterpriseId, code_hash: hashCode(zoneId, code), revoked_at: null },
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  const subject = { subjectKind: 'following.code', subjectId: row.id, threadId: projectId }
  await record(db, context, { ...subject, action: 'make' })
  return { code: shownCode(code), made: viewOf(row, project.name) }
}

export async function revokeCode(db: Database, context: RequestContext, id: string): Promise<ProgressCode> {
  const { id: zoneId } = zoneOf(context)
  const known = await db
    .selectFrom('following.progress_codes')
    .selectAll()
    .where('zone_id', '=', zoneId)
    .where('id', '=', id)
    .where('archived_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!known) throw notFound()
  const project = await ownProject(db, context, known.project_id)
  if (known.revoked_at !== null) return viewOf(known, project.name)
  const row = await db
    .updateTable('following.progress_codes')
    .set({
      ...{ revoked_at: context.now, updated_at: context.now, updated_by: actorOf(context) },
      version: known.version + 1,
    })
    .where('zone_id', '=', zoneId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  const subject = { subjectKind: 'following.code', subjectId: id, threadId: known.project_id }
  await record(db, context, { ...subject, action: 'revoke' })
  return viewOf(row, project.name)
}

function viewOf(row: Selectable<ProgressCodeRow>, projectName: string): ProgressCode {
  return {
    id: row.id,
    project: { id: row.project_id, name: projectName },
    madeAt: row.created_at.toISOString(),
    revokedAt: row.revoked_at?.toISOString() ?? null,
    sample: row.sample,
  }
}

function noEnterprise(): Problem {
  return new Problem('rule_violated', 'following.no_enterprise', {
    zh: '项目还没有关联企业，关联后才能生成查询码。',
    en: 'The project has no enterprise yet: set one before you make a code.',
  })
}

function tooMany(): Problem {
  return new Problem('rule_violated', 'following.too_many_codes', {
    zh: `一个项目最多同时用 ${atOnce} 个查询码，请先作废不用的。`,
    en: `A project has at most ${atOnce} codes at once: revoke one first.`,
  })
}
