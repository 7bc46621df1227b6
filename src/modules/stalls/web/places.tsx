import { lazy } from 'react'
import { place } from '../../../web/kit/places.ts'

export const places = [
  place({
    ...{ place: 'project.tab', group: 'drive', key: 'stalls', label: { zh: '停滞处置', en: 'Stalled' }, order: 7 },
    needs: ['stalls.read'],
    Part: lazy(() => import('./parts/stalls-tab.tsx').then(({ StallsTab }) => ({ default: StallsTab }))),
  }),
]
