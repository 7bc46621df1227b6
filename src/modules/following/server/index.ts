import { defineModule, handle } from '../../../platform/module.ts'
import * as contract from '../contract.ts'
import { listCodes, makeCode, revokeCode } from './codes.ts'
import { follow } from './follow.ts'

export default defineModule({
  name: 'following',
  grants: { 'following.share': ['enterprise', 'agent'] },
  journal: {
    'following.code': {
      label: { zh: '进度查询码', en: 'Progress code' },
      actions: { make: { zh: '生成查询码', en: 'Code made' }, revoke: { zh: '作废查询码', en: 'Code revoked' } },
    },
  },
  handlers: [
    handle(contract.listProgressCodes, (db, { project }, context) => listCodes(db, context, project)),
    // Its answer holds the code, which nothing may keep.
    {
      ...handle(contract.makeProgressCode, (db, { project }, context) => makeCode(db, context, project)),
      unkept: true,
    },
    handle(contract.revokeProgressCode, (db, { id }, context) => revokeCode(db, context, id)),
    handle(contract.followProgress, (db, input, context) => follow(db, input, context)),
  ],
})
