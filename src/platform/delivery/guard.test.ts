import { describe, expect, it } from 'vitest'
import { isPublic, type Outside, openTarget, outsideOf } from './guard.ts'

const answers: Record<string, { address: string; family: number }[]> = {
  'hook.example': [{ address: '203.119.24.1', family: 4 }],
  'inside.example': [{ address: '127.0.0.1', family: 4 }],
  'both.example': [
    { address: '203.119.24.1', family: 4 },
    { address: '10.1.2.3', family: 4 },
  ],
  'mapped.example': [{ address: '::ffff:127.0.0.1', family: 6 }],
}
const outside: Outside = {
  allow: ['mail.zone.example', '127.0.0.1:2525'],
  resolve: async (host) => answers[host] ?? [],
}

describe('where messages may go', () => {
  it.each([
    ['169.254.169.254', 'closed_address'],
    ['127.0.0.1', 'closed_address'],
    ['10.0.0.8', 'closed_address'],
    ['172.20.1.1', 'closed_address'],
    ['192.168.1.1', 'closed_address'],
    ['100.100.100.200', 'closed_address'],
    ['0.0.0.0', 'closed_address'],
    ['255.255.255.255', 'closed_address'],
    ['[::1]', 'closed_address'],
    ['[fe80::1]', 'closed_address'],
    ['[fd00:ec2::254]', 'closed_address'],
    ['[::ffff:10.0.0.1]', 'closed_address'],
    ['inside.example', 'closed_address'],
    ['both.example', 'closed_address'],
    ['mapped.example', 'closed_address'],
    ['nowhere.example', 'unknown_host'],
  ])('%s is refused: %s', async (host, reason) => {
    await expect(openTarget(host, 443, outside)).rejects.toMatchObject({ code: `delivery.${reason}` })
  })

  it('a public name opens to the address that was looked at', async () => {
    expect(await openTarget('hook.example', 443, outside)).toEqual({ address: '203.119.24.1', family: 4 })
    expect(isPublic({ address: '2400:3200::1', family: 6 })).toBe(true)
  })

  it('what the installation allows is open at its port only', async () => {
    expect(await openTarget('127.0.0.1', 2525, outside)).toEqual({ address: '127.0.0.1', family: 4 })
    await expect(openTarget('127.0.0.1', 80, outside)).rejects.toMatchObject({ code: 'delivery.closed_address' })
    expect(outsideOf({ LUODI_ALLOW_HOSTS: ' Mail.Zone.example , ' }).allow).toEqual(['mail.zone.example'])
    expect(outsideOf({}).allow).toEqual([])
  })
})
