import { lazy } from 'react'
import { place } from '../../../web/kit/places.ts'

const needs = ['agreements.read'] as const
const label = { zh: '约定方案', en: 'Agreed plan' }

export const places = [
  place({
    ...{ place: 'project.tab', group: 'plan', key: 'agreement', label, order: 1, needs },
    Part: lazy(() => import('./parts/agreement-tab.tsx').then(({ AgreementTab }) => ({ default: AgreementTab }))),
  }),
  place({
    ...{ place: 'my.project', key: 'agreement', label, order: 1, needs },
    Part: lazy(() => import('./parts/my-agreement.tsx').then(({ MyAgreement }) => ({ default: MyAgreement }))),
  }),
  place({
    ...{ place: 'today', key: 'agreement', label, order: 1, needs: ['agreements.oversee'] as const },
    Part: lazy(() => import('./parts/today-agreed.tsx').then(({ TodayAgreed }) => ({ default: TodayAgreed }))),
  }),
]
