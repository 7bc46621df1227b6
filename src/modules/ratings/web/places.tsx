import { lazy } from 'react'
import { place } from '../../../web/kit/places.ts'

export const places = [
  place({
    ...{ place: 'my', key: 'ratings', label: { zh: '评价', en: 'Ratings' }, order: 1 },
    needs: ['ratings.rate'],
    Part: lazy(() => import('./parts/own-ratings.tsx').then(({ OwnRatings }) => ({ default: OwnRatings }))),
  }),
]
