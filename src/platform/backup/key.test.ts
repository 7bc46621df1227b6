import { scryptSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { EncryptionShape, markOf, newEncryption, openEncryption } from './key.ts'

const secret = Buffer.from('a passphrase of the keeper')

describe('the key', () => {
  it('of a new folder is derived at a cost that OWASP names, which is written down, and opens it again', async () => {
    const { encryption, key } = await newEncryption(secret)
    expect(encryption.cost).toEqual({ N: 2 ** 15, r: 8, p: 3 })
    const read = EncryptionShape.parse(JSON.parse(JSON.stringify(encryption)))
    expect((await openEncryption(read, secret)).equals(key)).toBe(true)
    await expect(openEncryption(read, Buffer.from('another passphrase'))).rejects.toMatchObject({
      code: 'backup.wrong_key',
    })
  })

  it('of a folder from before the cost was written down opens it at the cost of before', async () => {
    const salt = '00112233445566778899aabbccddeeff'
    const key = scryptSync(secret, Buffer.from(salt, 'hex'), 32, { N: 2 ** 15, r: 8, p: 1, maxmem: 2 ** 26 })
    const before = EncryptionShape.parse({ salt, check: markOf(key, 'luodi-backup') })
    expect((await openEncryption(before, secret)).equals(key)).toBe(true)
  })

  it.each([
    { N: 2 ** 21, r: 8, p: 1 },
    { N: 2 ** 15, r: 8, p: 11 },
    { N: 2 ** 15, r: 64, p: 1 },
  ])('is not derived at a cost that somebody wrote into a head to exhaust us: %o', (cost) => {
    expect(EncryptionShape.safeParse({ salt: '00', check: '00', cost }).success).toBe(false)
  })
})
