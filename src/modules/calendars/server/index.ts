import { defineModule, handle } from '../../../platform/module.ts'
import * as contract from '../contract.ts'
import { close, list, open } from './feeds.ts'
import { readFeed } from './read-feed.ts'
import { daily, dailyKind, hearChange, refresh, refreshKind } from './refresh.ts'

export default defineModule({
  name: 'calendars',
  listeners: {
    'cases.changed': hearChange,
    'projects.changed': hearChange,
    'replans.moved': hearChange,
    'followups.changed': hearChange,
  },
  journal: {
    'calendars.feed': {
      label: { zh: '日历订阅', en: 'Calendar feed' },
      actions: { open: { zh: '开通', en: 'Opened' }, close: { zh: '作废', en: 'Closed' } },
    },
  },
  timers: { [refreshKind]: refresh, [dailyKind]: daily },
  handlers: [
    handle(contract.listFeeds, (db, _input, context) => list(db, context)),
    // The answer holds the address's secret: it is not kept for a repeated request.
    { ...handle(contract.openFeed, (db, input, context) => open(db, context, input)), unkept: true },
    handle(contract.closeFeed, (db, { id }, context) => close(db, context, id)),
    handle(contract.readFeed, (db, { token }, context) => readFeed(db, context, token)),
  ],
})
