import { mkdir, open, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { sizeOf } from './cluster-files.ts'
import { frameBytes, measureFrames, sealFrame } from './frames.ts'
import type { Vault } from './vault.ts'

/** A file of the vault that grows at its end. */
export interface Appender {
  /** Plain bytes in it. */
  readonly length: () => number
  /** On disk for good before it returns. */
  readonly append: (bytes: Buffer) => Promise<void>
  readonly close: () => Promise<void>
}

/** Goes on with a file, or begins it. A frame that a killed process left half written is cut off. */
export async function openAppender(vault: Vault, { path, bound }: { path: string; bound: string }): Promise<Appender> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const handle = await open(path, 'a', 0o600)
  let frames = 0
  let length = await sizeOf(path)
  if (vault.encrypted) {
    const measured = measureFrames(await readFile(path))
    await handle.truncate(measured.end)
    frames = measured.frames
    length = measured.plain
  }
  return {
    length: () => length,
    append: async (bytes) => {
      for (let at = 0; at < bytes.length; at += frameBytes) {
        const plain = bytes.subarray(at, at + frameBytes)
        await handle.writeFile(vault.key ? sealFrame(vault.key, plain, { name: bound, index: frames }) : plain)
        frames += 1
      }
      await handle.datasync()
      length += bytes.length
    },
    close: () => handle.close(),
  }
}
