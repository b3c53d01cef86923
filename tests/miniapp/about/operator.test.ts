import { filingsOf, operatorPart, shownIn } from '@/about/operator'

const operator = {
  name: '某某市福利彩票发行中心',
  address: '某某路 1 号',
  phone: '000-1',
  complaints: '000-2',
  filing: '苏ICP备1号-1X',
  dataIn: '中国境内（宁夏）',
  processors: [{ name: '西云数据', does: '存放和运行全部服务', where: '宁夏' }],
  cities: { '320800': { name: '淮安市福利彩票发行中心', phone: '0517-3' } },
}
const textsOf = (flavour: 'china' | 'global') =>
  shownIn(JSON.stringify({ flavour, operator, siteFiling: flavour === 'china' ? '苏ICP备1号' : null }))

describe('whoever reads the privacy page', () => {
  it('learns first who runs it, where the data lie, who processes them and where to complain', () => {
    expect(operatorPart(textsOf('china'), null)).toEqual({
      title: '谁在处理你的信息',
      lines: [
        '运营者是某某市福利彩票发行中心，地址：某某路 1 号，电话：000-1。',
        '信息存放在中国境内（宁夏）。',
        '受托处理：西云数据，存放和运行全部服务，在宁夏。',
        '投诉、举报打 000-2，也可以打 12377。',
      ],
    })
  })

  it('of a city with a centre of its own learns who that is', () => {
    const { lines } = operatorPart(textsOf('china'), '320800')
    expect(lines).toContain('你看的这座城市，由淮安市福利彩票发行中心负责，电话：0517-3。')
  })

  it('outside China says that it is not for people in China', () => {
    expect(operatorPart(textsOf('global'), null).lines[0]).toContain('不提供给中国境内的人使用')
    expect(operatorPart(textsOf('china'), null).lines.join()).not.toContain('不提供给中国境内')
  })

  it('of a build for development sees that nobody stands behind it', () => {
    expect(shownIn('')).toBeNull()
    expect(operatorPart(null, null).lines.join()).toContain('开发用的版本')
  })
})

it('the numbers of the filings are shown, those that there are', () => {
  const china = textsOf('china')
  const abroad = textsOf('global')
  expect(china && filingsOf(china).map(({ title }) => title)).toEqual(['小程序备案号', '网站备案号'])
  expect(abroad && filingsOf(abroad).map(({ title }) => title)).toEqual(['小程序备案号'])
})
