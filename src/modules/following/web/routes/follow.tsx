import { createFileRoute } from '@tanstack/react-router'
import { textsOnly } from '../../../../web/search.ts'
import { FollowPage } from '../parts/follow-page.tsx'

export const Route = createFileRoute('/follow')({ validateSearch: textsOnly, component: FollowPage })
