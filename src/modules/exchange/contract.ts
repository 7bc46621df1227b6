import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import {
  CodeKind,
  Conflict,
  ExternalCase,
  Imported,
  Invalid,
  Run,
  StateRow,
  TableName,
  TableRow,
  Unmapped,
} from './contract/rows.ts'

const zone = z.string()
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const base = '/api/zones/:zone/exchange'
const reason = z.string().trim().min(2).max(500)

export const getExchange = endpoint({
  name: 'exchange.getExchange',
  method: 'GET',
  path: base,
  permission: 'exchange.read',
  effect: 'read',
  summary: {
    zh: '数据交换：记录、冲突、待对照编码、外部办件',
    en: 'Exchange: runs, conflicts, codes to be mapped, external cases',
  },
  input: z.object({ zone }),
  output: z.object({
    runs: z.array(Run),
    conflicts: z.array(Conflict),
    unmapped: z.array(Unmapped),
    external: z.array(ExternalCase),
  }),
})

/** The door for a machine: rows as JSON, through an ordinary account that holds the permission. */
export const receiveStates = endpoint({
  name: 'exchange.receiveStates',
  method: 'POST',
  path: `${base}/states`,
  permission: 'exchange.import',
  effect: 'write',
  summary: { zh: '接收省平台办件状态', en: 'Take in case states of the provincial platform' },
  input: z.object({
    zone,
    source: z.string().trim().min(1).max(120).default('接口'),
    rows: z.array(StateRow).min(1).max(5000),
  }),
  output: Imported,
})

export const importFile = endpoint({
  name: 'exchange.importFile',
  method: 'POST',
  path: `${base}/files`,
  permission: 'exchange.import',
  effect: 'write',
  summary: { zh: '导入省平台办件状态文件（xlsx、csv、JSON）', en: 'Import a file of case states (xlsx, csv, JSON)' },
  /** `content` is the file in base64; its kind is told by what it holds. */
  input: z.object({ zone, name: z.string().trim().min(1).max(200), content: z.base64().min(1) }),
  inText: { field: 'content', types: [xlsx, 'text/plain'] },
  output: Imported,
})

export const decideConflict = endpoint({
  name: 'exchange.decideConflict',
  method: 'POST',
  path: `${base}/conflicts/:case/decide`,
  permission: 'exchange.decide',
  effect: 'write',
  summary: { zh: '裁定冲突以哪边为准', en: 'Say which side of a conflict holds' },
  /** The states as they were read: when either has moved on, the conflict is another one. */
  input: z.object({
    zone,
    case: z.uuid(),
    keep: z.enum(['ours', 'theirs']),
    ours: z.string().max(40),
    theirs: z.string().max(40),
    reason,
  }),
  output: z.object({ conflicts: z.array(Conflict) }),
})

export const mapCode = endpoint({
  name: 'exchange.mapCode',
  method: 'POST',
  path: `${base}/codes`,
  permission: 'exchange.map',
  effect: 'write',
  summary: { zh: '对照一个编码', en: 'Map a code' },
  /** `to`: the project code, the matter code or the state number that it means here. */
  input: z.object({
    zone,
    kind: CodeKind,
    code: z.string().min(1).max(100),
    to: z.string().trim().min(1).max(100),
    reason,
  }),
  output: z.object({ mapped: z.number().int(), unmapped: z.array(Unmapped) }),
})

const asked = {
  zone,
  /** Only rows that changed since then. */
  since: z.iso.datetime({ offset: true }).optional(),
}

export const exportTables = endpoint({
  name: 'exchange.exportTables',
  method: 'GET',
  path: `${base}/tables`,
  permission: 'exchange.export',
  effect: 'read',
  summary: {
    zh: '导出工程审批数据交换表与校验报告',
    en: 'Tables of the national exchange with the report on their validity',
  },
  input: z.object(asked),
  output: z.object({
    zone: z.string(),
    at: z.string(),
    tables: z.record(TableName, z.array(TableRow)),
    invalid: z.array(Invalid),
  }),
})

export const exportSheet = endpoint({
  name: 'exchange.exportSheet',
  method: 'GET',
  path: `${base}/tables/workbook`,
  permission: 'exchange.export',
  effect: 'read',
  summary: { zh: '导出交换表 Excel', en: 'The tables as an Excel workbook' },
  input: z.object(asked),
  output: z.unknown(),
  file: xlsx,
})

export const exportCsv = endpoint({
  name: 'exchange.exportCsv',
  method: 'GET',
  path: `${base}/tables/csv`,
  permission: 'exchange.export',
  effect: 'read',
  summary: { zh: '导出一张交换表 CSV', en: 'One table as CSV' },
  input: z.object({ ...asked, table: TableName }),
  output: z.unknown(),
  file: 'text/csv',
})
