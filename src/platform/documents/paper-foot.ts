import { latestCheckpoint } from '../journal/seal/checkpoints.ts'
import { paperLabel, paperText } from '../journal/seal/paper-line.ts'
import type { Database, ZoneRef } from '../module.ts'

/**
 * What a paper that leaves the house says at its foot: the newest checkpoint of the zone's journal, so that one stands where nobody in the
 * house can change it. Null before anything is sealed, and for a paper of no zone. Run in the zone's context.
 */
export async function paperFoot(db: Database, zone: ZoneRef | null): Promise<string | null> {
  const checkpoint = zone === null ? undefined : await latestCheckpoint(db, zone.id)
  return checkpoint ? paperText(checkpoint.statement) : null
}

const printed = /luodi-journal\/1 [a-z0-9-]+ \d+ [0-9a-f]{32} [0-9TZ:.-]+/

/** The line that stands in a text, with its label; null when there is none. */
export function footIn(text: string): string | null {
  const line = printed.exec(text)?.[0]
  return line === undefined ? null : `${paperLabel} ${line}`
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
