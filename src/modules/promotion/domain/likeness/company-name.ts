/**
 * What of a company's name tells it from others. 企业名称登记管理规定 (国务院令第734号, 2021-03-01) Art. 6: a name is made of
 * administrative region, trade name (字号), trade, and form of organisation; two offices write region and form differently or not at all.
 */
export interface CompanyName {
  /** Trade name and trade, simplified and without signs: `恒源食品`. */
  readonly core: string
  /** How the core is read, without tones: an input method offers another sign of the same sound. */
  readonly sound: string
  readonly province: string | null
  readonly city: string | null
}

export interface NameTools {
  /** Traditional signs to simplified ones. */
  readonly simplify: (text: string) => string
  /** Pinyin without tones. */
  readonly soundOf: (text: string) => string
  /** Province → its cities, short names without 省 and 市. */
  readonly provinces: Readonly<Record<string, readonly string[]>>
}

const forms =
  /(集团)?(股份)?有限(责任)?公司?$|集团(公司)?$|股份公司$|(总|分)?公司$|(普通|特殊普通|有限)?合伙(企业)?$|有限合伙$|个人独资企业$/
const brackets = /[(（[【〔](.*?)[)）\]】〕]/g
const generic = /^(特别行政区|自治区|自治州|地区|省|市|州|县|区|盟|旗)/

export function companyName(text: string, tools: NameTools): CompanyName {
  const plain = tools.simplify(text.normalize('NFKC')).toLowerCase()
  const inside: string[] = []
  const open = plain.replace(brackets, (_, words: string) => {
    inside.push(words)
    return ''
  })
  const signs = onlySigns(open)
  const front = regionOf(signs, tools.provinces)
  const bracketed = inside.map((words) => regionOf(onlySigns(words), tools.provinces))
  const stripped = front.rest.replace(forms, '')
  const core = stripped === '' ? front.rest : stripped
  return {
    core,
    sound: tools.soundOf(core),
    province: front.province ?? bracketed.find(({ province }) => province !== null)?.province ?? null,
    city: front.city ?? bracketed.find(({ city }) => city !== null)?.city ?? null,
  }
}

/** Region that a text of its own begins with: `江苏苏州` of a field. */
export function regionIn(text: string, tools: NameTools): Pick<CompanyName, 'province' | 'city'> {
  const { province, city } = regionOf(onlySigns(tools.simplify(text.normalize('NFKC'))), tools.provinces)
  return { province, city }
}

/** Letters, figures and signs alone. */
export function onlySigns(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '')
}

interface Region {
  readonly province: string | null
  readonly city: string | null
  readonly rest: string
}

function regionOf(text: string, provinces: NameTools['provinces']): Region {
  const afterProvince = takeFirst(text, Object.keys(provinces))
  const { found: named, rest } = afterProvince
  const cities = named === null ? Object.values(provinces).flat() : (provinces[named] ?? [])
  const { found: city, rest: afterCity } = takeFirst(rest, cities)
  const province = named ?? (city === null ? null : provinceOf(city, provinces))
  // A county before the trade name, said with its 县 or 区: 山西运城盐湖区.
  const county = city === null && named === null ? null : /^\p{Script=Han}{1,3}[县区]/u.exec(afterCity)?.[0]
  const remains = county ? afterCity.slice(county.length) : afterCity
  // A name that is nothing but a region keeps its signs.
  return remains.length < 2 ? { province, city, rest: text } : { province, city, rest: remains }
}

function takeFirst(text: string, names: readonly string[]): { found: string | null; rest: string } {
  const found = names.filter((name) => text.startsWith(name)).toSorted((a, b) => b.length - a.length)[0]
  if (found === undefined) return { found: null, rest: text }
  return { found, rest: text.slice(found.length).replace(generic, '') }
}

function provinceOf(city: string, provinces: NameTools['provinces']): string | null {
  const owners = Object.entries(provinces).filter(([, cities]) => cities.includes(city))
  return owners.length === 1 ? (owners[0]?.[0] ?? null) : null
}
