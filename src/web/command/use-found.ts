import { useQueries } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { call } from '../client.ts'
import { doorsOf } from '../kit/records/doors.ts'
import { useKinds } from '../kit/records/use-kinds.ts'
import { useWork } from '../kit/session/use-work.ts'
import type { Item } from './items.ts'

const perKind = 5

/** Records of every kind that can be searched in which the words stand; nothing for less than two letters or one Chinese sign. */
export function useFound(words: string): { readonly records: readonly Item[]; readonly searching: boolean } {
  const router = useRouter()
  const zone = useWork()?.zone.code ?? ''
  const kinds = (useKinds().kinds ?? []).filter(({ searchable }) => searchable)
  const wanted = words.trim()
  const enough = wanted.length > 1 || /\p{Script=Han}/u.test(wanted)
  const found = useQueries({
    queries: kinds.map((kind) => {
      const door = doorsOf(kind).list
      const input = { zone, q: wanted, limit: perKind }
      return {
        queryKey: [door.name, input],
        queryFn: ({ signal }: { signal: AbortSignal }) => call(door, input, { signal }),
        enabled: enough,
      }
    }),
  })
  const records = found.flatMap(({ data }, i) => {
    const kind = kinds[i]
    if (!kind || !data) return []
    return data.rows.map((row) => {
      const title = String(row.names[kind.title] ?? row[kind.title] ?? row.id)
      const { one } = kind.labels
      const search = { zone, record: row.id }
      return {
        key: row.id,
        label: { zh: `${title} · ${one.zh}`, en: `${title} · ${one.en}` },
        run: () => void router.navigate({ to: '/records/$kind', params: { kind: kind.path }, search }),
      }
    })
  })
  return { records, searching: enough && found.some(({ isFetching }) => isFetching) }
}
