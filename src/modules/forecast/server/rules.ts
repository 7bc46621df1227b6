import { readDataFile } from '../../../platform/data-files.ts'
import { ForecastRules } from '../contract/rules.ts'

/** The assumptions that the installation ships; read once. */
export function forecastRules(): ForecastRules {
  kept ??= ForecastRules.parse(readDataFile('forecast/rules.json'))
  return kept
}

let kept: ForecastRules | undefined
