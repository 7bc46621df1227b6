import { zoneOf } from '../../../platform/journal/record.ts'
import { defineModule, handle } from '../../../platform/module.ts'
import { Need } from '../contract/need.ts'
import { FinanceProduct } from '../contract/product.ts'
import * as contract from '../contract.ts'
import { figures } from './figures.ts'
import { acceptProduct, moveOffer } from './offer.ts'
import { readMatches } from './read.ts'
import { listOffers, productNames } from './store.ts'

export default defineModule({
  name: 'finance',
  figures,
  records: [Need, FinanceProduct],
  grants: {
    'finance.read': ['leader', 'officer', 'agent', 'promoter', 'operator', 'supervisor', 'enterprise'],
    'finance.state': ['officer', 'agent', 'enterprise'],
    'finance.readProducts': ['leader', 'officer', 'agent', 'promoter', 'operator', 'supervisor', 'enterprise'],
    'finance.writeProducts': ['officer', 'operator'],
    // Its papers go to a bank on its own word only.
    'finance.accept': ['enterprise'],
    'finance.forward': ['officer', 'agent'],
  },
  journal: {
    'finance.offer': {
      label: { zh: '融资对接', en: 'Finance matching' },
      actions: {
        accept: { zh: '企业选定产品', en: 'Product chosen' },
        forward: { zh: '转交机构', en: 'Forwarded' },
        grant: { zh: '获批', en: 'Granted' },
        refuse: { zh: '未获批', en: 'Refused' },
        withdraw: { zh: '企业撤回', en: 'Withdrawn' },
      },
    },
  },
  traces: {
    'finance.offer': {
      of: 'enterprises.enterprise',
      needs: 'finance.read',
      find: async (db, id, context) => {
        const zoneId = zoneOf(context).id
        const offers = await listOffers(db, zoneId, { enterpriseId: id })
        const names = await productNames(
          db,
          zoneId,
          offers.map((offer) => offer.product_id),
        )
        return offers.map((offer) => ({ id: offer.id, name: names.get(offer.product_id)?.name ?? '' }))
      },
    },
  },
  handlers: [
    handle(contract.matchNeed, (db, { id }, context) => readMatches(db, context, id)),
    handle(contract.acceptProduct, async (db, input, context) => {
      await acceptProduct(db, context, input)
      return readMatches(db, context, input.id)
    }),
    handle(contract.forwardOffer, async (db, input, context) =>
      readMatches(db, context, await moveOffer(db, context, { ...input, verb: 'forward' })),
    ),
    handle(contract.decideOffer, async (db, { granted, ...input }, context) =>
      readMatches(db, context, await moveOffer(db, context, { ...input, verb: granted ? 'grant' : 'refuse' })),
    ),
    handle(contract.withdrawOffer, async (db, input, context) =>
      readMatches(db, context, await moveOffer(db, context, { ...input, verb: 'withdraw' })),
    ),
  ],
})
