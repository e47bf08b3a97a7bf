import { aNumber, type ChineseLanguage, something } from './chinese-texts'

type BannedWord = { not: string; use: string }

const words = (table: string): BannedWord[] =>
  table
    .trim()
    .split('\n')
    .map((line) => {
      const [not = '', use = ''] = line.trim().split(' → ')
      return { not, use }
    })

/** The words that are not to be used, and what is said instead. */
export const bannedWords: Record<ChineseLanguage, BannedWord[]> = {
  'zh-Hant': words(`
    手上來源 → 現有來源
    所存來源 → 現有來源
    所據來源 → 現有來源
    所持來源 → 現有來源
    所掌握的來源 → 現有來源
    所找到的來源 → 現有來源
    由誰說明 → 陳述方
    由誰陳述 → 陳述方
    字體 → 繁簡轉換
    來歷 → 文本由來
    跟上 → 未按原文更新
    留位 → 未列明條目
    未列明項目 → 未列明條目
    補載 → 補錄
    宣布 → 公布
    批准 → 核准
    已經審核 → 已獲核准
    勾選 → 剔選
    語文 → 語言
    其後發展 → 其後進展
    最新發展 → 最新進展
    引據 → 引用出處
    行事者 → 處理人員
    本站編輯 → 本站編者
    本紀錄 → 本站
    看法 → 不同意見
    另有說法 → 有不同意見
    現況 → 目前狀況
    印出 → 刊出
    變動 → 修訂
    最後消息 → 最近消息
    一次過 → 一併
    您 → 你
    裡 → 裏
    衛生 → 衞生
    什麼 → 甚麼
    身份 → 身分
    賬戶 → 帳戶
    上傳 → 上載
    登錄 → 登入
    搜索 → 搜尋
    信息 → 資料
    隱私 → 私隱
    鏈接 → 連結
    默認 → 預設
    服務器 → 伺服器
    單元格 → 儲存格
    打印 → 列印
  `),
  'zh-Hans': words(`
    手上来源 → 现有来源
    所存来源 → 现有来源
    所据来源 → 现有来源
    所持来源 → 现有来源
    所掌握的来源 → 现有来源
    找到的来源 → 现有来源
    由谁说明 → 陈述方
    由谁陈述 → 陈述方
    状况 → 状态
    现况 → 当前状态
    现状 → 当前状态
    字体 → 简繁转换
    来历 → 文本由来
    跟上 → 未随原文更新
    留位 → 未列明条目
    未列明项目 → 未列明条目
    补载 → 补录
    记录册 → 登记册
    本记录 → 本站
    宣布 → 公布
    核准 → 批准
    已经审核 → 已获批准
    剔选 → 勾选
    语文 → 语言
    其后发展 → 后续进展
    其后进展 → 后续进展
    最新发展 → 最新进展
    引据 → 引用来源
    行事者 → 操作人
    独立编辑 → 独立编者
    编辑撰写 → 编者撰写
    数目 → 数量
    未有 → 没有
    现时 → 目前
    看法 → 不同意见
    另有说法 → 有不同意见
    印出 → 刊出
    变动 → 修订
    最后消息 → 最近消息
    职能 → 角色
    您 → 你
    载入 → 加载
    各栏 → 各列
    两栏 → 两列
    储存 → 保存
    储存格 → 单元格
    视像 → 视频
    报章 → 报纸
    上载 → 上传
    登入 → 登录
    登出 → 退出
    档案 → 文件
    搜寻 → 搜索
    私隐 → 隐私
    连结 → 链接
    预设 → 默认
    伺服器 → 服务器
    程式 → 程序
    试算表 → 电子表格
    电邮 → 邮件
    身分 → 身份
    列印 → 打印
    另一位人员 → 另一名工作人员
    核定用语 → 规定译名
  `),
}

export type Rule = 'words' | 'marks' | 'quotation' | 'spacing'

const rules: Record<Rule, (text: string, language: ChineseLanguage) => string[]> = {
  words: (text, language) =>
    bannedWords[language]
      .filter(({ not }) => text.includes(not))
      .map(({ not, use }) => `${not}: say ${use}`),
  marks,
  quotation,
  spacing,
}

/** What in a text offends against the rules of its language. */
export function faultsOf(
  text: string,
  language: ChineseLanguage,
  which: readonly Rule[] = ['words', 'marks', 'quotation', 'spacing'],
): string[] {
  return which.flatMap((rule) => rules[rule](text, language))
}

const halfWidth =
  /[\p{sc=Han}，。、；：？！」』）”’] ?(?:[,;:?!()]|\.(?=\s|$)|\.{3})|[,;:?!()] ?\p{sc=Han}/gu

/** Marks of half width beside Chinese words; those within addresses, times and numbers are none of a sentence's. */
function marks(text: string): string[] {
  const sentence = text.replace(/\?\w+=\w+/g, something)
  return [...sentence.matchAll(halfWidth)].map(([found]) => `half-width mark: ${found}`)
}

const quotationMarks = {
  'zh-Hant': { outer: '「」', inner: '『』', foreign: /[“”‘’]/ },
  'zh-Hans': { outer: '“”', inner: '‘’', foreign: /[「」『』]/ },
}

/** The marks of the script, each closed, and the inner ones within the outer. */
function quotation(text: string, language: ChineseLanguage): string[] {
  const { outer, inner, foreign } = quotationMarks[language]
  if (foreign.test(text) || /"[^"]*\p{sc=Han}[^"]*"/u.test(text))
    return [`quotation marks: ${text}`]
  let open = ''
  for (const mark of text) {
    if (mark === outer[0] && open === '') open = mark
    else if (mark === inner[0] && open === outer[0]) open = mark
    else if (mark === inner[1] && open === inner[0]) open = outer[0] ?? ''
    else if (mark === outer[1] && open === outer[0]) open = ''
    else if (`${outer}${inner}`.includes(mark)) return [`nested quotation marks: ${text}`]
  }
  return open === '' ? [] : [`quotation mark left open: ${text}`]
}

const measures = '項份個次則條行字封頁處號位年月日天週小分项个则条页处号周'
const loose = [
  new RegExp(`${aNumber}\\s+\\p{sc=Han}`, 'gu'),
  new RegExp(`\\p{sc=Han}\\s+${aNumber}\\s*\\p{sc=Han}`, 'gu'),
  new RegExp(`\\p{sc=Han}\\s+[\\d,]+[${measures}]`, 'gu'),
  new RegExp(`(?<![A-Za-z=/.-])\\b\\d[\\d,]*\\s+[${measures}]`, 'gu'),
]

/** Numbers are written close to what they count: 公布20份. */
function spacing(text: string): string[] {
  return loose.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(([found]) => `space at a number: ${found}`),
  )
}
