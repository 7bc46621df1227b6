import type { Served } from '../world/child.ts'
import type { Rival } from './rival.ts'

/** The product among its peers: an officer's session, the record kind as it is. */
export function oursAsRival({ url, pid, stop }: Served, headers: Rival['headers'], zone: string): Rival {
  const path = `/api/zones/${zone}/enterprises`
  const versions = new Map<string, number>()
  return {
    name: 'Luodi',
    url,
    pid,
    headers,
    stop,
    item: ({ id }) => ({ method: 'GET', path: `${path}/${id}` }),
    list: (_page, behind) => {
      const place = behind && Buffer.from(JSON.stringify(['name', behind.name, behind.id])).toString('base64url')
      return { method: 'GET', path: `${path}?sort=name&limit=50${place === undefined ? '' : `&after=${place}`}` }
    },
    create: (body) => ({ method: 'POST', path, body }),
    update: ({ id }, status) => {
      const version = versions.get(id) ?? 1
      versions.set(id, version + 1)
      return { method: 'PATCH', path: `${path}/${id}`, body: { version, status } }
    },
    namesOf: (answer) => {
      const { rows, name } = answer as { rows?: readonly { name: string }[]; name?: string }
      return rows ? rows.map((row) => row.name) : [name ?? '']
    },
  }
}
