/** 城乡规划法（2019修正）第38、43条、土地管理法第21条：建设用地的位置和用途须符合控制性详细规划。What nobody has drawn or whose use nobody has entered is not judged. */
import { areaSqm } from '../../../kernel/geometry/area.ts'
import { overlapSqm } from '../../../kernel/geometry/clip.ts'
import { isInside } from '../../../kernel/geometry/flaws.ts'
import { type MapGeometry, positionsOf } from '../../../kernel/geometry/geojson.ts'
import { type Position, polygonsOf, type Shape } from '../../../kernel/geometry/shape.ts'
import type { Label } from '../../../kernel/label.ts'
import { type LandUse, useLabels } from '../contract/spatial-plan.ts'

/** @public What lies somewhere, as its field keeps it. */
export type Ground = MapGeometry

export interface PlanGround {
  readonly name: string
  readonly control: boolean
  readonly uses: readonly LandUse[]
  /** Null: not drawn. */
  readonly ground: Ground | null
}

export interface Built {
  readonly ground: Ground | null
  /** One of the uses that fit; null: not entered. */
  readonly uses: readonly LandUse[] | null
}

/** In words, what of a thing is against the plans in force: outside the control plan, or a use that a plan over it does not allow. */
export function conflictsOf({ ground, uses }: Built, plans: readonly PlanGround[]): Label[] {
  if (ground === null) return []
  return plans.flatMap((plan): Label[] => {
    if (plan.ground === null) return []
    const { inside, outside, shared } = lyingOn(ground, plan.ground)
    const name = plan.name
    if (plan.control && outside !== null) {
      return [
        inside === null
          ? { zh: `在“${name}”的范围之外。`, en: `It lies outside the area of "${name}".` }
          : { zh: `${outside.zh}超出“${name}”的范围。`, en: `${outside.en} lies outside the area of "${name}".` },
      ]
    }
    if (inside === null || uses === null || plan.uses.length === 0) return []
    if (uses.some((use) => plan.uses.includes(use))) return []
    const said = (language: 'zh' | 'en') =>
      uses.map((use) => useLabels[use][language]).join(language === 'zh' ? '、' : ', ')
    return [
      {
        zh: `用途“${said('zh')}”不在“${name}”允许的用途里${shared?.zh ?? ''}。`,
        en: `Its use (${said('en')}) is not among those that "${name}" allows${shared?.en ?? ''}.`,
      },
    ]
  })
}

interface Lying {
  /** How much of it lies on the plan and beside it, in words; null: nothing. */
  readonly inside: Label | null
  readonly outside: Label | null
  /** Said where only a part of an area lies on the plan. */
  readonly shared: Label | null
}

function lyingOn(ground: Ground, plan: Ground): Lying {
  const over = areaOf(plan)
  const own = areaOf(ground)
  if (own !== null) return byArea(own, over)
  const points = positionsOf(ground)
  const within = points.filter(([x, y]) => over !== null && isOn([x, y], over)).length
  const some: Label = { zh: '有一部分', en: 'A part of it' }
  return { inside: within > 0 ? some : null, outside: within < points.length ? some : null, shared: null }
}

/** Two surveys of one border differ a little: below 1 m² or a hundredth of a per cent nothing is seen, as with parcels (ADR 24). */
function byArea(own: Shape, over: Shape | null): Lying {
  const whole = areaSqm(own)
  const common = over === null ? 0 : overlapSqm(own, over)
  const told = (sqm: number): Label | null => {
    if (sqm < 1 || sqm < whole * 1e-4) return null
    const [area, percent] = [Math.round(sqm), Math.round((sqm / whole) * 1000) / 10]
    return { zh: `有 ${area} 平方米（${percent}%）`, en: `${area} m² of it (${percent} %)` }
  }
  const [inside, outside] = [told(common), told(whole - common)]
  const part = inside !== null && outside !== null
  const shared = part ? { zh: `（${inside.zh}在其中）`, en: ` (${inside.en} lies there)` } : null
  return { inside, outside, shared }
}

/** Lines and points have no area: nothing lies within them, and they are taken by their corners. */
function areaOf(ground: Ground): Shape | null {
  return ground.type === 'Polygon' || ground.type === 'MultiPolygon' ? (ground as Shape) : null
}

function isOn(at: Position, shape: Shape): boolean {
  return polygonsOf(shape).some(
    ([outer = [], ...holes]) => isInside(at, outer) && !holes.some((hole) => isInside(at, hole)),
  )
}
