import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Sealed } from './seal-zone.ts'

/** A checkpoint as it left the database: one JSON line of `$LUODI_DATA/checkpoints/<zone>.jsonl`. Copy the folder to where its keeper cannot reach. */
export interface Outside {
  readonly statement: string
  /** Base64. */
  readonly signature: string
  readonly keyId: string
}

function fileOf(dataFolder: string, zoneCode: string): string {
  return join(dataFolder, 'checkpoints', `${zoneCode}.jsonl`)
}

export function keepOutside(dataFolder: string, zoneCode: string, { statement, signature, keyId }: Sealed): void {
  const file = fileOf(dataFolder, zoneCode)
  mkdirSync(join(file, '..'), { recursive: true })
  appendFileSync(file, `${JSON.stringify({ statement, signature: signature.toString('base64'), keyId })}\n`)
}

/** What was kept; lines that are cut off or are none are passed over, since a process may end while it writes one. */
export function readOutside(dataFolder: string, zoneCode: string): readonly Outside[] {
  const file = fileOf(dataFolder, zoneCode)
  if (!existsSync(file)) return []
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => lineOf(line))
}

function lineOf(line: string): Outside[] {
  try {
    const { statement, signature, keyId } = JSON.parse(line)
    const whole = [statement, signature, keyId].every((one) => typeof one === 'string')
    return whole ? [{ statement, signature, keyId }] : []
  } catch {
    return []
  }
}
