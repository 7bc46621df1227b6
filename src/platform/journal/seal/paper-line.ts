import { readStatement } from './statement.ts'

/** 128 bits of the root: short enough to be typed from paper, long enough that nobody finds another tree with it. */
const rootDigits = 32

/** Stands before the line on paper. */
export const paperLabel = '日志检查点'

/** `luodi-journal/1 <zone> <events> <half of the root> <time>`, as docs/security/verify-paper.sh reads it; null for what is no statement. */
function paperLine(statement: string): string | null {
  const stated = readStatement(statement)
  if (stated === null) return null
  const { zoneCode, size, root, at } = stated
  return `luodi-journal/1 ${zoneCode} ${size} ${root.slice(0, rootDigits)} ${at}`
}

/** The line with its label, as it stands at the foot of a sheet. */
export function paperText(statement: string): string | null {
  const line = paperLine(statement)
  return line && `${paperLabel} ${line}`
}
