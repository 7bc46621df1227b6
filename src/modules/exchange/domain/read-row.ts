import type { Label } from '../../../kernel/label.ts'
import type { StateRow } from '../contract/rows.ts'

/** A row that is sound in itself; whether its codes mean something here is asked later. */
export interface RemoteEvent {
  readonly projectCode: string
  readonly matterCode: string
  readonly instance: string
  /** As written: 1 to 16, or what a province writes instead. */
  readonly stateCode: string
  /** ISO 8601, UTC. */
  readonly at: string
  readonly note: string | null
}

/** GB/T 40058-2021; before 2021 with a four-digit year. */
const projectCode = /^\d{4}-\d{6}-\d{2}-\d{2}-\d{6}$/

/** A row of the provincial platform as an event, or why it is none. */
export function readStateRow(row: StateRow): RemoteEvent | Label {
  const code = row.xmdm.trim().normalize('NFKC')
  if (!projectCode.test(code)) {
    return {
      zh: `项目代码“${row.xmdm}”的写法不对，应形如 2603-140821-04-01-123456`,
      en: `the project code "${row.xmdm}" is not written like 2603-140821-04-01-123456`,
    }
  }
  const at = instantOf(row.blsj)
  if (at === null) {
    return {
      zh: `办理时间“${row.blsj}”的写法不对，应形如 2026-03-02 09:30:00`,
      en: `the time "${row.blsj}" is not written like 2026-03-02 09:30:00`,
    }
  }
  const [matterCode, instance, stateCode] = [row.spsxbm.trim(), row.spsxslbm.trim(), String(row.blzt).trim()]
  if (matterCode === '' || instance === '' || stateCode === '') {
    return {
      zh: '缺少事项编码、实例编码或办理状态',
      en: 'the code of the matter, of the application or the state is missing',
    }
  }
  return { projectCode: code, matterCode, instance, stateCode, at, note: row.blyj ?? null }
}

/** China's time without an offset, as the exchange writes it; a day alone is its beginning. Null when it is no moment. */
function instantOf(text: string): string | null {
  const local = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[ T](\d{1,2}):(\d{2})(?::(\d{2}))?)?$/.exec(text.trim())
  const [, year = '', month = '', day = '', hour = '0', minute = '00', second = '00'] = local ?? []
  const iso = local
    ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T${hour.padStart(2, '0')}:${minute}:${second}+08:00`
    : text.trim()
  const moment = new Date(iso)
  if (Number.isNaN(moment.getTime()) || !/T.*(Z|[+-]\d{2}:?\d{2})$/.test(iso)) return null
  const real = new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
  return local && real !== iso.slice(0, 10) ? null : moment.toISOString()
}
