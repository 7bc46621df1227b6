import { describe, expect, it } from 'vitest'
import { isTest, type SourceFile, sourceFiles } from './source.ts'

const files = sourceFiles('src').filter(({ path }) => /\.tsx?$/.test(path) && !isTest(path))

/** Every place that a pattern names in the house, as `file: what`. */
function places(pattern: RegExp, among: readonly SourceFile[] = files): string[] {
  return [
    ...new Set(among.flatMap(({ path, text }) => [...text.matchAll(pattern)].map((m) => `${path}: ${m[1] ?? m[0]}`))),
  ].toSorted()
}

const ciphers = /['"`]((?:aes|aria(?=-\d)|camellia|des|rc2|blowfish|bf|chacha20|sm4)-[\w-]+|rc4)['"`]/gi
const weakHashes = /['"`](md[245]|sha-?1|ripemd\w*|(?:RSA-)?(?:MD5|SHA1))['"`]/g
const unverified = /rejectUnauthorized|NODE_TLS_REJECT_UNAUTHORIZED|checkServerIdentity/g
const guessable = /Math\.random\(/g

describe('cryptography', () => {
  it('has no cipher but AES-256-GCM', () => {
    expect(files.length).toBeGreaterThan(500)
    expect(places(ciphers)).toEqual([
      'src/platform/backup/frames.ts: aes-256-gcm',
      'src/platform/journal/cipher.ts: aes-256-gcm',
    ])
  })

  it('has no weak hash but the one that codes of the second factor are made of everywhere', () => {
    expect(places(weakHashes)).toEqual(['src/platform/access/factor/totp.ts: sha1'])
  })

  it('has no guessable number but where a server waits or looks for a port', () => {
    expect(places(guessable)).toEqual([
      'src/platform/http/crowd.ts: Math.random(',
      'src/platform/postgres/cluster.ts: Math.random(',
    ])
  })

  it('believes no certificate that is not verified', () => {
    expect(places(unverified)).toEqual([])
  })

  it('a planted fault is found', () => {
    const text = `createHash('md5'); createCipheriv('aes-128-ecb', key, null); Math.random(); get({ rejectUnauthorized: false })`
    const planted = [{ path: 'x.ts', text }]
    expect(places(weakHashes, planted)).toEqual(['x.ts: md5'])
    expect(places(ciphers, planted)).toEqual(['x.ts: aes-128-ecb'])
    expect(places(guessable, planted)).toHaveLength(1)
    expect(places(unverified, planted)).toHaveLength(1)
  })
})
