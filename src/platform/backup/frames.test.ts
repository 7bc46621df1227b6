import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { measureFrames, openFrames, sealFrame } from './frames.ts'

const key = randomBytes(32)
const bytes = fc.uint8Array({ maxLength: 300 }).map((list) => Buffer.from(list))

async function* inPieces(whole: Buffer, size: number) {
  for (let at = 0; at < whole.length; at += size) yield whole.subarray(at, at + size)
}

async function read(whole: Buffer, { name = 'a', size = 7, with: by = key } = {}): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of openFrames(by, inPieces(whole, size), name)) parts.push(part)
  return Buffer.concat(parts)
}

const sealed = (parts: readonly Buffer[], name = 'a') =>
  Buffer.concat(parts.map((part, index) => sealFrame(key, part, { name, index })))

it('gives back what was sealed, however it comes in', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(bytes, { maxLength: 5 }), fc.integer({ min: 1, max: 90 }), async (parts, size) => {
      const whole = sealed(parts)
      expect(await read(whole, { size })).toEqual(Buffer.concat(parts))
      expect(measureFrames(whole)).toEqual({
        frames: parts.length,
        end: whole.length,
        plain: Buffer.concat(parts).length,
      })
    }),
  )
})

it('refuses any flipped bit, another name, another order, another key and an end that is cut off', async () => {
  const parts = [Buffer.from('one'), Buffer.from('two')]
  const whole = sealed(parts)
  for (let at = 0; at < whole.length; at++) {
    const changed = Buffer.from(whole)
    changed[at] = (changed[at] ?? 0) ^ 1
    await expect(read(changed)).rejects.toThrow()
  }
  await expect(read(whole, { name: 'b' })).rejects.toThrow()
  await expect(read(sealed(parts.toReversed()).subarray(35))).rejects.toThrow()
  await expect(read(whole, { with: randomBytes(32) })).rejects.toThrow()
  await expect(read(whole.subarray(0, -1))).rejects.toThrow('cut off')
})

it('finds the last whole frame of a file whose writer was killed', () => {
  const whole = sealed([Buffer.from('one'), Buffer.from('two')])
  expect(measureFrames(whole.subarray(0, -1))).toEqual({ frames: 1, end: 35, plain: 3 })
})
