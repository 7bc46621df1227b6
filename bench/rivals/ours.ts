import type { Served } from '../world/child.ts'
import type { Rival } from './rival.ts'
import { told } from './rows.ts'

interface Row {
  readonly name: string
  readonly names: { readonly enterpriseId: string; readonly teamId: string }
}

/** The product among its peers: an officer's session, the record kind as it is. Names of what a record refers to are in every answer. */
export function oursAsRival({ url, pid, stop }: Served, headers: Rival['headers'], zone: string): Rival {
  const path = `/api/zones/${zone}/projects`
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
    create: ({ kind, industry, investment, signedOn, region, enterprise, team }, name) => {
      const values = { kind, industryCode: industry, investmentYuan: investment, signedOn, investorRegion: region }
      return { method: 'POST', path, body: { name, ...values, enterpriseId: enterprise.id, teamId: team.id } }
    },
    update: ({ id }, region) => {
      const version = versions.get(id) ?? 1
      versions.set(id, version + 1)
      return { method: 'PATCH', path: `${path}/${id}`, body: { version, investorRegion: region } }
    },
    toldOf: (answer) => {
      const rows = (answer as { rows?: readonly Row[] }).rows ?? [answer as Row]
      return rows.map(({ name, names }) =>
        told({ name, enterprise: { name: names.enterpriseId }, team: { name: names.teamId } }),
      )
    },
  }
}
