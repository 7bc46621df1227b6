import { lazy } from 'react'
import { place } from '../../../web/kit/places.ts'

export const places = [
  place({
    ...{ place: 'enterprise', group: 'support', key: 'finance', label: { zh: '融资', en: 'Finance' }, order: 12 },
    needs: ['finance.read'],
    Part: lazy(() => import('./parts/finance-tab.tsx').then(({ FinanceTab }) => ({ default: FinanceTab }))),
  }),
]
