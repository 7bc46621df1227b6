import { createServer as createPlain } from 'node:http'
import { createServer as createSecure } from 'node:https'
import type { AddressInfo, Server } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import type { Outside } from './guard.ts'
import { sendMail } from './mail.ts'
import { reach } from './reach.ts'

/** Signed by itself, for hook.example, until 2126; it guards nothing. */
const key = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQghwJ98JFNcReTDgGS
IkglX3bl3k35CeGvHsaIUHB/apihRANCAARb8ksAs2BqMhBjkuMHpt23Tgd51qrN
+DxTrNv9fYc0S/8qPW0Kzk0HGDh95C+e8c5k8o6UVioF19K8bU9xMIpe
-----END PRIVATE KEY-----`
const cert = `-----BEGIN CERTIFICATE-----
MIIBhTCCASugAwIBAgIUf+eNgIXLGiiVYCUOfpSqpGphTAwwCgYIKoZIzj0EAwIw
FzEVMBMGA1UEAwwMaG9vay5leGFtcGxlMCAXDTI2MTIwMTAxNDMwM1oYDzIxMjYx
MTA3MDE0MzAzWjAXMRUwEwYDVQQDDAxob29rLmV4YW1wbGUwWTATBgcqhkjOPQIB
BggqhkjOPQMBBwNCAARb8ksAs2BqMhBjkuMHpt23Tgd51qrN+DxTrNv9fYc0S/8q
PW0Kzk0HGDh95C+e8c5k8o6UVioF19K8bU9xMIpeo1MwUTAdBgNVHQ4EFgQU1PeT
CODfJ7NIwDL/yInJfjpvhNcwHwYDVR0jBBgwFoAU1PeTCODfJ7NIwDL/yInJfjpv
hNcwDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNIADBFAiB281QBHlWw7GN0
fqj8hfgD8CPA0ojPOgLak6594Mg2fgIhAKj3Y5c3ASmXIJc5ZZfXfsJz/X9PkCLp
alP55UGVUzqO
-----END CERTIFICATE-----`

async function portOf(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return (server.address() as AddressInfo).port
}

const outside: Outside = {
  allow: ['hook.example'],
  resolve: async () => [{ address: '127.0.0.1', family: 4 }],
}
const asked = { method: 'GET', headers: {}, body: '' } as const
const reached = (port: number) => reach(new URL(`https://hook.example:${port}/`), asked, outside)
const letter = {
  id: 'a',
  to: 'a@zone.example',
  title: 't',
  text: 't',
  url: null,
  login: 'a',
  secret: 'b',
  sender: null,
}

it('a certificate that proves nothing is told as that, with the word that the log keeps, and nobody has answered', async () => {
  let answered = 0
  const server = createSecure({ key, cert }, (_request, response) => {
    answered++
    response.end()
  })
  const port = await portOf(server)
  await expect(reached(port)).rejects.toMatchObject({
    code: 'delivery.untrusted',
    details: { why: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
  })
  expect(answered).toBe(0)
})

it('so is a line that is not encrypted where it has to be', async () => {
  const port = await portOf(createPlain((_request, response) => void response.end()))
  await expect(reached(port)).rejects.toMatchObject({ code: 'delivery.untrusted' })
})

it('who does not answer at all is unreachable', async () => {
  await expect(reached(1)).rejects.toMatchObject({ code: 'delivery.unreachable', details: { why: 'ECONNREFUSED' } })
  const mail = sendMail({ ...letter, address: 'hook.example:1' }, outside)
  await expect(mail).rejects.toMatchObject({ code: 'delivery.unreachable', details: { why: 'ECONNREFUSED' } })
})
