import { createServer as createHttp, type IncomingHttpHeaders } from 'node:http'
import { type AddressInfo, createServer as createTcp, type Socket } from 'node:net'

/** What a receiver was sent. */
export interface Received {
  readonly headers: IncomingHttpHeaders
  readonly url: string
  readonly body: string
}

export interface HookReceiver {
  readonly port: number
  readonly received: Received[]
  /** Answers to come: status and body; a number alone waits so many milliseconds first. */
  answer: { status: number; body: string; waitMs?: number; location?: string }
  readonly close: () => Promise<void>
}

/** A webhook's receiver on the loopback address. */
export async function hookReceiver(): Promise<HookReceiver> {
  const receiver = {
    received: [] as Received[],
    answer: { status: 200, body: '{"errcode":0}' } as HookReceiver['answer'],
  }
  const server = createHttp((request, response) => {
    let body = ''
    request.on('data', (part: Buffer) => {
      body += part.toString()
    })
    request.on('end', () => {
      receiver.received.push({ headers: request.headers, url: request.url ?? '', body })
      const { status, body: text, waitMs = 0, location } = receiver.answer
      setTimeout(() => {
        response.writeHead(status, location === undefined ? {} : { location })
        response.end(text)
      }, waitMs).unref()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const close = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections()
      server.close(() => resolve())
    })
  return Object.assign(receiver, { port: (server.address() as AddressInfo).port, close })
}

export interface MailServer {
  readonly port: number
  /** Letters as they came: envelope and content. */
  readonly letters: { readonly to: string; readonly data: string }[]
  readonly close: () => Promise<void>
}

/** As much of SMTP as a letter needs (RFC 5321). `on` another port than 0 takes up where one was closed. */
export async function mailServer(on = 0): Promise<MailServer> {
  const letters: { to: string; data: string }[] = []
  const open = new Set<Socket>()
  const server = createTcp((socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket)).on('error', () => undefined)
    converse(socket, letters)
  })
  await new Promise<void>((resolve) => server.listen(on, '127.0.0.1', resolve))
  const close = () =>
    new Promise<void>((resolve) => {
      for (const socket of open) socket.destroy()
      server.close(() => resolve())
    })
  return { port: (server.address() as AddressInfo).port, letters, close }
}

function converse(socket: Socket, letters: { to: string; data: string }[]): void {
  let rest = ''
  let to = ''
  let data: string[] | null = null
  const say = (line: string) => socket.write(`${line}\r\n`)
  say('220 test')
  socket.on('data', (part) => {
    rest += part.toString()
    const lines = rest.split('\r\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      if (data !== null) {
        if (line === '.') {
          letters.push({ to, data: data.join('\n') })
          data = null
          say('250 kept')
        } else data.push(line)
      } else if (/^RCPT TO/i.test(line)) {
        to = line
        say('250 ok')
      } else if (/^DATA/i.test(line)) {
        data = []
        say('354 go on')
      } else if (/^QUIT/i.test(line)) {
        say('221 bye')
        socket.end()
      } else say('250 ok')
    }
  })
}
