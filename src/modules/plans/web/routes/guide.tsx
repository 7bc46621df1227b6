import { createFileRoute } from '@tanstack/react-router'
import { textsOnly } from '../../../../web/search.ts'
import { GuidePage } from '../guide/guide-page.tsx'

export const Route = createFileRoute('/guide')({ validateSearch: textsOnly, component: GuidePage })
