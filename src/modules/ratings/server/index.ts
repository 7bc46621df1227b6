import { zoneOf } from '../../../platform/journal/record.ts'
import { type Database, defineModule, handle, type RequestContext } from '../../../platform/module.ts'
import { RatingLimit } from '../contract/limit.ts'
import { type RatingVerb, ratingVerbs, verbLabels } from '../contract/rating.ts'
import * as contract from '../contract.ts'
import { type BadStep, listBad, takeStep } from './bad.ts'
import { byMatter, figures } from './figures.ts'
import { giveReasons, listOwn, rate } from './rate.ts'

const step = (verb: RatingVerb) => (db: Database, input: BadStep, context: RequestContext) =>
  takeStep(db, context, { verb, step: input })

export default defineModule({
  name: 'ratings',
  figures,
  records: [RatingLimit],
  grants: {
    'ratings.rate': ['enterprise'],
    'ratings.callBack': ['officer', 'supervisor'],
    'ratings.decideAppeal': ['supervisor', 'leader'],
    'ratings.read': ['leader', 'officer', 'supervisor'],
    'ratings.readLimits': ['leader', 'officer', 'supervisor'],
    'ratings.writeLimits': ['leader', 'supervisor'],
  },
  journal: {
    'ratings.rating': {
      label: { zh: '评价', en: 'Rating' },
      actions: {
        rate: { zh: '评价', en: 'Rated' },
        decline: { zh: '不评价', en: 'Not rated' },
        giveReasons: { zh: '补充理由', en: 'Reasons given' },
        ...Object.fromEntries(ratingVerbs.map((verb) => [verb, verbLabels[verb]])),
      },
    },
  },
  handlers: [
    handle(contract.listOwnRatings, (db, _input, context) => listOwn(db, context)),
    handle(contract.rateCase, (db, input, context) => rate(db, context, input)),
    handle(contract.giveReasons, (db, input, context) => giveReasons(db, context, input)),
    handle(contract.listBadRatings, (db, _input, context) => listBad(db, context)),
    handle(contract.callBack, step('callBack')),
    handle(contract.correctRating, step('correct')),
    handle(contract.answerRating, step('answer')),
    handle(contract.appealRating, step('appeal')),
    handle(contract.decideAppeal, step('decideAppeal')),
    handle(contract.listMatterRatings, async (db, _input, context) => ({
      matters: await byMatter(db, zoneOf(context).id, context),
    })),
  ],
})
