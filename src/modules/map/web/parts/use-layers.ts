import { type UseQueryResult, useQueries, useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { call, queryOf } from '../../../../web/client.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { type FeatureView, type LayerView, listLayers, readLayer } from '../../contract.ts'

/** A feature with the layer that it lies on: one row of the list, one shape of the map. */
export interface Lying extends FeatureView {
  /** `layer~id`: unique over all layers. */
  readonly key: string
  readonly layer: LayerView
}

export function useLayers() {
  const { zone } = useMember()
  return useQuery({ ...queryOf(listLayers, { zone: zone.code }), staleTime: 60_000 })
}

/**
 * All features of the layers on a day, in their order; what is still loading is not among them. They stay the same objects until an
 * answer changes: the map paints anew what is new, and thousands of shapes are not new because it was moved.
 */
export function useFeatures(layers: readonly LayerView[], on: string | undefined) {
  const { zone } = useMember()
  const combine = useCallback(
    (found: readonly UseQueryResult<readonly FeatureView[]>[]) => ({
      features: layers.flatMap((layer, i) => (found[i]?.data ?? []).map((one) => lying(one, layer))),
      loading: found.some(({ isPending }) => isPending),
      error: found.find(({ error }) => error !== null)?.error ?? null,
      refetch: () => Promise.all(found.map(({ refetch }) => refetch())),
    }),
    [layers],
  )
  return useQueries({
    queries: layers.map((layer) => ({
      queryKey: [readLayer.name, zone.code, layer.key, on ?? ''],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        allOf({ zone: zone.code, layer: layer.key, on, limit: 5_000 }, signal),
      staleTime: 30_000,
    })),
    combine,
  })
}

const lying = (feature: FeatureView, layer: LayerView): Lying => ({
  ...feature,
  layer,
  key: `${layer.key}~${feature.id}`,
})

async function allOf(
  asked: { readonly zone: string; readonly layer: string; readonly on: string | undefined; readonly limit: number },
  signal: AbortSignal,
): Promise<readonly FeatureView[]> {
  const all: FeatureView[] = []
  for (let after: string | undefined; ; ) {
    const page = await call(readLayer, { ...asked, after, bbox: undefined }, { signal })
    all.push(...page.features)
    if (page.next === null) return all
    after = page.next
  }
}
