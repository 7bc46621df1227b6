import { lazy } from 'react'
import { place } from '../../../web/kit/places.ts'

const needs = ['bills.read'] as const
const label = { zh: '账单', en: 'Bill' }

export const places = [
  place({
    ...{ place: 'project.tab', group: 'firm', key: 'bill', label, order: 2, needs },
    Part: lazy(() => import('./parts/bill-tab.tsx').then(({ BillTab }) => ({ default: BillTab }))),
  }),
  place({
    ...{ place: 'my.project', key: 'bill', label, order: 3, needs },
    Part: lazy(() => import('./parts/my-bill.tsx').then(({ MyBill }) => ({ default: MyBill }))),
  }),
]
