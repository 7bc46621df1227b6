import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Problem } from '../../kernel/problem.ts'
import { digestOfFile } from '../backup/digest.ts'
import type { ZoneManifest } from './manifest.ts'

/** Refuses an export of which a file is missing or is not what was written, by name, before anything is touched. */
export async function refuseDamaged(folder: string, manifest: ZoneManifest): Promise<void> {
  const files = [
    ...[...manifest.tables, ...manifest.references].map(({ file, sha256 }) => ({ file, sha256 })),
    ...manifest.uploads.map(({ sha256 }) => ({ file: `files/${sha256.slice(0, 2)}/${sha256}`, sha256 })),
  ]
  const wrong: string[] = []
  for (const { file, sha256 } of files) {
    if ((await digestOfFile(join(folder, file)).catch(() => null)) !== sha256) wrong.push(file)
  }
  if (wrong.length === 0) return
  throw new Problem(
    'conflict',
    'zone.export_damaged',
    {
      zh: `导出已损坏，不予导入：${wrong.slice(0, 5).join('、')}。`,
      en: `The export is damaged and is not imported: ${wrong.slice(0, 5).join(', ')}.`,
    },
    { files: wrong },
  )
}

/** The lines of one file, many at a time. */
export async function* portionsOf(path: string, size: number): AsyncGenerator<string[]> {
  let lines: string[] = []
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line !== '') lines.push(line)
    if (lines.length < size) continue
    yield lines
    lines = []
  }
  if (lines.length > 0) yield lines
}
