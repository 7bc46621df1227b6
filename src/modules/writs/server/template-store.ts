import type { Selectable } from 'kysely'
import { notFound } from '../../../platform/access/caller.ts'
import type { Database } from '../../../platform/module.ts'
import type { WritKind } from '../contract/kinds.ts'
import { shippedTemplate } from './shipped.ts'
import type { TemplateRow } from './table.ts'

export interface TemplateInUse {
  readonly edition: number
  readonly bytes: Buffer
  readonly sha256: string
}

/** The template in force: what the office has published, else the one that comes with the program (edition 0). */
export async function templateInForce(db: Database, zoneId: string, kind: WritKind): Promise<TemplateInUse> {
  const row = await templatesIn(db, zoneId).where('kind', '=', kind).where('state', '=', 'published').executeTakeFirst()
  if (row) return { edition: row.edition, bytes: row.content, sha256: row.sha256 }
  return { edition: 0, ...(await shippedTemplate(kind)) }
}

/** One edition, whatever its state; 404 when it does not exist. */
export async function templateOf(
  db: Database,
  zoneId: string,
  { kind, edition }: { readonly kind: WritKind; readonly edition: number },
): Promise<TemplateInUse> {
  if (edition === 0) return { edition, ...(await shippedTemplate(kind)) }
  const row = await templatesIn(db, zoneId).where('kind', '=', kind).where('edition', '=', edition).executeTakeFirst()
  if (!row) throw notFound()
  return { edition, bytes: row.content, sha256: row.sha256 }
}

export function templatesIn(db: Database, zoneId: string) {
  return db.selectFrom('writs.templates').selectAll().where('zone_id', '=', zoneId).where('archived_at', 'is', null)
}

export type StoredTemplate = Selectable<TemplateRow>
