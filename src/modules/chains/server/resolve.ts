import { Problem } from '../../../kernel/problem.ts'
import type { Database } from '../../../platform/module.ts'
import type {} from './table.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

interface Said {
  readonly what: 'enterprise' | 'project'
  /** Ids, credit or project codes, or exact names. */
  readonly said: readonly string[]
}

/** Finds who is meant; refuses a name that nobody bears, or more than one. */
export async function resolveNames(
  db: Database,
  zoneId: string,
  { what, said }: Said,
): Promise<(one: string) => string> {
  const rows = await candidatesIn(db, zoneId, { what, said: [...new Set(said)] })
  const found = new Map(
    said.map((one) => [one, rows.filter(({ id, code, name }) => one === id || one === code || one === name)]),
  )
  const lost = [...found].find(([, ones]) => ones.length !== 1)
  if (lost) throw lost[1].length === 0 ? nobody(what, lost[0]) : several(what, lost[0])
  return (one) => found.get(one)?.[0]?.id ?? ''
}

async function candidatesIn(db: Database, zoneId: string, { what, said }: Said) {
  if (said.length === 0) return []
  const ids = said.filter((one) => uuid.test(one))
  const texts = said.filter((one) => !uuid.test(one))
  const query =
    what === 'enterprise'
      ? db
          .selectFrom('enterprises.enterprises')
          .select(['id', 'name', 'uscc as code'])
          .where('zone_id', '=', zoneId)
          .where('archived_at', 'is', null)
          .where((where) =>
            where.or([
              ...(ids.length > 0 ? [where('id', 'in', ids)] : []),
              ...(texts.length > 0 ? [where('name', 'in', texts), where('uscc', 'in', texts)] : []),
            ]),
          )
      : db
          .selectFrom('projects.projects')
          .select(['id', 'name', 'national_code as code'])
          .where('zone_id', '=', zoneId)
          .where('archived_at', 'is', null)
          .where((where) =>
            where.or([
              ...(ids.length > 0 ? [where('id', 'in', ids)] : []),
              ...(texts.length > 0 ? [where('name', 'in', texts), where('national_code', 'in', texts)] : []),
            ]),
          )
  return query.execute()
}

const words = { enterprise: { zh: '企业', en: 'enterprise' }, project: { zh: '项目', en: 'project' } } as const

function nobody(what: Said['what'], said: string): Problem {
  return new Problem('invalid_input', 'chains.nobody', {
    zh: `本区没有${words[what].zh}“${said}”，请先登记，或核对名称。`,
    en: `The zone has no ${words[what].en} "${said}": register it first, or check the name.`,
  })
}

function several(what: Said['what'], said: string): Problem {
  return new Problem('invalid_input', 'chains.several', {
    zh: `本区有几个${words[what].zh}叫“${said}”，请改用代码。`,
    en: `The zone has several ${words[what].en}s called "${said}": give the code instead.`,
  })
}
