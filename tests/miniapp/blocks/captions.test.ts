/** Captions as staff type them, or as the file of another program has them. */
import { captionLines, captionsIn, captionsToRead } from '../../../miniapp/src/shared/blocks/editor/captions'

const cues = [
  { from: 0, until: 4.5, text: '欢迎来到展馆' },
  { from: 4.5, until: 3661, text: '这是第一批彩票' },
]

it('are a line each, with the times as one types them', () => {
  expect(captionsIn('0:00-0:04.5 欢迎来到展馆\n\n 4,5 至 1：01：01  这是第一批彩票')).toEqual({
    cues,
    problem: null,
  })
  expect(captionsIn('')).toEqual({ cues: [], problem: null })
})

it('are written so that they are read again', () => {
  expect(captionLines(cues)).toBe('0:00-0:04.5 欢迎来到展馆\n0:04.5-1:01:01 这是第一批彩票')
  expect(captionsIn(captionLines(cues)).cues).toEqual(cues)
})

it('are taken from WebVTT: notes, styles, names of cues and marks of speakers are not', () => {
  const file = `\ufeffWEBVTT 开馆\r
\r
NOTE 还没有校对\r
\r
STYLE\r
::cue { color: red }\r
\r
1\r
00:00.000 --> 00:04.500 line:80%\r
<v 站长>欢迎来到<i>展馆</i></v>\r
\r
00:00:04.500 --> 01:01:01.000\r
这是第一批\r
彩票 &amp; 票根`
  expect(captionsIn(file).cues).toEqual([cues[0], { ...cues[1], text: '这是第一批 彩票 & 票根' }])
})

it('are taken from SRT, in the order in which they are said', () => {
  const file =
    '2\n00:00:04,500 --> 01:01:01,000\n这是第一批彩票\n\n1\n00:00:00,000 --> 00:00:04,500\n{\\an8}欢迎来到展馆\n'
  expect(captionsIn(file).cues).toEqual(cues)
})

it.each([
  ['欢迎来到展馆', '第 1 行看不懂，写成 0:05-0:08 再空一格写字幕'],
  ['0:00-0:04 好\n0:09-0:05 倒了', '第 2 行结束的时间不比开始晚'],
  [`0:00-0:04 ${'长'.repeat(201)}`, '第 1 行超过 200 个字，分成两条'],
  ['WEBVTT\n\nabc --> 00:04.000\n好', '第 3 行看不懂，写成 0:05-0:08 再空一格写字幕'],
  [Array.from({ length: 401 }, (_, i) => `${i}-${i + 1} 好`).join('\n'), '最多 400 条字幕，现在有 401 条'],
])('that cannot be read say which line it is', (text, problem) => {
  expect(captionsIn(text)).toEqual({ cues: null, problem })
})

it('are read along by whoever decides, with the time at which each begins', () => {
  expect(captionsToRead(cues, 100)).toBe('0:00　欢迎来到展馆\n0:04.5　这是第一批彩票')
  expect(captionsToRead(cues, 4)).toBe('0:00')
})
