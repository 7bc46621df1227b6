import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../../../../web/client.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { type BondView, listBonds } from '../../contract.ts'

export const stale = [listBonds.name]

export function useBonds() {
  const { zone } = useMember()
  return useQuery({ ...queryOf(listBonds, { zone: zone.code }), staleTime: 0 })
}

/** What a bond warns of, each a sentence. */
export function bondWarnings({ idleTooLong, age, coverage, coverageLow, repayments }: BondView, yuanIdle: string) {
  const dueOf = (state: BondView['repayments'][number]['state']) => repayments.filter((one) => one.state === state)
  return [
    ...dueOf('late').map(({ dueOn }) => ({
      zh: `▲ ${dueOn} 的本息还没有登记归还。`,
      en: `▲ The instalment of ${dueOn} is not repaid.`,
    })),
    ...dueOf('soon').map(({ dueOn }) => ({ zh: `◆ ${dueOn} 要还本付息。`, en: `◆ An instalment is due on ${dueOn}.` })),
    ...(idleTooLong
      ? [
          {
            zh: `◆ 发行已 ${age} 天，还有 ${yuanIdle} 没有使用。`,
            en: `◆ ${yuanIdle} lies unused ${age} days after the issue.`,
          },
        ]
      : []),
    ...(coverageLow
      ? [
          {
            zh: `▲ 项目收益只有本息的 ${coverage} 倍。`,
            en: `▲ The income is ${coverage} times principal and interest only.`,
          },
        ]
      : []),
  ]
}
