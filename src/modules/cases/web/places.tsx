import { lazy } from 'react'
import { place } from '../../../web/kit/places.ts'

export const places = [
  place({
    ...{
      place: 'enterprise',
      group: 'doings',
      key: 'cases',
      label: { zh: '办件', en: 'Cases' },
      order: 40,
      needs: ['cases.read'],
    },
    Part: lazy(() =>
      import('./parts/enterprise-cases.tsx').then(({ EnterpriseCases }) => ({ default: EnterpriseCases })),
    ),
  }),
]
