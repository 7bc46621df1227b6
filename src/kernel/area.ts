import { Decimal } from 'decimal.js'
import type { Language } from './label.ts'

/** One mu is 2000/3 m². The State Council's decree on units (1984) keeps 亩 for land beside m² and ha; 0.0015 mu a m² is exact. */
const muPerSqm = '0.0015'
const sqmPerHa = 10_000

/** Mu with two places, rounded half up, as land papers state it. Area is stored in m²; mu is shown. */
export function muFromSqm(areaSqm: number | string): string {
  return new Decimal(areaSqm).times(muPerSqm).toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toFixed(2)
}

/** m² with two places: what an area quoted in mu comes to. */
export function sqmFromMu(areaMu: number | string): string {
  return new Decimal(areaMu).div(muPerSqm).toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toFixed(2)
}

/** Hectares with four places, so that a m² is still seen. */
export function haFromSqm(areaSqm: number | string): string {
  return new Decimal(areaSqm).div(sqmPerHa).toDecimalPlaces(4, Decimal.ROUND_HALF_UP).toFixed(4)
}

export function sqmFromHa(areaHa: number | string): string {
  return new Decimal(areaHa).times(sqmPerHa).toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toFixed(2)
}

/** For people: mu first in Chinese, as everybody speaks; hectares first in English. Both with m² beside. */
export function formatArea(areaSqm: number | string, language: Language): string {
  const sqm = new Decimal(areaSqm).toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toFixed()
  return language === 'zh' ? `${muFromSqm(areaSqm)} 亩（${sqm} m²）` : `${haFromSqm(areaSqm)} ha (${sqm} m²)`
}
