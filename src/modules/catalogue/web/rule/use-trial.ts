import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { queryOf } from '../../../../web/client.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { getVocabulary, tryRule } from '../../contract.ts'

const pauseMs = 300

/** The rule tried on projects, a moment after the last key. */
export function useTrial(rule: string) {
  const { zone } = useMember()
  const [settled, setSettled] = useState(rule)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(rule), pauseMs)
    return () => clearTimeout(timer)
  }, [rule])
  return useQuery({
    ...queryOf(tryRule, { zone: zone.code, rule: settled }),
    enabled: settled.trim() !== '',
    staleTime: 10_000,
  })
}

export function useVocabulary() {
  const { zone } = useMember()
  return useQuery({ ...queryOf(getVocabulary, { zone: zone.code }), staleTime: 60_000 })
}
