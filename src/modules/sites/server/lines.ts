import { muFromSqm } from '../../../kernel/area.ts'
import type { Label } from '../../../kernel/label.ts'
import { landKindLabels, landUseLabels, serviceLevelLabels } from '../../parcels/contract/parcel.ts'
import { parcelStateLabels } from '../../parcels/contract/state.ts'
import { useLabels } from '../../space/contract/words.ts'
import type { Offer } from './offer.ts'

interface Line {
  readonly label: Label
  readonly value: Label
}

const unknown: Label = { zh: '没有登记', en: 'not recorded' }

/** What lies at the boundary of a parcel or in a unit; what nobody has entered is said to be so. */
export function utilityLines({ site, parcel, unit }: Offer): Line[] {
  if (unit)
    return [
      amount('楼面荷载', 'Floor load', unit.loadKnSqm, 'kN/m²'),
      amount('行车', 'Crane', unit.craneT, '吨', 't'),
      amount('层高', 'Storey height', unit.heightM, '米', 'm'),
      amount('可用电力', 'Power', unit.powerKva, 'kVA'),
    ]
  return [
    amount('供电电压', 'Voltage', site.voltageKv, 'kV'),
    yesNo('双回路', 'Two supply lines', site.dualSupply),
    amount('供电容量', 'Power', site.powerKva, 'kVA'),
    amount('蒸汽', 'Steam', site.steamTph, '吨/小时', 't/h'),
    amount('供水', 'Water', site.waterTpd, '吨/日', 't/d'),
    amount('天然气', 'Gas', parcel?.gasM3h ?? null, 'm³/h'),
    amount('供热', 'Heat', parcel?.heatMw ?? null, 'MW'),
    amount('污水接纳', 'Sewer', parcel?.drainageTpd ?? null, '吨/日', 't/d'),
    amount('临路宽度', 'Road width', parcel?.roadWidthM ?? null, '米', 'm'),
    yesNo('铁路专用线', 'Rail siding', site.rail),
    amount('距高速口', 'To the motorway', site.motorwayKm, '公里', 'km'),
  ]
}

/** What kind of site it is. */
export function factLines({ site, parcel, unit }: Offer): Line[] {
  const area = { zh: '面积', en: 'Area' }
  if (unit)
    return [
      { label: area, value: { zh: `${site.areaSqm} m²`, en: `${site.areaSqm} m²` } },
      { label: { zh: '用途', en: 'Use' }, value: useLabels[unit.use] },
      amount('楼层', 'Level', unit.level, ''),
    ]
  if (!parcel) return []
  const mu = muFromSqm(site.areaSqm)
  return [
    { label: area, value: { zh: `${mu} 亩（${site.areaSqm} m²）`, en: `${mu} mu (${site.areaSqm} m²)` } },
    { label: { zh: '编号', en: 'Code' }, value: { zh: parcel.code, en: parcel.code } },
    { label: { zh: '用途', en: 'Land use' }, value: landUseLabels[parcel.landUse] },
    { label: { zh: '供地类型', en: 'Kind' }, value: landKindLabels[parcel.landKind] },
    { label: { zh: '配套程度', en: 'Services' }, value: serviceLevelLabels[parcel.serviceLevel] },
    { label: { zh: '状态', en: 'State' }, value: parcelStateLabels[parcel.state] },
    {
      label: { zh: '准入行业', en: 'Industries' },
      value:
        site.industries.length === 0 ? unknown : { zh: site.industries.join('、'), en: site.industries.join(', ') },
    },
  ]
}

function amount(zh: string, en: string, value: number | null, unit: string, unitEn = unit): Line {
  const said = value === null ? unknown : { zh: `${value} ${unit}`.trim(), en: `${value} ${unitEn}`.trim() }
  return { label: { zh, en }, value: value === 0 && unit !== '' ? { zh: '没有', en: 'none' } : said }
}

function yesNo(zh: string, en: string, value: boolean | null): Line {
  return {
    label: { zh, en },
    value: value === null ? unknown : value ? { zh: '有', en: 'yes' } : { zh: '没有', en: 'no' },
  }
}
