import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { Problem } from '../../kernel/problem.ts'
import { EncryptionShape } from '../backup/key.ts'

const Rows = z.object({ name: z.string(), file: z.string(), rows: z.number().int(), sha256: z.string() })

/** What a zone's export is made of. */
export const ZoneManifest = z.object({
  luodi: z.literal('zone'),
  format: z.literal(1),
  zone: z.object({ id: z.uuid(), code: z.string() }),
  exportedAt: z.string(),
  release: z.string(),
  migrations: z.array(z.string()),
  /** How the keys of persons and the channels' secrets are kept: under a key of its own, or as they are. */
  encryption: EncryptionShape.nullable(),
  tables: z.array(Rows),
  /** Rows of the whole installation that the zone's point at. */
  references: z.array(Rows),
  uploads: z.array(z.object({ sha256: z.string(), size: z.number().int() })),
})
export type ZoneManifest = z.infer<typeof ZoneManifest>

export async function readZoneManifest(folder: string): Promise<ZoneManifest> {
  const text = await readFile(join(folder, 'manifest.json'), 'utf8').catch(() => null)
  if (text === null) {
    throw new Problem('not_found', 'zone.no_export', {
      zh: `${folder} 中没有开发区导出（缺少 manifest.json）。`,
      en: `There is no export of a zone in ${folder} (no manifest.json).`,
    })
  }
  try {
    return ZoneManifest.parse(JSON.parse(text))
  } catch {
    throw new Problem('conflict', 'zone.manifest_broken', {
      zh: `${join(folder, 'manifest.json')} 已损坏或由更新的版本写成。`,
      en: `${join(folder, 'manifest.json')} is damaged or was written by a newer version.`,
    })
  }
}
