import type { ColumnType } from 'kysely'
import type { DeskForecast, MilestoneForecast, Rests } from '../contract/result.ts'
import type { ForecastState } from '../contract.ts'

/** Written as JSON text, read as what it says. */
type Json<T> = ColumnType<T, string, string>

interface ForecastRow {
  zone_id: string
  id: string
  version: number
  created_at: Date
  created_by: string
  updated_at: Date
  updated_by: string
  archived_at: Date | null
  sample: boolean
  asked_by: string
  state: ForecastState
  runs: number
  seed: number
  done: number
  total: number
  attempts: number
  beat_at: Date | null
  data_at: Date | null
  finished_at: Date | null
  reason_zh: string | null
  reason_en: string | null
  desks: Json<readonly DeskForecast[]> | null
  rests: Json<Rests> | null
  provisional: boolean | null
  unplanned: number | null
}

interface DeskSettingRow {
  zone_id: string
  id: string
  version: number
  created_at: Date
  created_by: string
  updated_at: Date
  updated_by: string
  archived_at: Date | null
  sample: boolean
  search_text: string
  department_id: string
  cases_at_once: number
  valid_from: string
  valid_until: string | null
  source: string
}

interface OutcomeRow {
  zone_id: string
  id: string
  created_at: Date
  created_by: string
  forecast_id: string
  project_id: string
  permit: Json<MilestoneForecast>
  production: Json<MilestoneForecast>
  incomplete: boolean
}

declare module '../../../platform/tables.ts' {
  interface Tables {
    'forecast.forecasts': ForecastRow
    'forecast.outcomes': OutcomeRow
    'forecast.desk_settings': DeskSettingRow
  }
}

export type { ForecastRow, OutcomeRow }
