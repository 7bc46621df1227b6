import { confidenceField, datedFields, findNoDay } from '../../../kernel/dated.ts'
import { longText, text } from '../../../kernel/field.ts'
import { recordKind } from '../../../kernel/record-kind.ts'
import { refusalOfText } from './variables.ts'

const matter = text({
  label: { zh: '事项代码', en: 'Matter code' },
  hint: { zh: '空着表示所有事项', en: 'Empty: every matter' },
  example: 'company-register',
  max: 100,
  filter: true,
})
const access = { read: 'commitments.readRules', write: 'commitments.writeRules' } as const

/** 承诺书文本: the zone's own words for a matter, or for one paper of it, from a day on. What was signed keeps the words of its day. */
export const CommitmentText = recordKind({
  name: 'commitments.text',
  path: 'commitment-texts',
  table: 'commitments.texts',
  labels: { one: { zh: '承诺书文本', en: 'Commitment text' }, many: { zh: '承诺书文本', en: 'Commitment texts' } },
  fields: {
    title: text({ label: { zh: '名称', en: 'Title' }, example: '住所承诺书', required: true, sort: true }),
    matter: { ...matter, required: true, hint: { zh: '事项目录中的代码', en: 'As in the catalogue' } },
    paper: text({
      label: { zh: '材料代码', en: 'Paper code' },
      hint: { zh: '空着表示该事项的所有承诺', en: 'Empty: every commitment of the matter' },
      example: 'premises',
      max: 100,
    }),
    wordingZh: longText({
      label: { zh: '中文文本', en: 'Chinese text' },
      hint: {
        zh: '变量写成 {{企业名称}}、{{项目名称}}、{{用地公顷}} 等',
        en: 'Variables are written {{enterpriseName}}',
      },
      example: '{{企业名称}}承诺：{{项目名称}}的住所真实、合法，愿接受核查。',
      required: true,
      check: refusalOfText,
    }),
    wordingEn: longText({
      label: { zh: '英文文本', en: 'English text' },
      example: '{{enterpriseName}} commits itself: the premises of {{projectName}} are genuine and lawful.',
      required: true,
      check: refusalOfText,
    }),
    ...datedFields,
  },
  list: ['title', 'matter', 'paper', 'validFrom', 'source'],
  sort: 'validFrom',
  search: ['title'],
  access,
  check: findNoDay,
})

/** 谁可以承诺: a condition in FEEL over creditGrade, creditMayCommit, openCommitments, maxOpenCommitments, matter and the facts of the project. */
export const CommitRule = recordKind({
  name: 'commitments.rule',
  path: 'commitment-rules',
  table: 'commitments.rules',
  labels: {
    one: { zh: '承诺资格规则', en: 'Rule who may commit' },
    many: { zh: '承诺资格规则', en: 'Who may commit' },
  },
  fields: {
    sentenceZh: text({
      label: { zh: '规则（中文一句话）', en: 'The rule in Chinese' },
      example: '没有重大危险源',
      required: true,
    }),
    sentenceEn: text({
      label: { zh: '规则（英文一句话）', en: 'The rule in English' },
      example: 'No major hazard',
      required: true,
    }),
    matter,
    condition: text({
      label: { zh: '条件（FEEL）', en: 'Condition (FEEL)' },
      hint: {
        zh: '可用 creditGrade、openCommitments、matter 和项目要素',
        en: 'Over creditGrade, openCommitments, matter and the facts of the project',
      },
      example: 'majorHazard = false',
      required: true,
      max: 1000,
    }),
    ...datedFields,
    confidence: confidenceField,
  },
  list: ['sentenceZh', 'matter', 'condition', 'validFrom', 'source', 'confidence'],
  sort: 'validFrom',
  search: ['sentenceZh'],
  access,
  check: findNoDay,
})
