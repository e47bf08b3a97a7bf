/** What is said to have happened, first and then. */
const meeting = {
  first: {
    'zh-Hant': '雙方舉行了首次工作會議。',
    'zh-Hans': '双方举行了首次工作会议。',
    en: 'The two sides held a first working meeting.',
  },
  second: {
    'zh-Hant': '雙方舉行了第二次工作會議，商定每年會面兩次。',
    'zh-Hans': '双方举行了第二次工作会议，商定每年会面两次。',
    en: 'The two sides held a second working meeting and agreed to meet twice a year.',
  },
} as const

/**
 * What the officers of the guide's pictures are called, work on and type, in each language. All of it is
 * made up, their source too, so that nobody takes a picture for news.
 */
export const editions = [
  {
    prefix: '/tc',
    language: 'zh-Hant',
    locale: 'zh-HK',
    author: { person: 'editor', name: '陳嘉明' },
    reviewer: { person: 'reviewer', name: '李慧珊' },
    sideMark: '港 ✓',
    item: '6-11.1',
    returned: '6-11.2',
    draft: '6-12.1',
    slot: '6-u05',
    field: '6-11',
    texts: '6-10.1',
    sheet: { field: '6-12', changed: '6-12.2', refused: '6-12.3' },
    first: { 'zh-Hant': meeting.first['zh-Hant'], en: meeting.first.en },
    second: { 'zh-Hant': meeting.second['zh-Hant'], en: meeting.second.en },
    source: {
      publisher: '示例日報',
      title: '兩地舉行工作會議',
      url: 'https://tc.example.org/meeting',
    },
    quotes: ['首次工作會議', '第二次工作會議昨日舉行，雙方商定每年會面兩次'],
    half: { 'zh-Hant': '初稿，待補日期。' },
    why: '請補上引文出處的頁碼。',
    itemised: { title: '合辦研討會（示例）', text: '兩地每年合辦一次研討會，輪流舉行。' },
    cell: '公立醫院管理與服務',
    notAState: '做了一半',
  },
  {
    prefix: '/sc',
    language: 'zh-Hans',
    locale: 'zh-CN',
    author: { person: 'shanghaiEditor', name: '王晓岚' },
    reviewer: { person: 'secondReviewer', name: '周文' },
    sideMark: '沪 ✓',
    item: '6-10.1',
    returned: '6-10.2',
    draft: '6-14.1',
    slot: '6-u06',
    field: '6-10',
    texts: '6-8.1',
    sheet: { field: '6-6', changed: '6-6.1', refused: '6-6.2' },
    first: { 'zh-Hans': meeting.first['zh-Hans'], en: meeting.first.en },
    second: { 'zh-Hans': meeting.second['zh-Hans'], en: meeting.second.en },
    source: {
      publisher: '示例日报',
      title: '两地举行工作会议',
      url: 'https://sc.example.org/meeting',
    },
    quotes: ['首次工作会议', '第二次工作会议昨天举行，双方商定每年会面两次'],
    half: { 'zh-Hans': '初稿，日期待补。' },
    why: '请补上引文所在的页码。',
    itemised: { title: '合办研讨会（示例）', text: '两地每年合办一次研讨会，轮流举行。' },
    cell: '广播影视合作',
    notAState: '做了一半',
  },
  {
    prefix: '/en',
    language: 'en',
    locale: 'en-GB',
    author: { person: 'editor', name: 'Ada Chan' },
    reviewer: { person: 'reviewer', name: 'Ben Lee' },
    sideMark: 'HK ✓',
    item: '6-5.1',
    returned: '6-5.2',
    draft: '6-2.2',
    slot: '6-u07',
    field: '6-5',
    texts: '6-13.1',
    sheet: { field: '6-4', changed: '6-4.1', refused: '6-4.3' },
    first: { 'zh-Hant': meeting.first['zh-Hant'], en: meeting.first.en },
    second: { 'zh-Hant': meeting.second['zh-Hant'], en: meeting.second.en },
    source: {
      publisher: 'Example Daily',
      title: 'The two cities hold a working meeting',
      url: 'https://en.example.org/meeting',
    },
    quotes: ['a first working meeting', 'met for the second time and agreed to meet twice a year'],
    half: { en: 'First words; the date is to come.' },
    why: 'Please say on which page the quote stands.',
    itemised: {
      title: 'A joint seminar (example)',
      text: 'The two cities hold a joint seminar once a year, by turns.',
    },
    cell: 'Hong Kong-funded banks and insurers in Shanghai',
    notAState: 'Half done',
  },
] as const

export type Edition = (typeof editions)[number]
