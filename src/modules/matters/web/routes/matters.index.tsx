import { createFileRoute } from '@tanstack/react-router'
import { textsOnly } from '../../../../web/search.ts'
import { CataloguePage } from '../parts/catalogue-page.tsx'

export const Route = createFileRoute('/matters/')({ validateSearch: textsOnly, component: CataloguePage })
