import { isIP } from 'node:net'
import type { Problem } from '../../kernel/problem.ts'
import { fault } from './faults.ts'
import { isAllowed, type Outside, openTarget } from './guard.ts'
import { lost } from './lost.ts'

export interface Mail {
  /** The idempotency key, told as Message-ID: a mailbox shows a repeated one once. */
  readonly id: string
  readonly to: string
  readonly title: string
  readonly text: string
  readonly url: string | null
  /** `host` or `host:port`. */
  readonly address: string
  readonly login: string | null
  readonly secret: string | null
  readonly sender: string | null
}

const defaultPort = 465
const timeouts = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 8_000, dnsTimeout: 5_000 }

/** Sends one mail as plain text. Passwords go over TLS only, unless the installation names the server as its own. */
export async function sendMail(mail: Mail, outside: Outside): Promise<void> {
  const { host, port } = serverOf(mail.address)
  const target = await openTarget(host, port, outside)
  const own = isAllowed(host, port, outside.allow)
  const secure = port === defaultPort
  // Read with the first mail: most installations send none.
  const { createTransport } = await import('nodemailer')
  const transport = createTransport({
    ...{ host: target.address, port, secure, requireTLS: !secure && !own, ignoreTLS: own && !secure },
    ...{ tls: isIP(host) === 0 ? { servername: host } : {}, ...timeouts },
    ...(mail.login !== null && mail.secret !== null && { auth: { user: mail.login, pass: mail.secret } }),
  })
  try {
    const from = mail.sender ?? mail.login ?? `luodi@${host}`
    const text = mail.url === null ? mail.text : `${mail.text}\n\n${mail.url}`
    const messageId = `<${mail.id}@luodi>`
    await transport.sendMail({
      from,
      to: mail.to,
      subject: mail.title,
      text,
      messageId,
      headers: { 'X-Luodi-Key': mail.id },
    })
  } catch (error) {
    throw reasonOf(error)
  } finally {
    transport.close()
  }
}

function serverOf(address: string): { host: string; port: number } {
  const [, host = '', port] = /^([\w.-]+)(?::(\d{1,5}))?$/.exec(address) ?? []
  if (host === '') throw fault('bad_address')
  return { host, port: port === undefined ? defaultPort : Number(port) }
}

/** What the server said stays out: it may hold the address. */
function reasonOf(error: unknown): Problem {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code === 'ETIMEDOUT') return fault('timeout')
  return code === 'EAUTH' || code === 'EENVELOPE' || code === 'EMESSAGE' ? fault('refused') : lost(error)
}
