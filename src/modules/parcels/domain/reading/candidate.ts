import { sqmFromHa, sqmFromMu } from '../../../../kernel/area.ts'
import type { Shape } from '../../../../kernel/geometry/shape.ts'
import type { Label } from '../../../../kernel/label.ts'
import { Problem } from '../../../../kernel/problem.ts'
import type { Datum } from '../../contract/shape.ts'

/** One shape of a file, before anything is known of the parcels: what the file says, or why nothing can be read. */
export interface Candidate {
  readonly code: string | null
  readonly name: string | null
  /** What the file states as its area, m²; null: it states none. */
  readonly registeredSqm: number | null
  readonly shape: Shape | null
  readonly flaw: Label | null
}

export interface GeometryRead {
  /** What the file itself says; null: it says nothing. */
  readonly datum: Datum | null
  readonly candidates: readonly Candidate[]
}

const heads = {
  code: '地块编号 编号 地块代码 宗地代码 宗地编号 不动产单元号 dkbh zddm zdbh bdcdyh code parcel parcelcode parcel_code',
  name: '地块名称 名称 宗地名称 dkmc zdmc name parcelname parcel_name',
  area: '面积 登记面积 地块面积 宗地面积 mj zdmj dkmj area registeredareasqm',
} as const

/** `登记面积（亩）*` → `登记面积`. */
export const bareHead = (head: string): string =>
  head
    .replace(/[（(［[].*$/, '')
    .replace(/[\s*＊]/g, '')
    .toLowerCase()

export function isHead(head: string, of: keyof typeof heads): boolean {
  return heads[of].split(' ').includes(bareHead(head))
}

/** m² unless the head of the column says otherwise. */
export function areaUnder(head: string, value: unknown): number | null {
  const number = typeof value === 'number' ? value : Number(String(value ?? '').replaceAll(',', '') || Number.NaN)
  if (!(number > 0)) return null
  if (head.includes('亩')) return Number(sqmFromMu(number))
  return /公顷|\bha\b/i.test(head) ? Number(sqmFromHa(number)) : number
}

/** Code, name and area among the properties of a feature. */
export function namedIn(properties: Readonly<Record<string, unknown>>) {
  const entries = Object.entries(properties)
  const textOf = (of: 'code' | 'name'): string | null => {
    const value = entries.find(([head]) => isHead(head, of))?.[1]
    const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
    return text === '' ? null : text
  }
  const [head = '', value] = entries.find(([one]) => isHead(one, 'area')) ?? []
  return { code: textOf('code'), name: textOf('name'), registeredSqm: areaUnder(head, value) }
}

export function unreadable(zh: string, en: string): Problem {
  return new Problem('invalid_input', 'parcels.file_unreadable', { zh, en })
}
