import { zoneOf } from '../../../platform/journal/record.ts'
import { defineModule, handle } from '../../../platform/module.ts'
import { Chain } from '../contract/chain.ts'
import { ChainLink, ChainNode } from '../contract/node.ts'
import { LeadPlacement, Placement, ProjectPlacement } from '../contract/placement.ts'
import { Posting } from '../contract/posting.ts'
import { StrengthRule } from '../contract/strength-rule.ts'
import * as trade from '../contract/trade.ts'
import * as contract from '../contract.ts'
import { gapsOf } from '../domain/chain-map.ts'
import { readCandidates } from './candidates.ts'
import { drawChain } from './draw.ts'
import { figures } from './figures.ts'
import { answer, introduce } from './match.ts'
import { readPairs } from './pairs.ts'
import { readChain, readMap, readOverview, readPlaces } from './read.ts'
import { traceOfEnterprise } from './trace.ts'

export default defineModule({
  name: 'chains',
  figures,
  records: [Chain, ChainNode, ChainLink, Placement, ProjectPlacement, LeadPlacement, StrengthRule, Posting],
  grants: {
    'chains.read': ['leader', 'officer', 'agent', 'promoter', 'operator', 'supervisor'],
    'chains.readPlaces': ['leader', 'officer', 'agent', 'promoter', 'operator', 'supervisor', 'enterprise'],
    'chains.draw': ['leader', 'officer', 'promoter'],
    'chains.place': ['officer', 'promoter', 'agent', 'operator'],
    'chains.writeRules': ['leader', 'officer'],
    'chains.readPostings': ['leader', 'officer', 'agent', 'promoter', 'operator', 'supervisor', 'enterprise'],
    'chains.post': ['officer', 'agent', 'promoter', 'operator', 'enterprise'],
    'chains.introduce': ['officer', 'agent', 'promoter', 'operator', 'enterprise'],
    'chains.answer': ['officer', 'agent', 'promoter', 'operator', 'enterprise'],
  },
  journal: {
    'chains.match': {
      label: { zh: '供需撮合', en: 'Match of supply and demand' },
      actions: {
        introduceMatch: { zh: '牵线', en: 'Brought together' },
        accept: { zh: '同意', en: 'Accepted' },
        decline: { zh: '谢绝', en: 'Declined' },
      },
    },
  },
  traces: { 'chains.match': traceOfEnterprise },
  handlers: [
    handle(contract.listChains, (db, _input, context) => readOverview(db, context)),
    handle(contract.getChain, (db, { id }, context) => readChain(db, context, id)),
    handle(contract.listGaps, async (db, _input, context) => ({
      gaps: [...gapsOf(await readMap(db, zoneOf(context).id, context.now))],
    })),
    handle(contract.listPlaces, (db, { enterprise, project, lead }, context) =>
      readPlaces(db, context, { enterprise, project, lead }),
    ),
    handle(contract.listCandidates, (db, { id }, context) => readCandidates(db, context, id)),
    handle(contract.drawChain, async (db, drawing, context) =>
      readChain(db, context, await drawChain(db, context, drawing)),
    ),
    handle(trade.listPairs, (db, { posting }, context) => readPairs(db, context, posting)),
    handle(trade.introduceMatch, async (db, input, context) => {
      await introduce(db, context, input)
      return readPairs(db, context, input.demand)
    }),
    handle(trade.answerMatch, async (db, input, context) => {
      await answer(db, context, input)
      return readPairs(db, context)
    }),
  ],
})
