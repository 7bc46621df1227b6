import { lazy } from 'react'
import { place } from '../../../web/kit/places.ts'

const shared = {
  key: 'share',
  label: { zh: '进度查询码', en: 'Progress codes' },
  needs: ['following.share'],
  Part: lazy(() => import('./parts/share-progress.tsx').then(({ ShareProgress }) => ({ default: ShareProgress }))),
} as const

export const places = [
  place({ ...shared, place: 'my.project', order: 5 }),
  place({ ...shared, place: 'project.tab', group: 'firm', order: 5 }),
]
