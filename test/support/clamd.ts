import { type AddressInfo, createServer, type ListenOptions, type Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

/** The file that every scanner must find (EICAR), in two pieces so that none finds it here. */
export const eicar = `X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-${'STANDARD-ANTIVIRUS-TEST-FILE'}!$H+H*`

export interface Clamd {
  readonly port: number
  /** Contents that were streamed whole. */
  readonly seen: Buffer[]
  /** What it does with the next streams. `cut`: hangs up in the middle; `mute`: reads and never answers; `full`: finds each too large. */
  mode: 'works' | 'cut' | 'mute' | 'full'
  /** Milliseconds before a verdict. */
  waitMs: number
  readonly close: () => Promise<void>
}

/** As much of clamd as INSTREAM and PING need. */
export async function openClamd(on: ListenOptions = { host: '127.0.0.1', port: 0 }): Promise<Clamd> {
  const daemon = { seen: [] as Buffer[], mode: 'works' as Clamd['mode'], waitMs: 0 }
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    open.add(socket)
    socket.on('close', () => open.delete(socket)).on('error', () => undefined)
    converse(socket, daemon)
  })
  await new Promise<void>((resolve) => server.listen(on, resolve))
  const address = server.address() as AddressInfo | string
  const close = () =>
    new Promise<void>((resolve) => {
      for (const socket of open) socket.destroy()
      server.close(() => resolve())
    })
  return Object.assign(daemon, { port: typeof address === 'string' ? 0 : address.port, close })
}

type Daemon = Pick<Clamd, 'seen' | 'mode' | 'waitMs'>

function converse(socket: Socket, daemon: Daemon): void {
  let rest = Buffer.alloc(0)
  const content: Buffer[] = []
  let streaming = false
  const say = async (text: string) => {
    await sleep(daemon.waitMs)
    socket.end(`${text}\0`)
  }
  socket.on('data', (part: Buffer) => {
    rest = Buffer.concat([rest, part])
    if (!streaming) {
      const end = rest.indexOf(0)
      if (end < 0) return
      const command = rest.toString('latin1', 0, end)
      rest = rest.subarray(end + 1)
      if (command === 'zPING') return void say('PONG')
      if (command !== 'zINSTREAM') return void say('UNKNOWN COMMAND')
      streaming = true
    }
    if (daemon.mode === 'cut') return void socket.destroy()
    if (daemon.mode === 'full') return void say('INSTREAM size limit exceeded. ERROR')
    while (rest.length >= 4) {
      const length = rest.readUInt32BE(0)
      if (length === 0) return void verdict(Buffer.concat(content), daemon, say)
      if (rest.length < 4 + length) return
      content.push(rest.subarray(4, 4 + length))
      rest = rest.subarray(4 + length)
    }
  })
}

function verdict(content: Buffer, daemon: Daemon, say: (text: string) => Promise<void>): void {
  daemon.seen.push(content)
  if (daemon.mode === 'mute') return
  void say(content.includes(eicar) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK')
}
