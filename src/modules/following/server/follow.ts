import { legalDayOf } from '../../../kernel/legal-day.ts'
import { Problem } from '../../../kernel/problem.ts'
import { codeSubject, countAttempt, forgiveAttempt } from '../../../platform/access/failures.ts'
import { inZone } from '../../../platform/database.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import { followedCases } from '../../cases/server/api.ts'
import { findZone } from '../../zones/server/api.ts'
import type { Followed } from '../contract.ts'
import { normaliseCode } from '../domain/code.ts'
import { hashCode } from './codes.ts'

interface Asked {
  readonly zone: string
  readonly code: string
}

/**
 * What the code opens. Every attempt of an address is counted before it is looked at; a wrong code, a revoked one, one of another zone and a zone
 * that does not exist are one answer, and after some of them the address must wait, longer each time.
 */
export async function follow(
  db: Database,
  { zone: zoneCode, code }: Asked,
  context: RequestContext,
): Promise<Followed> {
  const address = codeSubject(context.client.address)
  await countAttempt(db, address, context.now)
  const zone = await findZone(db, zoneCode)
  const typed = normaliseCode(code)
  if (!zone || typed === null) throw noSuchCode()
  const followed = await inZone(db, zone.id, async (zoned) => {
    const row = await zoned
      .selectFrom('following.progress_codes as code')
      .innerJoin('projects.projects as project', (join) =>
        join.onRef('project.zone_id', '=', 'code.zone_id').onRef('project.id', '=', 'code.project_id'),
      )
      .select(['project.id', 'project.name'])
      .where('code.zone_id', '=', zone.id)
      .where('project.zone_id', '=', zone.id)
      .where('code.code_hash', '=', hashCode(zone.id, typed))
      .where('code.revoked_at', 'is', null)
      .where('code.archived_at', 'is', null)
      .where('project.archived_at', 'is', null)
      .executeTakeFirst()
    if (!row) return null
    const cases = await followedCases(zoned, zone, { projectId: row.id, now: context.now })
    return { project: row.name, cases }
  })
  if (followed === null) throw noSuchCode()
  await forgiveAttempt(db, address)
  const open = followed.cases.filter(({ waitsFor }) => waitsFor !== 'nobody')
  return {
    zone: zone.name,
    project: followed.project,
    day: legalDayOf(context.now),
    cases: open,
    done: followed.cases.length - open.length,
  }
}

function noSuchCode(): Problem {
  return new Problem('not_found', 'following.no_such_code', {
    zh: '没有这个查询码，或已作废；请核对后再输，或向企业、代办员索取新码。',
    en: 'There is no such code, or it was revoked: check it, or ask for a new one.',
  })
}
