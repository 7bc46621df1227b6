/*
 * 不动产登记暂行条例实施细则 (2016) Art. 26 [M]: splitting or merging real estate of one holder is a change of the register; 不动产登记暂行条例 Art. 8:
 * every unit has a code of its own. So the parcels before end, others begin on exactly their ground, and nothing that somebody else relies on
 * may hang on a code that ends: land is divided before it is offered, or after it came back, never beneath a contract (民法典 Art. 543 [M]).
 * Tolerances are ours [E].
 */
import { areaSqm } from '../../../kernel/geometry/area.ts'
import { overlapSqm, unionOf, withoutShape } from '../../../kernel/geometry/clip.ts'
import { findFlaws } from '../../../kernel/geometry/flaws.ts'
import { type Position, polygonsOf, type Shape, shapeOf } from '../../../kernel/geometry/shape.ts'
import type { Label } from '../../../kernel/label.ts'
import type { LandKind, LandUse } from '../../parcels/contract/parcel.ts'
import { type ParcelState, parcelStateLabels } from '../../parcels/contract/state.ts'

export interface Parent {
  readonly code: string
  readonly state: ParcelState
  readonly landUse: LandUse
  readonly landKind: LandKind
  readonly converted: boolean | null
  readonly retiredOn: string | null
  readonly registeredSqm: number
  readonly shape: Shape | null
  readonly exceptions: string
  /** Names of what hangs on it. */
  readonly projects: readonly string[]
  readonly holds: readonly { readonly kind: 'offering' | 'plan' | 'demand'; readonly name: string }[]
}

const free: readonly ParcelState[] = ['planned', 'assessed', 'ready']

/** Why a parcel may not end now, in the order in which it should be mended. */
export function barsOn({ code, state, retiredOn, projects, holds }: Parent): Label[] {
  if (retiredOn !== null)
    return [
      {
        zh: `地块 ${code} 已于 ${retiredOn} 注销，请在后续地块上办理。`,
        en: `Parcel ${code} ended on ${retiredOn}: go on with what came of it.`,
      },
    ]
  if (!free.includes(state)) {
    const { zh, en } = parcelStateLabels[state]
    return [
      {
        zh: `地块 ${code} 的状态是“${zh}”，公告、合同和承诺都落在这个编号上，不能分割合并；收回或未成交后再办。`,
        en: `Parcel ${code} is "${en}": notice, contract and promises stand on this code, so it cannot be split or merged until it comes back.`,
      },
    ]
  }
  return [...holds.map((hold) => heldBy(code, hold)), ...projects.map((name) => standsOn(code, name))]
}

function heldBy(code: string, { kind, name }: Parent['holds'][number]): Label {
  if (kind === 'offering')
    return {
      zh: `地块 ${code} 在出让公告 ${name} 中：办结后再分割合并。`,
      en: `Parcel ${code} is offered by notice ${name}: close that first.`,
    }
  if (kind === 'plan')
    return {
      zh: `地块 ${code} 在供应计划“${name}”中：先从计划里撤下，再分割合并。`,
      en: `Parcel ${code} is in the supply plan (${name}): take it out first.`,
    }
  return {
    zh: `地块 ${code} 已安排给“${name}”：先改变安排，再分割合并。`,
    en: `Parcel ${code} is allocated to ${name}: change that first.`,
  }
}

function standsOn(code: string, name: string): Label {
  return {
    zh: `项目“${name}”落在地块 ${code} 上：先在项目的“用地”里改到别的地块，分割合并后再落回。`,
    en: `The project ${name} stands on parcel ${code}: move it (project, Land) and place it again afterwards.`,
  }
}

/** Parcels become one only when they are of one kind throughout. */
export function mergeBars(parents: readonly Parent[]): Label[] {
  const [first, ...others] = parents
  if (!first) return []
  for (const other of others) {
    const differs = differences.find(({ key }) => other[key] !== first[key])
    if (differs)
      return [
        {
          zh: `地块 ${first.code} 和 ${other.code} 的${differs.label.zh}不同，不能合并：先办成一致。`,
          en: `Parcels ${first.code} and ${other.code} differ in ${differs.label.en}: make them alike first.`,
        },
      ]
  }
  return mergedShape(parents.map(({ shape }) => shape)) === undefined ? [notOne(parents)] : []
}

const differences = [
  { key: 'state', label: { zh: '状态', en: 'state' } },
  { key: 'landUse', label: { zh: '用途', en: 'land use' } },
  { key: 'landKind', label: { zh: '供地类型', en: 'kind of land' } },
  { key: 'converted', label: { zh: '农转用和征收情况', en: 'conversion' } },
  { key: 'exceptions', label: { zh: '一事一议的指标', en: 'exceptions of indicators' } },
] as const

function notOne(parents: readonly Parent[]): Label {
  const codes = parents.map(({ code }) => code)
  return {
    zh: `地块 ${codes.join('、')} 的图形没有连成一块（不相邻、有缝隙，或有的还没有图形）：先更正图形。`,
    en: `The shapes of ${codes.join(', ')} do not join (apart, a gap between them, or one is not drawn): correct them first.`,
  }
}

/** The union as one piece; null: none of them is drawn; undefined: they do not join. */
export function mergedShape(shapes: readonly (Shape | null)[]): Shape | null | undefined {
  const drawn = shapes.filter((shape) => shape !== null)
  if (drawn.length === 0) return null
  if (drawn.length < shapes.length) return undefined
  const union = unionOf(drawn.map(snapped))
  return union?.type === 'Polygon' && findFlaws(union, null).length === 0 ? union : undefined
}

/** A tenth of a millimetre: below it two numbers are one point. */
const places = 1e9

function snapped(shape: Shape): Shape {
  const near = (value: number) => Math.round(value * places) / places
  return shapeOf(
    polygonsOf(shape).map((rings) => rings.map((ring) => ring.map(([x, y]): Position => [near(x), near(y)]))),
  )
}

interface Part {
  readonly code: string
  readonly registeredAreaSqm: number
  readonly shape: Shape | null
}

/** Less than a m² a part, or a tenth of a per cent: what rounding leaves. */
const areaShare = 0.001
const slack = (sqm: number, parts: number): number => Math.max(parts, sqm * areaShare)

/** What speaks against these parts of a parcel: they are its ground, all of it, and nothing else. */
export function splitBars(parent: Pick<Parent, 'code' | 'registeredSqm' | 'shape'>, parts: readonly Part[]): Label[] {
  const codes = parts.map(({ code }) => code)
  const twice = codes.find((code, i) => codes.indexOf(code) !== i || code === parent.code)
  if (twice !== undefined)
    return [
      {
        zh: `编号 ${twice} 重复：分割后的每块地都要有自己的新编号。`,
        en: `The code ${twice} is there twice: every part needs a new one of its own.`,
      },
    ]
  const sum = parts.reduce((total, { registeredAreaSqm }) => total + registeredAreaSqm, 0)
  if (Math.abs(sum - parent.registeredSqm) > slack(parent.registeredSqm, parts.length))
    return [
      {
        zh: `各块登记面积合计 ${round(sum)} m²，与原地块 ${round(parent.registeredSqm)} m² 不符：请核对面积。`,
        en: `The parts come to ${round(sum)} m², the parcel has ${round(parent.registeredSqm)} m²: check the areas.`,
      },
    ]
  return shapeBars(parent, parts)
}

function shapeBars({ code, shape }: Pick<Parent, 'code' | 'shape'>, parts: readonly Part[]): Label[] {
  const missing = parts.find((part) => (part.shape === null) !== (shape === null))
  if (missing)
    return [
      shape === null
        ? {
            zh: `地块 ${code} 还没有图形，不能给 ${missing.code} 画图形：先绘制原地块。`,
            en: `Parcel ${code} is not drawn, so ${missing.code} cannot be: draw the parcel first.`,
          }
        : {
            zh: `${missing.code} 还没有图形：请画出它在 ${code} 里的部分。`,
            en: `${missing.code} has no shape: draw its part of ${code}.`,
          },
    ]
  if (shape === null) return []
  const flaw = parts.flatMap((part) => (part.shape ? findFlaws(part.shape, null) : []))[0]
  if (flaw) return [flaw.text]
  return coverBars(code, shape, parts)
}

function coverBars(code: string, shape: Shape, parts: readonly Part[]): Label[] {
  const whole = areaSqm(shape)
  const most = slack(whole, parts.length)
  for (const [i, part] of parts.entries()) {
    if (part.shape === null) continue
    const outside = withoutShape(part.shape, shape)
    const beyond = outside === null ? 0 : areaSqm(outside)
    if (beyond > most)
      return [
        {
          zh: `${part.code} 有 ${round(beyond)} m² 在原地块 ${code} 之外：请更正图形。`,
          en: `${round(beyond)} m² of ${part.code} lie outside parcel ${code}: correct the shape.`,
        },
      ]
    const other = parts.slice(0, i).find((one) => one.shape && part.shape && overlapSqm(one.shape, part.shape) > most)
    if (other)
      return [
        {
          zh: `${other.code} 和 ${part.code} 重叠：一块地不能分给两个地块，请更正图形。`,
          en: `${other.code} and ${part.code} overlap: ground belongs to one parcel only, correct the shapes.`,
        },
      ]
  }
  const covered = parts.reduce((sum, part) => sum + (part.shape ? areaSqm(part.shape) : 0), 0)
  if (whole - covered <= most) return []
  return [
    {
      zh: `原地块 ${code} 还有 ${round(whole - covered)} m² 没有分到任何一块：请更正图形。`,
      en: `${round(whole - covered)} m² of parcel ${code} belong to no part: correct the shapes.`,
    },
  ]
}

const round = (sqm: number): string => String(Math.round(sqm * 100) / 100)
