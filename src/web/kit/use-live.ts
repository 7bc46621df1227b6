import { useEffect, useRef } from 'react'
import { type LiveMessage, live } from '../../platform/live/contract.ts'
import { addressOf } from '../client.ts'
import { useMember } from './session/use-work.ts'

/**
 * Tells when one of these topics changes in the zone, and after every gap in the telling: then the page asks anew. Only a page that is
 * looked at listens; browsers allow few connections to one server over all their tabs.
 */
export function useLive(topics: readonly string[], onChange: () => void): void {
  const { zone } = useMember()
  const told = useRef(onChange)
  told.current = onChange
  const wanted = topics.join()
  useEffect(() => {
    const { url } = addressOf(live, { zone: zone.code })
    let source: EventSource | null = null
    let opened = false
    const listen = () => {
      if (document.visibilityState === 'hidden') {
        source?.close()
        source = null
        return
      }
      if (source !== null) return
      source = new EventSource(url)
      source.onopen = () => {
        if (opened) told.current()
        opened = true
      }
      source.onmessage = ({ data }: MessageEvent<string>) => {
        const { topic } = JSON.parse(data) as LiveMessage
        if (wanted.split(',').includes(topic)) told.current()
      }
    }
    listen()
    document.addEventListener('visibilitychange', listen)
    return () => {
      document.removeEventListener('visibilitychange', listen)
      source?.close()
    }
  }, [zone.code, wanted])
}
