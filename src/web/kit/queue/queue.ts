import { Problem } from '../../../kernel/problem.ts'
import type { QueuedItem } from './item.ts'
import type { Kept } from './kept.ts'

type Send = (item: QueuedItem) => Promise<unknown>
type Listener = () => void

/**
 * Writes that wait for a line. Each is kept before it is sent and forgotten when the server has answered; sent in their order, one at a
 * time, always under the same key. What the server refuses stays, with its sentence, until its owner looks at it.
 */
export class Queue {
  private readonly listeners = new Set<Listener>()
  private items: readonly QueuedItem[] = []
  private kept: Promise<Kept>
  private running: Promise<void> | null = null
  private readonly send: Send

  constructor(kept: Promise<Kept>, send: Send) {
    this.kept = kept
    this.send = send
  }

  /** Reads what an earlier page left. */
  async open(): Promise<void> {
    const stored = await (await this.kept).all()
    const known = new Set(this.items.map(({ key }) => key))
    this.show([...this.items, ...stored.filter(({ key }) => !known.has(key))])
  }

  /** Safe on the device when this resolves; sent as soon as it can be. */
  async add(item: QueuedItem): Promise<void> {
    await (await this.kept).put(item)
    this.show([...this.items, item])
    void this.flush(item.owner)
  }

  /** Sends what this account has waiting, until the line fails or nothing is left. A call while one runs waits for that one. */
  flush(owner: string): Promise<void> {
    this.running ??= this.work(owner).finally(() => {
      this.running = null
    })
    return this.running
  }

  async drop(key: string): Promise<void> {
    await (await this.kept).remove(key)
    this.show(this.items.filter((item) => item.key !== key))
  }

  readonly snapshot = (): readonly QueuedItem[] => this.items

  readonly subscribe = (listener: Listener): Listener => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  private async work(owner: string): Promise<void> {
    for (let item = this.next(owner); item !== undefined; item = this.next(owner)) {
      const problem = await this.send(item).then(
        () => null,
        (error: unknown) => error,
      )
      if (problem === null) await this.drop(item.key)
      else if (!isRefusal(problem)) return
      else await this.refuse(item, problem)
    }
  }

  private next(owner: string): QueuedItem | undefined {
    return this.items.find((item) => item.owner === owner && item.refused === null)
  }

  private async refuse(item: QueuedItem, { text }: Problem): Promise<void> {
    const refused = { ...item, refused: text }
    await (await this.kept).put(refused)
    this.show(this.items.map((one) => (one.key === item.key ? refused : one)))
  }

  private show(items: readonly QueuedItem[]): void {
    this.items = items.toSorted((a, b) => a.at - b.at)
    for (const listener of this.listeners) listener()
  }
}

/** A dead line, a server that is down or busy, and a session that has ended are waited out; everything else is the server's word. */
function isRefusal(error: unknown): error is Problem {
  return error instanceof Problem && error.kind !== 'internal' && error.kind !== 'unauthenticated'
}
