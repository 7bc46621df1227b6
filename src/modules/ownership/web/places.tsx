import { lazy } from 'react'
import { place } from '../../../web/kit/places.ts'

export const places = [
  place({
    ...{ place: 'enterprise', group: 'firm', key: 'ownership', label: { zh: '股权', en: 'Ownership' }, order: 8 },
    needs: ['ownership.read'],
    Part: lazy(() => import('./parts/ownership-tab.tsx').then(({ OwnershipTab }) => ({ default: OwnershipTab }))),
  }),
]
