import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { Label } from '../../../../kernel/label.ts'
import { queryOf } from '../../../../web/client.ts'
import { useCatalogue } from '../../../matters/web/panels.tsx'
import { useZones } from '../../../zones/web/panels.tsx'
import type { PlanRequest } from '../../contract/request.ts'
import { computePlan } from '../../contract.ts'
import { namesOf } from '../../domain/lists/names.ts'
import { type PlanAddress, writeAddress } from '../address.ts'
import { localToday } from '../guide/today.ts'
import { withKnownZone } from '../known-zone.ts'
import { openMatter, planRequest, readPlanAddress, unchangedOf } from './request.ts'
import { useCalendar } from './use-calendar.ts'
import { usePanel } from './use-panel.ts'

/** What was done last, and the plan it was done to: so that the page can say what it changed. */
export interface LastStep {
  readonly said: Label
  readonly before: PlanRequest
}

/** Undefined takes a part out of the address. */
type AddressChange = { readonly [K in keyof PlanAddress]?: PlanAddress[K] | undefined }

/** State of the plan page: all of it lives in the address; every plan is asked of the server. */
export function usePlan() {
  const search = useSearch({ from: '/plan' })
  const navigate = useNavigate({ from: '/plan' })
  const catalogue = useCatalogue()
  const [today] = useState(localToday)
  const [last, setLast] = useState<LastStep | null>(null)
  const names = useMemo(
    () => (catalogue.data ? namesOf(catalogue.data.catalogue, catalogue.data.fees) : null),
    [catalogue.data],
  )
  const zones = useZones()
  const { address, ignored } = useMemo(
    () => withKnownZone(readPlanAddress(search, names), zones),
    [search, names, zones],
  )
  const request = useMemo(() => planRequest(address, today), [address, today])
  const unchanged = useMemo(() => unchangedOf(request), [request])
  const plan = useQuery({ ...queryOf(computePlan, request), enabled: names !== null })
  const base = useQuery({
    ...queryOf(computePlan, unchanged ?? request),
    enabled: names !== null && unchanged !== null,
  })
  const { calendar, settings } = useCalendar(address.zone)
  const open = search[openMatter] ?? null
  const go = (next: PlanAddress, matter: string | null, replace: boolean) => {
    const written = { ...writeAddress(next), ...(matter !== null && { [openMatter]: matter }) }
    void navigate({ to: '/plan', search: written, replace, resetScroll: false })
  }
  const { setOpen, keepStep } = usePanel(open, (matter, replace) => go(address, matter, replace))

  /** Writes the change into the address; `said` names it for the line that tells what it moved. */
  const change = (part: AddressChange, said: Label, how: 'push' | 'replace' = 'push') => {
    keepStep()
    setLast({ said, before: request })
    go({ ...address, start: request.start, ...part } as PlanAddress, open, how === 'replace')
  }
  return {
    address,
    ignored,
    request,
    unchanged,
    today,
    names,
    version: catalogue.data?.version,
    plan,
    base: unchanged ? base.data : undefined,
    calendar,
    settings,
    last,
    change,
    open,
    setOpen,
    error: catalogue.error ?? plan.error,
    retry: () => void Promise.all([catalogue.refetch(), plan.refetch()]),
  }
}

export type PlanState = ReturnType<typeof usePlan>
