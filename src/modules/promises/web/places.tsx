import { lazy } from 'react'
import { place } from '../../../web/kit/places.ts'

export const places = [
  place({
    ...{ place: 'land.contract', key: 'promises', label: { zh: '履约', en: 'Promises' }, order: 1 },
    needs: ['promises.read'],
    Part: lazy(() => import('./parts/of-contract.tsx').then(({ OfContract }) => ({ default: OfContract }))),
  }),
  place({
    ...{ place: 'my', key: 'land-promises', label: { zh: '我的用地承诺', en: 'My promises on land' }, order: 2 },
    needs: ['promises.own'],
    Part: lazy(() => import('./parts/own-promises.tsx').then(({ OwnPromises }) => ({ default: OwnPromises }))),
  }),
]
