import { lazy } from 'react'
import { place } from '../../../web/kit/places.ts'

export const places = [
  place({
    ...{
      place: 'today',
      key: 'titles',
      label: { zh: '称号复核', en: 'Titles due' },
      order: 9,
      needs: ['titles.write'],
    },
    Part: lazy(() => import('./parts/titles-due.tsx').then(({ TitlesDue }) => ({ default: TitlesDue }))),
  }),
]
