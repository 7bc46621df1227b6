import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { findRecords } from '../../platform/records/contract/find.ts'
import { call } from '../client.ts'
import { useWork } from '../kit/session/use-work.ts'
import type { Item } from './items.ts'

/** Records of every kind by name, pinyin or initials; nothing for less than two letters or one Chinese sign. */
export function useFound(words: string): { readonly records: readonly Item[]; readonly searching: boolean } {
  const router = useRouter()
  const zone = useWork()?.zone.code ?? ''
  const wanted = words.trim()
  const enough = wanted.length > 1 || /\p{Script=Han}/u.test(wanted)
  const input = { zone, q: wanted }
  const { data, isFetching } = useQuery({
    queryKey: [findRecords.name, input],
    queryFn: ({ signal }) => call(findRecords, input, { signal }),
    enabled: enough && zone !== '',
  })
  const records = (data?.found ?? []).map(({ id, title, label, path }) => {
    const name = title ?? id
    const search = { zone, record: id, view: 'all' }
    return {
      key: id,
      label: { zh: `${name} · ${label.zh}`, en: `${name} · ${label.en}` },
      run: () => void router.navigate({ to: '/records/$kind', params: { kind: path }, search }),
    }
  })
  return { records, searching: enough && isFetching }
}
