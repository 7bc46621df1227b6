import { findFlaws } from '../../../kernel/geometry/flaws.ts'
import type { MapBox } from '../../../kernel/geometry/geojson.ts'
import type { Shape } from '../../../kernel/geometry/shape.ts'
import type { Label } from '../../../kernel/label.ts'
import { Problem } from '../../../kernel/problem.ts'
import { type Datum, type Doubt, datumLabels } from '../contract/shape.ts'

/*
 * What may become the ground of a parcel. Boundaries of parcels do not overlap (不动产登记暂行条例 2024, Art. 8: the unit is closed and
 * of its own); coordinates are kept in CGCS2000 (测绘法 2017, Art. 10). GCJ-02 and BD-09 are not turned back: that is regulated.
 */

/** Ground that another parcel holds too. */
export interface Overlap {
  readonly code: string
  readonly name: string
  readonly sqm: number
  /** Area of the smaller of the two, m². */
  readonly ofSqm: number
}

export interface Finding {
  readonly code: 'flaw' | 'datum' | 'overlap' | 'outside-zone'
  /** A doubt may be answered with yes; everything else is refused. */
  readonly doubt: Doubt | null
  readonly text: Label
}

/** Surveys of one border differ by centimetres: less than a m², or a hundredth of a per cent, is no overlap. */
const unseenSqm = 1
const unseenShare = 0.0001
/** Up to half a per cent of the smaller parcel may be two surveys of one border: a person says so. */
const doubtfulShare = 0.005

export interface Drawing {
  readonly shape: Shape
  readonly datum: Datum
  readonly envelope: MapBox | null
  readonly overlaps: readonly Overlap[]
}

/** All that speaks against a drawing, what is refused first. */
export function findingsOf({ shape, datum, envelope, overlaps }: Drawing): readonly Finding[] {
  const flaws = findFlaws(shape, envelope).map(
    ({ code, text }): Finding => ({ code: code === 'outside-zone' ? code : 'flaw', doubt: null, text }),
  )
  return [...datumFindings(datum), ...flaws, ...overlaps.flatMap(overlapFindings)].toSorted(
    (a, b) => Number(a.doubt !== null) - Number(b.doubt !== null),
  )
}

/** Throws the first finding that nobody has answered. */
export function refuseDrawing(findings: readonly Finding[], accepted: readonly Doubt[]): void {
  const open = findings.find(({ doubt }) => doubt === null || !accepted.includes(doubt))
  if (!open) return
  const { code, doubt, text } = open
  throw new Problem('rule_violated', `parcels.${code.replace('-', '_')}`, text, doubt === null ? {} : { accept: doubt })
}

function datumFindings(datum: Datum): Finding[] {
  if (datum === 'cgcs2000') return []
  const name = datumLabels[datum]
  if (datum === 'wgs84') {
    return [
      {
        ...{ code: 'datum', doubt: 'datum' },
        text: {
          zh: '坐标是 WGS-84：与 CGCS2000 相差在分米以内，手持设备误差可达数米。确认后按 CGCS2000 保存并留下标记。',
          en: 'The coordinates are WGS 84, within decimetres of CGCS2000, but a hand-held device may err by metres. When you confirm they are kept as CGCS2000 with a mark.',
        },
      },
    ]
  }
  return [
    {
      ...{ code: 'datum', doubt: null },
      text: {
        zh: `坐标系是“${name.zh}”，不能与 CGCS2000 混用（偏差可达数百米），本系统不做还原：请向测绘单位索取 CGCS2000 成果。`,
        en: `The coordinates are in "${name.en}", which may not be mixed with CGCS2000 (hundreds of metres apart) and is not converted here: ask the surveyor for CGCS2000.`,
      },
    },
  ]
}

function overlapFindings({ code, name, sqm, ofSqm }: Overlap): Finding[] {
  if (sqm < unseenSqm || sqm < ofSqm * unseenShare) return []
  const shown = sqm.toFixed(sqm < 100 ? 1 : 0)
  const share = ((100 * sqm) / ofSqm).toFixed(2)
  const isDoubt = sqm <= ofSqm * doubtfulShare
  return [
    {
      ...{ code: 'overlap', doubt: isDoubt ? 'overlap' : null },
      text: isDoubt
        ? {
            zh: `与地块 ${code}（${name}）边界重叠 ${shown} m²（${share}%）：如是两次测量的误差，请确认；否则请修改界址点。`,
            en: `Overlaps parcel ${code} (${name}) by ${shown} m² (${share} %): confirm it when two surveys of one border differ, otherwise correct the points.`,
          }
        : {
            zh: `与地块 ${code}（${name}）重叠 ${shown} m²（占较小地块的 ${share}%），一块地不能属于两个地块：请修改界址点。`,
            en: `Overlaps parcel ${code} (${name}) by ${shown} m² (${share} % of the smaller): ground belongs to one parcel only, correct the points.`,
          },
    },
  ]
}

/** A shape holds from a day that has come; null: it may. */
export function notYet(from: string, today: string): Label | null {
  if (from <= today) return null
  return {
    zh: `${from} 还没有到，图形不能从那天起有效。`,
    en: `${from} has not come yet: a shape cannot hold from then.`,
  }
}

/** A shape begins no earlier than the one that it replaces; null: it may. */
export function beforeTheLast(from: string, lastFrom: string | undefined): Label | null {
  if (lastFrom === undefined || lastFrom <= from) return null
  return {
    zh: `现有图形自 ${lastFrom} 起有效，新图形不能早于这一天。`,
    en: `The present shape holds from ${lastFrom}: the new one cannot begin earlier.`,
  }
}

const warnedPercent = 1

/** Drawn less registered, in per cent of the registered. */
export function differencePercent(drawnSqm: number, registeredSqm: number): number {
  return Math.round((10_000 * (drawnSqm - registeredSqm)) / registeredSqm) / 100
}

/** Above one per cent one of the two is wrong. */
export function areaWarnings(percent: number | null): readonly Label[] {
  if (percent === null || Math.abs(percent) <= warnedPercent) return []
  const shown = `${percent > 0 ? '+' : ''}${percent}`
  return [
    {
      zh: `图形面积与登记面积相差 ${shown}%（超过 1%）：请核对登记面积或重新测绘。`,
      en: `The drawn area differs from the registered one by ${shown} % (more than 1 %): check the register or survey again.`,
    },
  ]
}
