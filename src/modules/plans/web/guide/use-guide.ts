import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { useEffect, useMemo, useRef } from 'react'
import { queryOf } from '../../../../web/client.ts'
import type { FactDeclaration } from '../../../matters/contract/catalogue.ts'
import type { FactValues } from '../../../matters/contract/fact-values.ts'
import { useCatalogue } from '../../../matters/web/panels.tsx'
import { useZones } from '../../../zones/web/panels.tsx'
import type { Guide } from '../../contract/answers.ts'
import { askNext } from '../../contract.ts'
import { type PlanAddress, readAddress, requestOf, writeAddress } from '../address.ts'
import { factsOfCatalogue } from '../facts.ts'
import { withKnownZone } from '../known-zone.ts'
import { nextTopic } from './progress.ts'
import { topics } from './questions.ts'
import { localToday } from './today.ts'

/** Page of the guide's end, in the address beside the topics' codes. */
export const donePage = 'done'
/** Page on which the zone is chosen. */
export const zonePage = 'zone'

/** State of the guide: all of it lives in the address; the result is asked anew after every answer. */
export function useGuide() {
  const search = useSearch({ from: '/guide' })
  const catalogue = useCatalogue()
  const client = useQueryClient()
  const declarations = useMemo(() => declarationsOf(catalogue.data), [catalogue.data])
  const zones = useZones()
  const { address, ignored } = useMemo(
    () => withKnownZone(readable(search, declarations), zones),
    [search, declarations, zones],
  )
  const request = requestOf(address, localToday())
  // Without answers there is nothing to check against the catalogue: the first result need not wait for it.
  const checked = catalogue.data !== undefined || Object.keys(address.facts).length === 0
  const guide = useQuery({ ...queryOf(askNext, request), enabled: checked })
  const bar = useAddressBar(address)
  /** What the address does not say is chosen once: with the first answer the page stands in the address, and stays under the hand. */
  const page = search.t ?? firstPage(address, guide.data)

  /** Goes on to the topic that matters most now; what was answered stays in the page that is left. */
  const goOn = async (rest: FactValues) => {
    const next = bar.now({ facts: { ...bar.now().facts, ...rest } })
    bar.write(next, page, 'replace')
    const answer = await client.fetchQuery(queryOf(askNext, requestOf(next, localToday())))
    bar.write(next, nextTopic(topics, answer.open, next.facts)?.code ?? donePage, 'push')
  }
  const change = (part: Partial<PlanAddress>) => bar.write(bar.now(part), page, 'replace')
  /** `undefined` takes the answer back. */
  const answer = (fact: string, value: FactValues[string] | undefined) => {
    const { [fact]: _, ...others } = bar.now().facts
    change({ facts: value === undefined ? others : { ...others, [fact]: value } })
  }
  /** Undefined opens what matters most. */
  const open = (topic: string | undefined, part: Partial<PlanAddress> = {}) => bar.write(bar.now(part), topic, 'push')
  return { address, ignored, request, page, guide, catalogue, declarations, goOn, change, answer, open }
}

export type GuideState = ReturnType<typeof useGuide>

/** Writes answers into the address. Between writing and reading back lies a moment: `now` is what was written last. */
function useAddressBar(address: PlanAddress) {
  const navigate = useNavigate({ from: '/guide' })
  const router = useRouter()
  const latest = useRef<PlanAddress | null>(null)
  const now = (part: Partial<PlanAddress> = {}): PlanAddress => {
    const base = latest.current ?? address
    return { ...base, start: base.start ?? localToday(), ...part }
  }
  const write = (next: PlanAddress, topic: string | undefined, how: 'push' | 'replace') => {
    latest.current = next
    const search = { ...writeAddress(next), ...(topic !== undefined && { t: topic }) }
    void navigate({ to: '/guide', search, replace: how === 'replace', resetScroll: how === 'push' })
  }
  // "Back" goes to the page before, not to the answers before: what was entered since is carried along.
  useEffect(
    () =>
      router.history.subscribe(({ action, location }) => {
        const walked = action.type === 'BACK' || action.type === 'FORWARD' || action.type === 'GO'
        if (!walked || latest.current === null || location.pathname !== '/guide') return
        const t = new URLSearchParams(location.search).get('t')
        const search = { ...writeAddress(latest.current), ...(t !== null && { t }) }
        setTimeout(() => void navigate({ to: '/guide', search, replace: true }))
      }),
    [router, navigate],
  )
  return { now, write }
}

/** Where the guide stands when the address does not say: the zone first, then what matters most; undefined while it loads. */
function firstPage(address: PlanAddress, guide: Guide | undefined): string | undefined {
  if (address.zone === undefined && Object.keys(address.facts).length === 0) return zonePage
  return guide && (nextTopic(topics, guide.open, address.facts)?.code ?? donePage)
}

function declarationsOf(data: ReturnType<typeof useCatalogue>['data']): readonly FactDeclaration[] {
  return data === undefined ? [] : [...data.catalogue.facts, ...data.fees.facts]
}

function readable(search: Readonly<Record<string, string>>, declarations: readonly FactDeclaration[]) {
  const { address, ignored } = readAddress(search)
  if (declarations.length === 0) return { address, ignored }
  const { facts, refused } = factsOfCatalogue(address.facts, declarations)
  return { address: { ...address, facts }, ignored: [...ignored, ...refused] }
}
