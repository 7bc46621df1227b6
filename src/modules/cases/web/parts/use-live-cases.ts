import { useQueryClient } from '@tanstack/react-query'
import { useLive } from '../../../../web/kit/use-live.ts'
import { refreshCases } from './refresh.ts'

const topics = [
  ...['cases.changed', 'cases.moved', 'projects.changed', 'commitments.changed', 'records.changed'],
  ...['replans.moved', 'agreements.changed', 'bills.changed'],
] as const

/** Keeps what is shown of cases and projects as it is on the server, whoever changes it. */
export function useLiveCases(): void {
  const client = useQueryClient()
  useLive(topics, () => void refreshCases(client))
}
