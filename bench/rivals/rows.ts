import { type EnterpriseRow, enterprises, idOf, numbers } from '../world/generate.ts'

/** A project as its reader needs it: with the names of its enterprise and its team. */
export interface ProjectRow {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly industry: string
  readonly investment: string
  readonly signedOn: string
  readonly region: string
  readonly enterprise: EnterpriseRow
  readonly team: TeamRow
}

export interface TeamRow {
  readonly id: string
  readonly name: string
}

export interface Rows {
  readonly enterprises: readonly EnterpriseRow[]
  readonly teams: readonly TeamRow[]
  readonly projects: readonly ProjectRow[]
}

const products = ['果汁', '面粉', '铝材', '轴承', '电机', '纱线', '陶瓷', '饲料', '涂料', '电池']
const regions = ['江苏苏州', '浙江宁波', '山东青岛', '广东佛山', '陕西西安']
const kinds = ['industrial', 'infrastructure', 'service']
const teamsOfAZone = 40
const firstDay = Date.UTC(2020, 0, 1)

/** `count` projects of a fifth as many enterprises (50,000 at most) and forty teams; the same at every run. */
export function rowsOf(count: number): Rows {
  const firms = [...enterprises(Math.min(50_000, Math.max(100, Math.floor(count / 5))), { from: 0, personal: false })]
  const draw = numbers(11)
  const teams = Array.from({ length: teamsOfAZone }, (_, n) => ({ id: idOf(n, draw), name: `示例产业链专班 ${n + 1}` }))
  const projects = Array.from({ length: count }, (_, n) => projectOf(n, draw, { enterprises: firms, teams }))
  return { enterprises: firms, teams, projects }
}

function projectOf(n: number, draw: () => number, { enterprises: firms, teams }: Omit<Rows, 'projects'>): ProjectRow {
  const enterprise = of(draw, firms)
  return {
    id: idOf(n, draw),
    name: `${enterprise.name.slice(0, 4)}年产 ${1 + Math.floor(draw() * 90)} 万吨${of(draw, products)}项目`,
    kind: of(draw, kinds),
    industry: 'C1431',
    investment: `${1 + Math.floor(draw() * 1e9)}.00`,
    signedOn: new Date(firstDay + Math.floor(draw() * 2_000) * 86_400_000).toISOString().slice(0, 10),
    region: of(draw, regions),
    enterprise,
    team: of(draw, teams),
  }
}

function of<T>(draw: () => number, from: readonly T[]): T {
  const found = from[Math.floor(draw() * from.length)]
  if (found === undefined) throw new Error('nothing to draw from')
  return found
}

/** The first so many in the order of the lists, by name and id. */
export function firstOf(projects: readonly ProjectRow[], count: number): readonly ProjectRow[] {
  const keyed = projects.map((row) => ({ key: `${row.name} ${row.id}`, row }))
  keyed.sort((a, b) => (a.key < b.key ? -1 : 1))
  return keyed.slice(0, count).map(({ row }) => row)
}

export interface Told {
  readonly name: string
  readonly enterprise: { readonly name: string }
  readonly team: { readonly name: string }
}

/** What everybody must answer of a project. */
export function told({ name, enterprise, team }: Told): string {
  return `${name} / ${enterprise.name} / ${team.name}`
}
