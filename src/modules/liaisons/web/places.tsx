import { lazy } from 'react'
import { place } from '../../../web/kit/places.ts'

const label = { zh: '包联记事', en: 'Liaison' }
const needs = ['liaisons.read'] as const

export const places = [
  place({
    ...{ place: 'project.tab', group: 'drive', key: 'liaison', label, order: 4, needs },
    Part: lazy(() => import('./parts/liaison-tab.tsx').then(({ LiaisonTab }) => ({ default: LiaisonTab }))),
  }),
  place({
    ...{ place: 'phone.project', key: 'note', label, order: 1, needs: ['liaisons.write'] as const },
    Part: lazy(() => import('./parts/quick-note.tsx').then(({ QuickNote }) => ({ default: QuickNote }))),
  }),
  place({
    ...{ place: 'phone', key: 'due', label: { zh: '今天要跟进', en: 'To take up today' }, order: 1, needs },
    Part: lazy(() => import('./parts/due-notes.tsx').then(({ DueNotes }) => ({ default: DueNotes }))),
  }),
  place({
    ...{ place: 'my.project', key: 'notes', label: { zh: '服务记录', en: 'What was done for you' }, order: 6 },
    needs: ['liaisons.readShown'],
    Part: lazy(() => import('./parts/shown-notes.tsx').then(({ ShownNotes }) => ({ default: ShownNotes }))),
  }),
]
