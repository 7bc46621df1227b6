import { Problem } from '../../../kernel/problem.ts'
import { actorOf, record, zoneOf } from '../../../platform/journal/record.ts'
import type { Database, RequestContext } from '../../../platform/module.ts'
import type { Desk } from '../contract/draft.ts'
import type {} from './table.ts'

export async function readDesk(db: Database, zoneCode: string): Promise<Desk> {
  const row = await db.selectFrom('catalogue.desk').selectAll().where('key', '=', 'desk').executeTakeFirst()
  if (!row) return { keeper: null, mine: false, fourEyes: true, version: 0 }
  const { keeper_code: keeper, four_eyes: fourEyes, version } = row
  return { keeper, mine: keeper === zoneCode, fourEyes, version }
}

/** The catalogue is one for all zones of an installation: only the zone that keeps it writes it. */
export async function refuseOthers(db: Database, context: RequestContext): Promise<Desk> {
  const desk = await readDesk(db, zoneOf(context).code)
  if (desk.mine) return desk
  throw desk.keeper === null ? nobodyKeeps() : keptElsewhere(desk.keeper)
}

/** Takes the keeping up for the zone, when nobody has it, and sets whether four eyes are needed. */
export async function setDesk(
  db: Database,
  context: RequestContext,
  asked: { readonly version: number; readonly fourEyes: boolean },
): Promise<Desk> {
  const zone = zoneOf(context)
  const desk = await readDesk(db, zone.code)
  if (desk.keeper !== null && !desk.mine) throw keptElsewhere(desk.keeper)
  const values = {
    ...{ keeper_code: zone.code, four_eyes: asked.fourEyes, version: asked.version + 1 },
    ...{ changed_at: context.now, changed_by: actorOf(context) },
  }
  // Of two zones that take it up at once, or two administrators who set it, one finds the row changed.
  const insert = db.insertInto('catalogue.desk').values({ key: 'desk', ...values })
  const update = db.updateTable('catalogue.desk').set(values).where('key', '=', 'desk')
  const saved =
    asked.version === 0
      ? await insert
          .onConflict((conflict) => conflict.column('key').doNothing())
          .returning('version')
          .executeTakeFirst()
      : await update.where('version', '=', asked.version).returning('version').executeTakeFirst()
  if (!saved) throw changedMeanwhile()
  await record(db, context, {
    subjectKind: 'catalogue.desk',
    subjectId: zone.id,
    action: desk.keeper === null ? 'takeUp' : 'set',
    before: desk.keeper === null ? null : { fourEyes: desk.fourEyes },
    after: { fourEyes: asked.fourEyes },
  })
  return readDesk(db, zone.code)
}

function nobodyKeeps(): Problem {
  return new Problem('rule_violated', 'catalogue.no_keeper', {
    zh: '还没有开发区认领本系统的目录维护。请管理员先在“设置”里认领。',
    en: 'No zone keeps the catalogue of this installation yet. An administrator takes it up under Settings first.',
  })
}

function keptElsewhere(keeper: string): Problem {
  return new Problem('rule_violated', 'catalogue.kept_elsewhere', {
    zh: `本系统的事项目录由开发区“${keeper}”维护，请向其提出修改。`,
    en: `The catalogue of this installation is kept by the zone "${keeper}": ask them for the change.`,
  })
}

function changedMeanwhile(): Problem {
  return new Problem('conflict', 'catalogue.desk_changed', {
    zh: '设置刚被改过，请刷新后再改。',
    en: 'The settings have just been changed: reload, then change them.',
  })
}
