import { useSyncExternalStore } from 'react'
import { useText } from '../text.tsx'

function subscribe(listener: () => void): () => void {
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => {
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
  }
}

/** Says that the network is gone and that nothing is lost; empty otherwise. */
export function Offline() {
  const say = useText()
  const online = useSyncExternalStore(subscribe, () => navigator.onLine)
  return (
    <div role="status">
      {!online && (
        <p className="notice notice-warning">
          {say({
            zh: '网络断开了：已填的内容还在，连上后会自动继续。',
            en: 'The network is gone: what you entered is kept and goes on when it returns.',
          })}
        </p>
      )}
    </div>
  )
}
