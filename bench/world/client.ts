import { Agent, request } from 'node:http'

/** One request as it is sent; `body` is JSON. */
export interface Asked {
  readonly method: 'GET' | 'POST' | 'PATCH'
  readonly path: string
  readonly body?: unknown
  /** Beside the client's own: who asks this once. */
  readonly headers?: Readonly<Record<string, string>>
}

export interface Target {
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
}

export interface Got {
  readonly status: number
  readonly text: string
}

export const connections = 16

/** Sends requests over 16 connections that stay open: each takes the next one as soon as its last is answered. */
export class Client {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: connections })
  readonly #target: Target
  #sent = 0

  constructor(target: Target) {
    this.#target = target
  }

  async ask({ method, path, body, headers: own }: Asked): Promise<Got> {
    const text = body === undefined ? undefined : JSON.stringify(body)
    const headers: Record<string, string | number> = { ...this.#target.headers, ...own }
    if (text !== undefined) {
      headers['content-type'] = 'application/json'
      headers['content-length'] = Buffer.byteLength(text)
    }
    return new Promise((resolve, reject) => {
      const sending = request(`${this.#target.url}${path}`, { method, headers, agent: this.#agent }, (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () => {
          resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString('utf8') })
        })
        response.on('error', reject)
      })
      sending.on('error', reject)
      sending.end(text)
    })
  }

  /** Asks and refuses an answer that is none. */
  async get(asked: Asked): Promise<unknown> {
    const { status, text } = await this.ask(asked)
    if (status >= 300) throw new Error(`${asked.method} ${asked.path}: ${status} ${text.slice(0, 300)}`)
    return JSON.parse(text)
  }

  /** `times` requests; `next` makes the n-th of this client, `connection` says by which of the 16 it goes. */
  async many(times: number, next: (n: number, connection: number) => Asked): Promise<void> {
    const end = this.#sent + times
    const work = async (connection: number): Promise<void> => {
      while (this.#sent < end) {
        const asked = next(this.#sent++, connection)
        const { status, text } = await this.ask(asked)
        if (status >= 300) throw new Error(`${asked.method} ${asked.path}: ${status} ${text.slice(0, 300)}`)
      }
    }
    await Promise.all(Array.from({ length: connections }, (_, i) => work(i)))
  }
}
