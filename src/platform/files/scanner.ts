import { connect, type Socket } from 'node:net'
import type { Log } from '../module.ts'
import { infected, scannerDown } from './refusals.ts'

/** Where clamd listens: a socket's path, or host and port. */
export type ScannerPlace = { readonly path: string } | { readonly host: string; readonly port: number }

/** Looks for viruses in what is sent to us, before it is kept. */
export interface Scanner {
  /** Refuses what holds a virus, and everything while the scanner does not answer: nothing is let through unseen. */
  readonly pass: (content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) => Promise<void>
  readonly answers: () => Promise<boolean>
}

interface ScannerOptions {
  readonly log: Log
  /** Without a word for so long, it is down. */
  readonly silenceMs?: number
}

const defaultSilenceMs = 30_000
const answersWithinMs = 2_000
const longestReply = 1_000

/** Speaks the protocol of clamd (INSTREAM, PING), one connection a file. */
export function clamd(place: ScannerPlace, { log, silenceMs = defaultSilenceMs }: ScannerOptions): Scanner {
  return {
    pass: async (content) => {
      const send = (socket: Socket) => stream(socket, content)
      const reply = await converse(place, { silenceMs, send }).catch((err: unknown) => {
        log.warn({ err }, 'the virus scanner does not answer: uploads are refused')
        throw scannerDown()
      })
      if (reply === 'stream: OK') return
      const found = /^stream: (.+) FOUND$/.exec(reply)?.[1]
      log.warn({ reply }, 'the virus scanner let an upload not pass')
      throw found === undefined ? scannerDown() : infected(found)
    },
    answers: () =>
      converse(place, { silenceMs: answersWithinMs, send: (socket) => write(socket, Buffer.from('zPING\0')) }).then(
        (reply) => reply === 'PONG',
        () => false,
      ),
  }
}

/** One command and its reply, which ends with NUL. Whoever falls silent or hangs up before that has not answered. */
function converse(
  place: ScannerPlace,
  { silenceMs, send }: { silenceMs: number; send: (socket: Socket) => Promise<void> },
): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(place)
    const fail = (error: Error) => {
      socket.destroy()
      reject(error)
    }
    let reply = ''
    socket.setTimeout(silenceMs, () => fail(new Error('the scanner fell silent')))
    socket.on('error', fail)
    socket.on('close', () => fail(new Error('the scanner hung up before it had answered')))
    socket.on('connect', () => void send(socket).catch(fail))
    socket.on('data', (part: Buffer) => {
      reply += part.toString('utf8')
      const end = reply.indexOf('\0')
      if (end < 0 && reply.length < longestReply) return
      resolve(reply.slice(0, end < 0 ? longestReply : end))
      socket.destroy()
    })
  })
}

/** Each piece behind its length; a length of zero ends it. */
async function stream(socket: Socket, content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<void> {
  await write(socket, Buffer.from('zINSTREAM\0'))
  for await (const piece of content) {
    if (!socket.writable) return
    if (piece.length > 0) await write(socket, Buffer.concat([lengthOf(piece.length), piece]))
  }
  await write(socket, lengthOf(0))
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes)
  return length
}

/** One that has told its verdict early reads no further: what is left to send is let be. */
function write(socket: Socket, bytes: Buffer): Promise<void> {
  if (!socket.writable) return Promise.resolve()
  return new Promise((resolve, reject) => {
    socket.once('close', resolve)
    socket.write(bytes, (error) => {
      socket.off('close', resolve)
      if (error && !socket.destroyed) reject(error)
      else resolve()
    })
  })
}
