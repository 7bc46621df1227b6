import type { Target } from './probe.ts'

/** Places where text of a caller reaches a statement: search, conditions, order, cursors, menus, ids in addresses, bodies. */
export async function targetsOf(address: string, cookie: string): Promise<readonly Target[]> {
  const at = `${address}/api/zones/linyi`
  const ask = async (path: string) => {
    const answer = await fetch(`${at}${path}`, { headers: { cookie } })
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return (await answer.json()) as { rows: { id: string; version: number; name?: string }[]; next: string | null }
  }
  const { rows, next } = await ask('/enterprises?limit=1')
  const [firm] = rows
  const [parcel] = (await ask('/parcels?limit=1')).rows
  const [project] = (await ask('/projects?limit=1')).rows
  if (!firm || !parcel || !project || next === null) throw new Error('the zone is not filled')
  const where = encodeURIComponent(JSON.stringify({ all: [['name', 'contains', 'a*']] }))
  const byQuery = (name: string, path: string, ...parameters: string[]): Target => ({
    name,
    url: `${at}${path}`,
    parameters,
  })
  const marked = (name: string, path: string): Target => ({ name, url: `${at}${path}` })
  const post = (name: string, path: string, body: object, method = 'POST'): Target => ({
    ...{ name, url: `${at}${path}`, method, body: JSON.stringify(body) },
  })
  return [
    byQuery('search of a list', '/enterprises?q=a&limit=5', 'q'),
    byQuery('a condition of a list', '/enterprises?name.contains=a&status=operating', 'name.contains', 'status'),
    byQuery(
      'several values of a condition',
      '/enterprises?name.in=a,b&status.in=operating,idle',
      'name.in',
      'status.in',
    ),
    byQuery('a day and a number of a condition', '/projects?signedOn.from=2026-01-01', 'signedOn.from'),
    marked('conditions joined', `/enterprises?where=${where}`),
    byQuery('order of a list', '/enterprises?sort=name', 'sort'),
    byQuery('cursor of a list', `/enterprises?limit=1&after=${next}`, 'after'),
    byQuery('length of a list', '/enterprises?limit=5', 'limit'),
    byQuery('groups of a list', '/enterprises/groups?by=status', 'by'),
    byQuery('columns of an export', '/enterprises/sheet/export-csv?columns=name,note', 'columns'),
    byQuery('search over all kinds', '/find?q=a', 'q'),
    byQuery('the journal', '/journal?action=create&subjectKind=enterprises.enterprise', 'action', 'subjectKind'),
    byQuery('search of parcels', '/parcels?q=a', 'q'),
    byQuery('cases by state', '/cases?state=accepted', 'state'),
    marked('an id in an address', `/enterprises/${firm.id}*`),
    marked('the history of a record', `/parcels/${parcel.id}*/history`),
    { name: 'a zone in an address', url: `${at}*/enterprises` },
    marked('the kind of a time line', `/timeline/projects.project*/${project.id}`),
    post('a new record', '/enterprises', { name: 'a', status: 'operating', note: 'b' }),
    post('a change', `/enterprises/${firm.id}`, { version: firm.version, note: 'b' }, 'PATCH'),
    post('a search for sites', '/site-needs/read', { words: '要一块一百亩的工业用地' }),
    post('look-alikes of a lead', '/leads/look-alikes', { name: 'a', company: 'b' }),
    post('a comment', '/comments', { kind: 'enterprises.enterprise', record: firm.id, text: 'a' }),
    { name: 'sign-in', url: `${address}/api/session`, method: 'POST', body: '{"login":"a","password":"b"}' },
  ]
}
