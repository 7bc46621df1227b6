import PizZip from 'pizzip'
import { expect, it } from 'vitest'
import { unpackedSize } from './unpacked.ts'

function packed(text: string): Uint8Array {
  const zip = new PizZip()
  zip.file('a.xml', text)
  zip.file('b.txt', 'stored', { compression: 'STORE' })
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' })
}

it('counts what a file unpacks to', () => expect(unpackedSize(packed('x'.repeat(100_000)), 1e6)).toBe(100_006))

it('stops at the bound, whatever the directory says', () => {
  const bomb = Buffer.from(packed('0'.repeat(5_000_000)))
  expect(bomb.length).toBeLessThan(20_000)
  const directory = bomb.indexOf(Buffer.from('PK\x01\x02', 'latin1'))
  bomb.writeUInt32LE(10, directory + 24)
  expect(unpackedSize(bomb, 1_000_000)).toBeNull()
})

it('is null of what is no ZIP file', () => {
  expect(unpackedSize(Buffer.from('PK and nothing else'), 1e6)).toBeNull()
  expect(unpackedSize(new Uint8Array(), 1e6)).toBeNull()
})
