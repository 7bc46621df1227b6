import { byCodePoint } from '../../../kernel/order.ts'
import type { Catalogue, FeeSchedule, Matter } from '../../matters/contract/catalogue.ts'
import type { MatterChange, MatterPart } from '../contract/moves.ts'

interface Version {
  readonly catalogue: Catalogue
  readonly fees: FeeSchedule
}

/** Which matters differ between two versions of the catalogue, and in what; in the order of their codes. */
export function changedMatters(before: Version, after: Version): MatterChange[] {
  const old = byCode(before.catalogue)
  const now = byCode(after.catalogue)
  const codes = [...new Set([...old.keys(), ...now.keys()])].sort(byCodePoint)
  return codes.flatMap((code): MatterChange[] => {
    const [was, is] = [old.get(code), now.get(code)]
    const named = is ?? was
    if (named === undefined) return []
    const name = { zh: named.name_zh, en: named.name_en }
    if (was === undefined) return [{ code, name, change: 'new', parts: [] }]
    if (is === undefined) return [{ code, name, change: 'gone', parts: [] }]
    const parts = partsOf(was, is)
    if (text(feesOf(before.fees, code)) !== text(feesOf(after.fees, code))) parts.push('fees')
    return parts.length === 0 ? [] : [{ code, name, change: 'changed', parts }]
  })
}

const byCode = ({ matters }: Catalogue) => new Map(matters.map((matter) => [matter.code, matter]))
const feesOf = ({ fees }: FeeSchedule, code: string) => fees.filter((fee) => fee.matter === code)
const text = (value: unknown): string => JSON.stringify(value ?? null)

const partOf: Readonly<Partial<Record<keyof Matter, MatterPart>>> = {
  ...{ name_zh: 'name', name_en: 'name', applies: 'applies', authority: 'authority', preparation: 'preparation' },
  ...{ handling: 'handling', durationFact: 'handling', inputs: 'inputs', outputs: 'outputs', standardLand: 'inputs' },
  ...{ basis: 'basis', floorBasis: 'basis' },
}

function partsOf(was: Matter, is: Matter): MatterPart[] {
  const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])] as (keyof Matter)[]
  const different = keys.filter((key) => text(was[key]) !== text(is[key]))
  return [...new Set(different.map((key) => partOf[key] ?? 'other'))]
}
