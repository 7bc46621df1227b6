import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A line to another server that can be disturbed: what goes through it is what the other one was told. */
export interface Line {
  readonly port: number
  /** Nothing goes through in either direction, and nobody is told. */
  readonly freeze: () => void
  readonly thaw: () => void
  /** Ends every connection; `refuse`: and takes no other until `thaw`. */
  readonly cut: (how?: 'refuse') => void
  readonly close: () => Promise<void>
}

/** Opens a line to a port of this machine. */
export async function openLine(target: number): Promise<Line> {
  const open = new Set<Socket>()
  const state = { frozen: false, refusing: false }
  const server = createServer((near) => {
    if (state.refusing) return near.destroy()
    const far = connect(target, '127.0.0.1')
    const pair: [Socket, Socket][] = [
      [near, far],
      [far, near],
    ]
    for (const [from, to] of pair) {
      open.add(from)
      from.on('data', (part) => to.write(part))
      from.on('error', () => undefined)
      from.on('close', () => {
        open.delete(from)
        to.destroy()
      })
      if (state.frozen) from.pause()
    }
    return undefined
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const cut = (how?: 'refuse') => {
    if (how === 'refuse') state.refusing = true
    for (const socket of open) socket.destroy()
  }
  return {
    port: (server.address() as AddressInfo).port,
    freeze: () => {
      state.frozen = true
      for (const socket of open) socket.pause()
    },
    thaw: () => {
      state.frozen = false
      state.refusing = false
      for (const socket of open) socket.resume()
    },
    cut,
    close: () => {
      cut()
      return new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
