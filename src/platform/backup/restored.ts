import { existsSync, readFileSync, renameSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

/** What a restore leaves in the data folder for the next start. */
const Marker = z.object({
  /** When it was restored. */
  at: z.string(),
  /** Of the last transaction that is there. */
  to: z.string(),
  /** Id of the backup. */
  backup: z.string(),
})
type Marker = z.infer<typeof Marker>

const file = 'restored.json'

export async function keepMarker(folder: string, marker: Marker): Promise<void> {
  await writeFile(join(folder, file), `${JSON.stringify(marker)}\n`, { mode: 0o600 })
}

/** The restore that no start has taken note of yet. */
export function readMarker(dataFolder: string): Marker | null {
  const path = join(dataFolder, file)
  return existsSync(path) ? Marker.parse(JSON.parse(readFileSync(path, 'utf8'))) : null
}

/** It has been taken note of. */
export function closeMarker(dataFolder: string): void {
  renameSync(join(dataFolder, file), join(dataFolder, 'restored-last.json'))
}
