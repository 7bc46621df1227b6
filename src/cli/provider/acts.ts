import { userInfo } from 'node:os'
import { Problem } from '../../kernel/problem.ts'
import { switchTo } from '../../platform/access/identity/settings.ts'
import { findProvider, providersIn } from '../../platform/access/identity/store.ts'
import { systemContext } from '../../platform/access/system-context.ts'
import { zoneDirectory } from '../../platform/access/zones.ts'
import { inZone } from '../../platform/database.ts'
import { openLog } from '../../platform/log.ts'
import type { Installation } from '../../platform/start.ts'

/** Every provider, one a line: id, zone, state, name, issuer. */
export async function list({ db, modules }: Installation): Promise<string> {
  const lines: string[] = []
  for (const { id, code } of await zoneDirectory(modules).list(db)) {
    const rows = await inZone(db, id, (zoned) => providersIn(zoned, id).orderBy('name').orderBy('id').execute())
    lines.push(...rows.map((row) => [row.id, code, row.enabled ? 'on' : 'off', row.name, row.issuer].join('\t')))
  }
  return lines.join('\n')
}

/** Switches a provider off, whoever's it is, when nobody can reach the pages to do it: sessions by it end at once. */
export async function off({ db, modules }: Installation, providerId: string): Promise<void> {
  const name = `cli:${userInfo().username}`
  if (!idShape.test(providerId)) throw unknown(providerId)
  for (const { id, code } of await zoneDirectory(modules).list(db)) {
    const zone = { id, code }
    const context = systemContext({ name, now: new Date(), log: openLog('silent'), zone })
    const done = await inZone(db, id, async (zoned) => {
      const found = await findProvider(zoned, id, providerId)
      if (found) await switchTo(zoned, context, { id: found.id, version: found.version, action: 'switchOff' })
      return found !== undefined
    })
    if (done) return
  }
  throw unknown(providerId)
}

const idShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

function unknown(id: string): Problem {
  return new Problem('not_found', 'provider.unknown', {
    zh: `没有编号为 ${id} 的统一登录，编号见 luodi provider list。`,
    en: `There is no provider ${id}: see \`luodi provider list\`.`,
  })
}
