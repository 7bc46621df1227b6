import type { Label } from '../../../kernel/label.ts'

interface Industry {
  readonly code: string
  readonly label: Label
  /** Words by which people call it, as a pattern without the case of letters. */
  readonly words: string
}

/**
 * Industries by the words that investors use, with their codes of GB/T 4754-2017. The first whose words stand in the sentence wins, so that the
 * narrower stand first. No substitute for the whole classification: any code may be typed.
 */
export const industries: readonly Industry[] = [
  industry('C1523', '果菜汁及果菜汁饮料制造', 'Fruit and vegetable juice', '果汁|果蔬汁|果菜汁|浓缩汁|juice'),
  industry('C1512', '白酒制造', 'Spirits', '白酒|酿酒|spirits|baijiu'),
  industry('C1515', '葡萄酒制造', 'Wine', '葡萄酒|果酒|winery|wine'),
  industry('C1524', '含乳饮料和植物蛋白饮料制造', 'Milk and plant drinks', '乳饮料|植物蛋白饮料|豆奶'),
  industry('C152', '饮料制造', 'Soft drinks', '饮料|矿泉水|瓶装水|beverages?|soft drinks?'),
  industry('C144', '乳制品制造', 'Dairy', '乳制品|奶粉|酸奶|dairy'),
  industry('C145', '罐头食品制造', 'Canned food', '罐头|canned'),
  industry('C1432', '速冻食品制造', 'Frozen food', '速冻|frozen food'),
  industry('C141', '焙烤食品制造', 'Bakery', '焙烤|烘焙|面包|糕点|饼干|bakery'),
  industry('C143', '方便食品制造', 'Convenience food', '方便食品|预制菜|convenience food|ready meals?'),
  industry('C131', '谷物磨制', 'Grain milling', '面粉|磨粉|flour|milling'),
  industry('C132', '饲料加工', 'Feed', '饲料|animal feed'),
  industry('C135', '屠宰及肉类加工', 'Meat', '肉类加工|屠宰|肉制品|meat'),
  industry('C137', '蔬菜、菌类、水果和坚果加工', 'Fruit and vegetable processing', '果品加工|果脯|果干|蔬菜加工|干果'),
  industry('C17', '纺织业', 'Textiles', '纺织|织布|印染|textiles?'),
  industry('C18', '纺织服装、服饰业', 'Clothing', '服装|制衣|clothing|garments?'),
  industry('C21', '家具制造业', 'Furniture', '家具|furniture'),
  industry('C223', '纸制品制造', 'Paper products', '纸箱|纸制品|paper products?'),
  industry('C22', '造纸和纸制品业', 'Paper', '造纸|paper mill'),
  industry('C2624', '复混肥料制造', 'Compound fertiliser', '复合肥|复混肥'),
  industry('C262', '肥料制造', 'Fertiliser', '化肥|肥料|fertili[sz]ers?'),
  industry('C263', '农药制造', 'Pesticides', '农药|pesticides?'),
  industry('C265', '合成材料制造', 'Synthetic materials', '合成树脂|合成材料|resins?'),
  industry('C26', '化学原料和化学制品制造业', 'Chemicals', '化工|化学品|chemicals?'),
  industry('C272', '化学药品制剂制造', 'Medicine', '制剂|药片'),
  industry('C274', '中成药生产', 'Chinese patent medicine', '中成药|中药'),
  industry('C27', '医药制造业', 'Pharmaceuticals', '医药|制药|pharma(?:ceuticals?)?'),
  industry('C2921', '塑料薄膜制造', 'Plastic film', '塑料薄膜|地膜'),
  industry('C29', '橡胶和塑料制品业', 'Rubber and plastics', '塑料|橡胶|plastics?|rubber'),
  industry('C305', '玻璃制品制造', 'Glassware', '玻璃器皿|玻璃制品|glassware'),
  industry('C304', '玻璃制造', 'Glass', '玻璃|glass'),
  industry('C307', '陶瓷制品制造', 'Ceramics', '陶瓷|ceramics?'),
  industry('C30', '非金属矿物制品业', 'Non-metal minerals', '建材|水泥|cement|building materials?'),
  industry('C339', '铸造及其他金属制品制造', 'Castings', '铸造|锻造|castings?|foundry'),
  industry('C33', '金属制品业', 'Metal products', '金属制品|五金|metal products?'),
  industry('C34', '通用设备制造业', 'General machinery', '机床|轴承|液压|general machinery'),
  industry('C35', '专用设备制造业', 'Special machinery', '专用设备|农机|special machinery'),
  industry('C367', '汽车零部件及配件制造', 'Car parts', '汽车零部件|汽配|(?:car|auto) parts?'),
  industry('C3825', '光伏设备及元器件制造', 'Solar equipment', '光伏|太阳能组件|solar'),
  industry('C384', '电池制造', 'Batteries', '电池|储能|batter(?:y|ies)'),
  industry('C38', '电气机械和器材制造业', 'Electrical machinery', '电机|变压器|electrical machinery'),
  industry('C39', '计算机、通信和其他电子设备制造业', 'Electronics', '电子|芯片|半导体|electronics?|chips?'),
  industry('I6450', '互联网数据服务', 'Data centre', '算力|数据中心|data cent(?:er|re)'),
  industry('G59', '装卸搬运和仓储业', 'Storage', '仓储|冷库|物流园|warehousing|cold store|logistics'),
]

/** Words that may mean several industries: asked. */
export const vagueIndustries: readonly { readonly words: string; readonly codes: readonly string[] }[] = [
  { words: '食品|food', codes: ['C13', 'C14', 'C15'] },
  { words: '机械|装备|machinery', codes: ['C34', 'C35'] },
  { words: '新材料|new materials?', codes: ['C26', 'C29', 'C30'] },
  { words: '新能源|new energy', codes: ['C3825', 'C384'] },
]

/** Divisions that are asked for and have no words of their own. */
export const divisionLabels: Readonly<Record<string, Label>> = {
  C13: { zh: '农副食品加工业', en: 'Farm produce processing' },
  C14: { zh: '食品制造业', en: 'Food' },
  C15: { zh: '酒、饮料和精制茶制造业', en: 'Drinks and tea' },
}

/** What a code is called here; the code itself where it has no name. */
export function industryLabel(code: string): Label {
  return industries.find((one) => one.code === code)?.label ?? divisionLabels[code] ?? { zh: code, en: code }
}

function industry(code: string, zh: string, en: string, words: string): Industry {
  return { code, label: { zh, en }, words }
}
