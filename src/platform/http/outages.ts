import type { Label } from '../../kernel/label.ts'

/** A fault beneath us that passes: what it is called, and after how many seconds it is worth trying again. */
export interface Outage {
  readonly status: 400 | 503
  readonly code: string
  readonly text: Label
  readonly retryAfterSeconds: number
}

const outage = (code: string, retryAfterSeconds: number, zh: string, en: string): Outage => ({
  ...{ status: 503, code, text: { zh, en }, retryAfterSeconds },
})

const unavailable = outage(
  'database.unavailable',
  5,
  '数据库暂时不可用，请稍后再试。',
  'The database cannot be reached: try again later.',
)
const busy = outage(
  'database.busy',
  2,
  '系统繁忙，请几秒后再试；未保存任何内容。',
  'The system is busy: try again in a few seconds. Nothing was saved.',
)
const contended = outage(
  'database.contended',
  1,
  '与他人同时操作而未完成，未保存任何内容，请再试一次。',
  'Others worked on the same at the same moment. Nothing was saved: try again.',
)
const tooSlow = outage('database.too_slow', 5, '查询超时，请稍后再试。', 'The query took too long: try again later.')
const readOnly = outage(
  'database.read_only',
  30,
  '系统暂时只能查阅、不能保存（数据库处于只读状态），请稍后再试。',
  'For now the system can be read but not written (its database is read-only): try again later.',
)
const full = outage(
  'storage.full',
  60,
  '服务器存储空间不足，未保存任何内容。请通知系统管理员清理磁盘后再试。',
  "The server's disk is full and nothing was saved. Tell the administrator, and try again when there is space.",
)
const unwritable = outage(
  'storage.unwritable',
  60,
  '服务器无法写入存储，未保存任何内容。请通知系统管理员检查磁盘后再试。',
  "The server's disk cannot be written and nothing was saved. Tell the administrator, and try again later.",
)
const damaged = outage(
  'database.damaged',
  60,
  '数据库文件缺失或损坏，未保存任何内容。请通知系统管理员：要检查磁盘，必要时从备份恢复。',
  'Files of the database are missing or damaged and nothing was saved. Tell the administrator: look at the disk, and restore from the backup if need be.',
)
const unusable: Outage = {
  ...{ status: 400, code: 'database.unusable_value', retryAfterSeconds: 0 },
  text: {
    zh: '有一个值无法保存或查询（例如含有空字符、数字过大）。',
    en: 'A value cannot be stored or searched (a NUL character, a number out of range).',
  },
}

/** By SQLSTATE or the system's own code; the first that fits. */
const byCode: readonly (readonly [RegExp, Outage])[] = [
  // A value that PostgreSQL cannot read: NUL in a text, a number or time out of range, no uuid where one belongs.
  [/^22(021|P05|P02|003|007|008)$/, unusable],
  [/^57014$/, tooSlow],
  [/^(40P01|40001|55P03)$/, contended],
  [/^25006$/, readOnly],
  [/^(53100|ENOSPC|EDQUOT|EFBIG)$/, full],
  [/^(58030|EROFS|EIO)$/, unwritable],
  [/^(53300|53200|53000|EMFILE|ENFILE)$/, busy],
  [/^(58P01|XX001|XX002|3D000)$/, damaged],
  [
    /^(08...|57P0[1-5]|25P03|28...|ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|EPIPE|ETIMEDOUT)$/,
    unavailable,
  ],
]

/** Faults that the driver tells by their text alone. */
const byText: readonly (readonly [RegExp, Outage])[] = [
  // All connections were in use for as long as one may wait.
  [/timeout exceeded when trying to connect/, busy],
  [/Query read timeout/, tooSlow],
  // The socket of a database that is away is not there; the code alone is that of any file.
  [/Connection terminated|not queryable|^connect ENOENT /, unavailable],
]

/** With it PostgreSQL ends a connection or refuses to open one, whatever the reason; in the server's language. */
const ended = /^(FATAL|PANIC|致命错误)$/

/** Undefined for an error that is no fault beneath us. */
export function outageOf(code: string, error: unknown): Outage | undefined {
  const isEnd = error instanceof Error && 'severity' in error && ended.test(String(error.severity))
  const found = byCode.find(([codes]) => codes.test(code))
  if (found && !(isEnd && found[1].status === 400)) return found[1]
  if (isEnd) return unavailable
  return error instanceof Error ? byText.find(([texts]) => texts.test(error.message))?.[1] : undefined
}
