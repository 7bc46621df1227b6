import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call, queryOf } from '../../../../web/client.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { closeFeed, listFeeds, openFeed } from '../../contract.ts'

export function useFeeds() {
  const { zone } = useMember()
  return useQuery({ ...queryOf(listFeeds, { zone: zone.code }), staleTime: 0 })
}

/** Opens an address; its whole text is known only now. */
export function useOpenFeed() {
  const { zone } = useMember()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (project: string | null) => call(openFeed, { zone: zone.code, project }),
    onSuccess: () => client.invalidateQueries({ queryKey: [listFeeds.name] }),
  })
}

export function useCloseFeed() {
  const { zone } = useMember()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => call(closeFeed, { zone: zone.code, id }),
    onSuccess: () => client.invalidateQueries({ queryKey: [listFeeds.name] }),
  })
}
