import { lazy } from 'react'
import { place } from '../../../web/kit/places.ts'

const needs = ['writs.read'] as const
const label = { zh: '文书', en: 'Writs' }

export const places = [
  place({
    ...{ place: 'case', key: 'writs', label, order: 1, needs },
    Part: lazy(() => import('./parts/case-writs.tsx').then(({ CaseWrits }) => ({ default: CaseWrits }))),
  }),
  place({
    ...{ place: 'commitment', key: 'writs', label, order: 1, needs },
    Part: lazy(() =>
      import('./parts/commitment-letter.tsx').then(({ CommitmentLetter }) => ({ default: CommitmentLetter })),
    ),
  }),
  place({
    ...{ place: 'my', key: 'receipts', label: { zh: '我的凭据', en: 'My receipts' }, order: 8, needs: ['cases.own'] },
    Part: lazy(() => import('./parts/my-receipts.tsx').then(({ MyReceipts }) => ({ default: MyReceipts }))),
  }),
  place({
    ...{ place: 'project.tab', group: 'plan', key: 'writs', label, order: 5, needs },
    Part: lazy(() => import('./parts/project-writs.tsx').then(({ ProjectWrits }) => ({ default: ProjectWrits }))),
  }),
]
