import { lazy } from 'react'
import type { Label } from '../../../kernel/label.ts'
import { type EnterpriseGroup, place } from '../../../web/kit/places.ts'
import { Capacity } from '../contract/capacity.ts'
import { CarbonSaving } from '../contract/carbon-saving.ts'
import { Contact } from '../contract/contact.ts'
import { Honour } from '../contract/honour.ts'

const needs = ['enterprises.read'] as const
const tab = (key: string, group: EnterpriseGroup, label: Label, order: number) =>
  ({ place: 'enterprise', key, group, label, order, needs }) as const

/** A tab with all records of a kind that are the enterprise's. */
const records = (kind: string) =>
  lazy(async () => {
    const { OwnRecords } = await import('./parts/own-records.tsx')
    return {
      default: ({ enterprise }: { readonly enterprise: string }) => <OwnRecords kind={kind} enterprise={enterprise} />,
    }
  })

export const places = [
  place({
    ...tab('facts', 'firm', { zh: '概况', en: 'Overview' }, 1),
    Part: lazy(() => import('./parts/overview.tsx').then(({ Overview }) => ({ default: Overview }))),
  }),
  place({ ...tab('contacts', 'firm', { zh: '联系人', en: 'People' }, 2), Part: records(Contact.name) }),
  place({ ...tab('honours', 'standing', { zh: '资质荣誉', en: 'Honours' }, 4), Part: records(Honour.name) }),
  place({ ...tab('capacity', 'firm', { zh: '产能产品', en: 'Capacity' }, 5), Part: records(Capacity.name) }),
  place({ ...tab('carbon', 'standing', { zh: '碳减排', en: 'Carbon' }, 6), Part: records(CarbonSaving.name) }),
  place({
    ...tab('documents', 'firm', { zh: '文件', en: 'Documents' }, 90),
    Part: lazy(() => import('./parts/documents.tsx').then(({ Documents }) => ({ default: Documents }))),
  }),
  place({
    ...tab('timeline', 'firm', { zh: '全程记录', en: 'Time line' }, 95),
    Part: lazy(() => import('./parts/timeline.tsx').then(({ Timeline }) => ({ default: Timeline }))),
  }),
  place({
    ...{ place: 'my', key: 'enterprise', label: { zh: '我的企业', en: 'My enterprise' }, order: 2, needs },
    Part: lazy(() => import('./parts/own-enterprise.tsx').then(({ OwnEnterprise }) => ({ default: OwnEnterprise }))),
  }),
]
