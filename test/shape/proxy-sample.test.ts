import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const sample = readFileSync(new URL('../../docs/how-to/nginx.conf', import.meta.url), 'utf8')
const line = (word: string) => new RegExp(`^\\s*${word} (.*);$`, 'm').exec(sample)?.[1]

/** Forward secrecy and authenticated encryption. */
const strong = /^ECDHE-(ECDSA|RSA)-(AES(128|256)-GCM-SHA(256|384)|CHACHA20-POLY1305)$/

it('the sample of a proxy takes TLS 1.2 and 1.3 alone, and there only strong suites, the strongest first', () => {
  expect(line('ssl_protocols')).toBe('TLSv1.2 TLSv1.3')
  const suites = line('ssl_ciphers')?.split(':') ?? []
  expect(suites.length).toBeGreaterThan(3)
  expect(suites.filter((suite) => !strong.test(suite))).toEqual([])
  expect(suites[0]).toContain('AES256-GCM')
  expect(line('ssl_prefer_server_ciphers')).toBe('on')
})

it('and believes nobody’s word on the address, sends HSTS for a year, and refuses the API over http', () => {
  expect(line('proxy_set_header X-Forwarded-For')).toBe('$remote_addr')
  expect(line('proxy_set_header X-Forwarded-Proto')).toBe('$scheme')
  expect(line('add_header Strict-Transport-Security')).toBe('"max-age=31536000; includeSubDomains" always')
  expect(sample).toMatch(/listen 80;[^}]*location \/api\/ \{ return 403; \}/)
})
