import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import type { Endpoint } from '../../../kernel/endpoint.ts'
import type { Label } from '../../../kernel/label.ts'
import { newKey } from '../new-key.ts'
import { useMember, useWork } from '../session/use-work.ts'
import { doorOf } from './item.ts'
import { waitingQueue } from './waiting-queue.ts'

const againMs = 15_000

/** What this account has waiting on this device. */
export function useWaiting() {
  const work = useWork()
  const owner = work?.session.account.id
  const items = useSyncExternalStore(waitingQueue.subscribe, waitingQueue.snapshot)
  return { owner, items: items.filter((item) => item.owner === owner) }
}

/** Sends what waits: when the page opens, when the line is back, when the page is looked at again, and every now and then. */
export function useSending(owner: string | undefined): void {
  const client = useQueryClient()
  useEffect(() => {
    if (owner === undefined) return
    let known = waitingQueue.snapshot().length
    const stop = waitingQueue.subscribe(() => {
      const now = waitingQueue.snapshot().length
      // What was sent is in the answers of no page yet.
      if (now < known) void client.invalidateQueries()
      known = now
    })
    const flush = () => void waitingQueue.flush(owner)
    void waitingQueue.open().then(flush)
    const timer = setInterval(flush, againMs)
    addEventListener('online', flush)
    document.addEventListener('visibilitychange', flush)
    return () => {
      stop()
      clearInterval(timer)
      removeEventListener('online', flush)
      document.removeEventListener('visibilitychange', flush)
    }
  }, [owner, client])
}

interface Writing<In> {
  readonly input: Omit<In, 'zone' | 'file'>
  readonly label: Label
  readonly file?: { readonly blob: Blob; readonly name: string }
}

/** A write that may wait for a line: done for its author as soon as it is safe on the device. */
export function useQueued<In, Out>(door: Endpoint<In, Out>) {
  const { zone, session } = useMember()
  return useMutation({
    // It goes to the device first, with or without a network.
    networkMode: 'always',
    mutationFn: ({ input, label, file }: Writing<In>) =>
      waitingQueue.add({
        ...{ key: newKey(), owner: session.account.id, at: Date.now(), label, door: doorOf(door), refused: null },
        ...{ input: { ...input, zone: zone.code }, file: file ?? null },
      }),
  })
}
