import { legalDayOf } from '../../../kernel/legal-day.ts'
import { defineModule, handle } from '../../../platform/module.ts'
import * as card from '../contract/card.ts'
import * as find from '../contract/find.ts'
import * as pick from '../contract/pick.ts'
import { Profile } from '../contract/profile.ts'
import { Study } from '../contract/study.ts'
import { readNeeds } from '../domain/reading/read.ts'
import { listPublished, readCard, readPublished } from './card.ts'
import { decidePick, keepSite } from './decide.ts'
import { findSites } from './find.ts'
import { readPicks } from './picks.ts'
import { printCard } from './print.ts'

export default defineModule({
  name: 'sites',
  records: [Profile, Study],
  grants: {
    'sites.read': ['leader', 'officer', 'agent', 'promoter', 'operator', 'supervisor'],
    'sites.write': ['promoter', 'operator'],
    'sites.study': ['officer', 'agent', 'promoter', 'operator'],
    'sites.pick': ['officer', 'promoter', 'leader'],
  },
  journal: {
    'sites.pick': {
      label: { zh: '备选地块', en: 'Short-listed site' },
      actions: {
        keep: { zh: '列入备选', en: 'Kept on the short list' },
        choose: { zh: '选定', en: 'Chosen' },
        drop: { zh: '放弃', en: 'Dropped' },
      },
    },
  },
  handlers: [
    handle(find.readSiteNeeds, async (_, { words }, { now }) => readNeeds(words, { today: legalDayOf(now) })),
    handle(find.findSites, (db, { needs }, context) => findSites(db, context, needs)),
    handle(card.getSiteCard, (db, { zone: _, ...asked }, context) => readCard(db, context, asked)),
    handle(card.printSiteCard, (db, { kind, id }, context) => printCard(db, context, { kind, id })),
    handle(card.getPublishedCard, (db, input, context) => readPublished(db, context, input)),
    handle(card.listPublishedSites, (db, { zone }, context) => listPublished(db, context, zone)),
    handle(pick.listPicks, (db, { of, subject }, context) => readPicks(db, context, { of, subject })),
    handle(pick.keepSite, (db, input, context) => keepSite(db, context, input)),
    handle(pick.chooseSite, (db, input, context) => decidePick(db, context, input, 'choose')),
    handle(pick.dropSite, (db, input, context) => decidePick(db, context, input, 'drop')),
  ],
})
