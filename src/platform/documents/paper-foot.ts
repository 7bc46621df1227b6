import { latestCheckpoint } from '../journal/seal/checkpoints.ts'
import { readStatement } from '../journal/seal/statement.ts'
import type { Database, ZoneRef } from '../module.ts'

/** 128 bits of the root: short enough to be typed from paper, long enough that nobody finds another tree with it. */
const rootDigits = 32

const label = '日志检查点'

/**
 * What a paper that leaves the house says at its foot: the newest checkpoint of the zone's journal, so that one stands where nobody in the
 * house can change it. Null before anything is sealed, and for a paper of no zone. Run in the zone's context.
 */
export async function paperFoot(db: Database, zone: ZoneRef | null): Promise<string | null> {
  const checkpoint = zone === null ? undefined : await latestCheckpoint(db, zone.id)
  const line = checkpoint && paperLine(checkpoint.statement)
  return line ? `${label} ${line}` : null
}

/** `luodi-journal/1 <zone> <events> <half of the root> <time>`, as docs/security/verify-paper.sh reads it; null for what is no statement. */
export function paperLine(statement: string): string | null {
  const stated = readStatement(statement)
  if (stated === null) return null
  const { zoneCode, size, root, at } = stated
  return `luodi-journal/1 ${zoneCode} ${size} ${root.slice(0, rootDigits)} ${at}`
}

const printed = /luodi-journal\/1 [a-z0-9-]+ \d+ [0-9a-f]{32} [0-9TZ:.-]+/

/** The line that stands in a text, with its label; null when there is none. */
export function footIn(text: string): string | null {
  const line = printed.exec(text)?.[0]
  return line === undefined ? null : `${label} ${line}`
}

/** The page with the line at the foot of every sheet that is printed of it. */
export function withFoot(html: string, foot: string | null): string {
  if (foot === null) return html
  const rule = `@page{@bottom-left{content:"${cssText(foot)}";font:6.5pt "Times New Roman","Luodi Serif",serif;vertical-align:bottom;padding-bottom:5mm}}`
  return html.replace('</head>', `<style>${rule}</style></head>`)
}

function cssText(text: string): string {
  return text.replace(/[^\p{L}\p{N} /:.-]/gu, ' ')
}
