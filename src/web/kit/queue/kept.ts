import type { QueuedItem } from './item.ts'

/**
 * Where waiting writes are kept: IndexedDB, which takes pictures and outlives a reload, a closed page and a restarted phone.
 * A browser that refuses it keeps them as long as the page.
 */
export interface Kept {
  readonly all: () => Promise<readonly QueuedItem[]>
  readonly put: (item: QueuedItem) => Promise<void>
  readonly remove: (key: string) => Promise<void>
}

const database = 'luodi.queue'
const store = 'items'

export async function openKept(): Promise<Kept> {
  const db = await open().catch(() => null)
  return db === null ? inMemory() : inDatabase(db)
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asking = indexedDB.open(database, 1)
    asking.onupgradeneeded = () => asking.result.createObjectStore(store, { keyPath: 'key' })
    asking.onsuccess = () => resolve(asking.result)
    asking.onerror = () => reject(asking.error)
  })
}

function inDatabase(db: IDBDatabase): Kept {
  /** Told only when the transaction has committed: then it is on the device. */
  const run = <T>(mode: IDBTransactionMode, work: (items: IDBObjectStore) => IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      const transaction = db.transaction(store, mode)
      const request = work(transaction.objectStore(store))
      transaction.oncomplete = () => resolve(request.result)
      transaction.onerror = () => reject(transaction.error)
      transaction.onabort = () => reject(transaction.error)
    })
  return {
    all: () => run<QueuedItem[]>('readonly', (items) => items.getAll()),
    put: async (item) => {
      await run('readwrite', (items) => items.put(item))
    },
    remove: async (key) => {
      await run('readwrite', (items) => items.delete(key))
    },
  }
}

function inMemory(): Kept {
  const items = new Map<string, QueuedItem>()
  return {
    all: async () => [...items.values()],
    put: async (item) => void items.set(item.key, item),
    remove: async (key) => void items.delete(key),
  }
}
