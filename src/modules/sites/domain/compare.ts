import { muFromSqm } from '../../../kernel/area.ts'
import type { Label } from '../../../kernel/label.ts'
import type { CriterionName, MatchRules } from '../contract/criteria.ts'
import { industryLabel } from '../contract/industries.ts'
import type { Needs } from '../contract/needs.ts'
import type { Capacity, Site } from './site.ts'

/** How one need stands to a site: from 0 to 1, null when it is not known, with the reason. */
export interface Compared {
  readonly name: CriterionName
  readonly degree: number | null
  readonly reason: Label
}

type Compare = (needs: Needs, site: Site, rules: MatchRules) => Compared | null

/** Standard voltages of China's distribution grids (GB/T 156-2017), kV. */
const voltages = [0.4, 10, 20, 35, 66, 110, 220]

export const comparisons: readonly Compare[] = [
  area,
  (needs, site) => {
    const found = atLeast('voltage', needs.voltageKv, site.voltageKv, { zh: '电压', en: 'Voltage', unit: 'kV' })
    if (found?.degree === null || found?.degree === 1 || !found) return found
    const [have, want] = [rank(site.voltageKv), rank(needs.voltageKv)]
    const steps = want - have
    return {
      ...found,
      reason: {
        zh: `${found.reason.zh}：差${steps === 1 ? '一' : steps === 2 ? '两' : steps}级，要从更高一级的变电站接入`,
        en: `${found.reason.en}: ${steps} ${steps === 1 ? 'level' : 'levels'} short, to be led in from a higher substation`,
      },
    }
  },
  wish('dualSupply', 'dualSupply', { zh: '双回路供电', en: 'Two supply lines' }),
  (needs, site) => atLeast('power', needs.powerKva, site.powerKva, { zh: '用电容量', en: 'Power', unit: 'kVA' }),
  (needs, site) => {
    if (needs.steamTph !== null && needs.steamTph > 0)
      return atLeast('steam', needs.steamTph, site.steamTph, {
        zh: '蒸汽',
        en: 'Steam',
        unit: '吨/小时',
        unitEn: 't/h',
      })
    if (needs.steam !== true) return null
    return yes('steam', site.steamTph === null ? null : site.steamTph > 0, { zh: '蒸汽', en: 'Steam' })
  },
  (needs, site) =>
    atLeast('water', needs.waterTpd, site.waterTpd, { zh: '供水', en: 'Water', unit: '吨/日', unitEn: 't/d' }),
  wish('gas', 'gas', { zh: '管道燃气', en: 'Piped gas' }),
  wish('heat', 'heat', { zh: '集中供热', en: 'District heat' }),
  wish('drainage', 'drainage', { zh: '污水管网', en: 'Sewer' }),
  wish('rail', 'rail', { zh: '铁路专用线', en: 'Rail siding' }),
  motorway,
  (needs, site) =>
    atLeast('floorLoad', needs.floorLoadKn, site.floorLoadKn, { zh: '楼面荷载', en: 'Floor load', unit: 'kN/m²' }),
  (needs, site) => atLeast('crane', needs.craneT, site.craneT, { zh: '行车', en: 'Crane', unit: '吨', unitEn: 't' }),
  (needs, site) =>
    atLeast('storeyHeight', needs.storeyHeightM, site.storeyHeightM, {
      ...{ zh: '层高', en: 'Storey height', unit: '米', unitEn: 'm' },
    }),
  rent,
  industry,
  day,
  (needs, site) => promise('investment', promisedInvestment(needs, site), site, 'invest-intensity'),
  (needs, site) => promise('tax', needs.taxWanPerMu, site, 'tax-per-mu'),
]

function area({ areaMinSqm: min, areaMaxSqm: max }: Needs, site: Site, rules: MatchRules): Compared | null {
  if (min === null && max === null) return null
  const show = (sqm: number, language: 'zh' | 'en') =>
    site.kind === 'land' ? `${muFromSqm(sqm)} ${language === 'zh' ? '亩' : 'mu'}` : `${sqm} m²`
  const have = site.areaSqm
  const wanted = (language: 'zh' | 'en') =>
    [min, max].map((sqm) => (sqm === null ? '' : show(sqm, language))).join(min !== null && max !== null ? '–' : '')
  const said = (zh: string, en: string): Label => ({
    zh: `${show(have, 'zh')}，需要 ${max !== null && min === null ? '至多 ' : ''}${wanted('zh')}${zh}`,
    en: `${show(have, 'en')}, wanted ${max !== null && min === null ? 'at most ' : ''}${wanted('en')}${en}`,
  })
  if (min !== null && have < min) {
    const short = (min - have) / min
    const gap = [show(min - have, 'zh'), show(min - have, 'en')] as const
    const degree = short <= rules.areaShortfall ? 1 - short : 0
    return { name: 'area', degree, reason: said(`：少 ${gap[0]}`, `: ${gap[1]} short`) }
  }
  const top = max ?? min ?? have
  if (have <= top * (1 + rules.areaShortfall)) return { name: 'area', degree: 1, reason: said('', '') }
  const surplus = (have - top) / top
  const divided = site.kind === 'land' ? '可以问能否分割' : '可以问能否分租'
  return {
    name: 'area',
    // Half is lost where the surplus is what the rule names; more is lost slowly, never all.
    degree: rules.areaSurplus / (rules.areaSurplus + surplus),
    reason: said(
      `：多 ${show(have - top, 'zh')}，${divided}`,
      `: ${show(have - top, 'en')} more, ask whether it can be divided`,
    ),
  }
}

function motorway(needs: Needs, { motorwayKm }: Site): Compared | null {
  if (needs.nearMotorway !== true && needs.motorwayKm === null) return null
  if (motorwayKm === null)
    return {
      ...{ name: 'motorway', degree: null },
      reason: { zh: '到高速的距离没有登记', en: 'The distance to the motorway is not recorded' },
    }
  const text = { zh: `离高速 ${motorwayKm} 公里`, en: `${motorwayKm} km from the motorway` }
  // “Near” without a number is a wish: the nearer, the better; half at 5 km.
  if (needs.motorwayKm === null) return { name: 'motorway', degree: 5 / (5 + motorwayKm), reason: text }
  const met = motorwayKm <= needs.motorwayKm
  return {
    name: 'motorway',
    degree: met ? 1 : needs.motorwayKm / motorwayKm,
    reason: {
      zh: `${text.zh}，需要 ${needs.motorwayKm} 公里以内`,
      en: `${text.en}, wanted within ${needs.motorwayKm} km`,
    },
  }
}

function rent({ rentCeiling }: Needs, { kind, rent: asked }: Site): Compared | null {
  if (rentCeiling === null || kind === 'land') return null
  if (asked === null)
    return { name: 'rent', degree: null, reason: { zh: '租金没有登记', en: 'The rent is not recorded' } }
  return {
    name: 'rent',
    degree: asked <= rentCeiling ? 1 : rentCeiling / asked,
    reason: {
      zh: `参考租金 ${asked} 元/㎡·月，上限 ${rentCeiling}`,
      en: `Asking rent CNY ${asked}/m²·month, ceiling ${rentCeiling}`,
    },
  }
}

function industry({ industryCode }: Needs, { industries }: Site): Compared | null {
  if (industryCode === null) return null
  const wanted = industryLabel(industryCode)
  if (industries.length === 0)
    return {
      ...{ name: 'industry', degree: null },
      reason: { zh: '没有登记准入行业', en: 'The industries let in are not recorded' },
    }
  const fits = industries.some((start) => industryCode.startsWith(start))
  const maybe = !fits && industries.some((start) => start.startsWith(industryCode))
  const list = industries.join('、')
  return {
    name: 'industry',
    degree: fits ? 1 : maybe ? null : 0,
    reason: {
      zh: `准入行业 ${list}，项目为${wanted.zh} ${industryCode}${maybe ? '：要看具体产品' : ''}`,
      en: `Let in: ${industries.join(', ')}; the project is ${wanted.en} ${industryCode}${maybe ? ': depends on the product' : ''}`,
    },
  }
}

function day({ neededBy }: Needs, { handOverOn, handOver, letFrom }: Site): Compared | null {
  if (neededBy === null) return null
  if (handOverOn === null) return { name: 'day', degree: null, reason: handOver }
  const fits = handOverOn <= neededBy && (letFrom === null || neededBy < letFrom)
  return {
    name: 'day',
    // Free for a while: whether that is long enough nobody has said.
    degree: fits ? (letFrom === null ? 1 : null) : 0,
    reason: { zh: `${handOver.zh}，需要 ${neededBy} 前`, en: `${handOver.en}, wanted by ${neededBy}` },
  }
}

/** What is promised a mu, or what the whole investment comes to on this land. */
function promisedInvestment({ investmentWanPerMu, investmentWan }: Needs, site: Site): number | null {
  if (investmentWanPerMu !== null || investmentWan === null || site.kind !== 'land') return investmentWanPerMu
  return Number((investmentWan / Number(muFromSqm(site.areaSqm))).toFixed(2))
}

function promise(name: CriterionName, promised: number | null, site: Site, code: string): Compared | null {
  if (promised === null || site.kind !== 'land') return null
  const bound = site.thresholds.find((one) => one.code === code)
  const text = { zh: `承诺 ${promised} 万元/亩`, en: `Promised CNY ${promised} × 10k a mu` }
  if (!bound)
    return {
      ...{ name, degree: null },
      reason: { zh: `${text.zh}，没有查到这里的控制指标`, en: `${text.en}; no threshold is on file here` },
    }
  return {
    name,
    degree: promised >= bound.value ? 1 : promised / bound.value,
    reason: {
      zh: `${text.zh}，要求不低于 ${bound.value}（${bound.source}）`,
      en: `${text.en}, at least ${bound.value} is required (${bound.source})`,
    },
  }
}

interface Words extends Label {
  readonly unit: string
  readonly unitEn?: string
}

function atLeast(name: CriterionName, want: number | null, have: number | null, words: Words): Compared | null {
  if (want === null || want === 0) return null
  const { zh, en, unit, unitEn = unit } = words
  if (have === null)
    return {
      ...{ name, degree: null },
      reason: {
        zh: `${zh}没有登记，需要 ${want} ${unit}`,
        en: `${en} is not recorded, wanted ${want} ${unitEn}`,
      },
    }
  return {
    ...{ name, degree: have >= want ? 1 : have / want },
    reason: {
      zh: `${zh} ${have} ${unit}，需要 ${want} ${unit}`,
      en: `${en} ${have} ${unitEn}, wanted ${want} ${unitEn}`,
    },
  }
}

function wish(name: CriterionName, field: keyof Needs & keyof Capacity, label: Label): Compare {
  return (needs, site) => (needs[field] === true ? yes(name, site[field] as boolean | null, label) : null)
}

function yes(name: CriterionName, have: boolean | null, { zh, en }: Label): Compared {
  if (have === null) return { name, degree: null, reason: { zh: `${zh}没有登记`, en: `${en}: not recorded` } }
  return {
    ...{ name, degree: have ? 1 : 0 },
    reason: have ? { zh: `有${zh}`, en: `${en}: there` } : { zh: `没有${zh}`, en: `${en}: none` },
  }
}

/** The place of a voltage among the standard ones. */
function rank(kv: number | null): number {
  return voltages.filter((one) => one <= (kv ?? 0)).length
}
