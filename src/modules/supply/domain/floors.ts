/**
 * 招标拍卖挂牌出让国有建设用地使用权规定 (国土资源部令第39号, 2007) Art. 8: the notice at least 20 days before the offer begins; Art. 18: a listing
 * of at least 10 days [M]. 全国工业用地出让最低价标准 (国土资发〔2006〕307号) by land grade [M]. 城乡规划法 Art. 38–39: planning conditions are
 * part of the contract, without them it is void. The numbers are data with validity and source; this only applies them.
 */
import type { Day } from '../../../kernel/calendar.ts'
import type { Label } from '../../../kernel/label.ts'
import { compareMoney, type Money, money } from '../../../kernel/money.ts'
import { daysBetween } from '../../../kernel/months.ts'

export interface Floors {
  readonly noticeDays: number
  readonly listingDays: number
  /** Yuan a m² by land grade (1–15), for industry; null: the installation has none for this grade. */
  readonly pricePerSqm: number | null
  readonly source: string
}

export interface Notice {
  readonly announcedOn: Day
  readonly opensOn: Day
  readonly closesOn: Day
  readonly startPriceYuan: Money
  readonly areaSqm: number
  readonly planningConditions: string
  readonly indicators: number
  readonly standard: boolean
}

export interface Finding {
  readonly code:
    | 'notice_too_short'
    | 'listing_too_short'
    | 'price_below_floor'
    | 'no_planning_conditions'
    | 'no_indicators'
  readonly text: Label
}

/** What bars a notice; nothing when it may go out. */
export function findBars(notice: Notice, floors: Floors): Finding[] {
  return [...findShort(notice, floors), ...findCheap(notice, floors), ...findMissing(notice)]
}

function findShort({ announcedOn, opensOn, closesOn }: Notice, { noticeDays, listingDays }: Floors): Finding[] {
  const notice = daysBetween(announcedOn, opensOn)
  const listing = daysBetween(opensOn, closesOn)
  const short: Finding[] = []
  if (notice < noticeDays) {
    short.push({
      code: 'notice_too_short',
      text: {
        zh: `公告到挂牌起始只有 ${notice} 日，法定不少于 ${noticeDays} 日；请推迟起始日。`,
        en: `Only ${notice} days between notice and opening; the law asks for ${noticeDays}. Open later.`,
      },
    })
  }
  if (listing < listingDays) {
    short.push({
      code: 'listing_too_short',
      text: {
        zh: `挂牌时间只有 ${listing} 日，法定不少于 ${listingDays} 日；请推迟截止日。`,
        en: `Listed for only ${listing} days; the law asks for ${listingDays}. Close later.`,
      },
    })
  }
  return short
}

function findCheap({ startPriceYuan, areaSqm }: Notice, { pricePerSqm }: Floors): Finding[] {
  if (pricePerSqm === null) return []
  const least = money(areaSqm * pricePerSqm)
  if (compareMoney(startPriceYuan, least) >= 0) return []
  return [
    {
      code: 'price_below_floor',
      text: {
        zh: `起始价 ${startPriceYuan} 元低于最低价标准 ${least} 元（${pricePerSqm} 元/m²）；请提高起始价。`,
        en: `The opening price of ${startPriceYuan} yuan lies below the national floor of ${least} (${pricePerSqm} a m²). Raise it.`,
      },
    },
  ]
}

function findMissing({ planningConditions, indicators, standard }: Notice): Finding[] {
  const missing: Finding[] = []
  if (planningConditions.trim() === '') {
    missing.push({
      code: 'no_planning_conditions',
      text: {
        zh: '没有规划条件。规划条件未纳入合同的，合同无效（城乡规划法第39条）；请填写规划条件文号。',
        en: 'No planning conditions: without them the contract is void. Give the document.',
      },
    })
  }
  if (standard && indicators === 0) {
    missing.push({
      code: 'no_indicators',
      text: {
        zh: '标准地的公告须载明控制性指标；请先填写指标。',
        en: 'A notice of standard land states the indicators: enter them first.',
      },
    })
  }
  return missing
}
