import { createSourceReader } from '../../../functions/shared/http/source'

const edge = '130.176.0.1'
const secret = 'our-secret'

const reader = (originVerify: string | undefined) => {
  const logged: string[] = []
  const read = createSourceReader({ originVerify, log: (code) => logged.push(code) })
  return {
    logged,
    read: (headers: Record<string, string>, sourceIp = edge) =>
      read(new Headers(headers), { requestId: 'r', sourceIp }),
  }
}
const direct = (sourceIp: string) => reader(undefined).read({}, sourceIp).network
const behind = (viewer: string) => reader(secret).read({ 'cloudfront-viewer-address': viewer })

describe('the source of a request that reaches the API directly', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['::FFFF:cb00:7107', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:0/56'],
    ['2001:DB8:1:12ff::1', '2001:db8:1:1200/56'],
    ['2001:db8::1', '2001:db8:0:0/56'],
    ['::1', '0:0:0:0/56'],
    ['fe80::1%eth0', 'fe80:0:0:0/56'],
    ['localhost', 'unknown'],
    ['', 'unknown'],
  ])('at %j is %s', (address, network) => {
    expect(direct(address)).toBe(network)
  })

  it('is not what a header says that anybody can write', () => {
    const headers = { 'cloudfront-viewer-address': '1.1.1.1:80', 'x-forwarded-for': '1.1.1.1, 2.2.2.2' }
    expect(reader(undefined).read(headers, '203.0.113.7').network).toBe('203.0.113.7')
  })
})

describe('the source of a request behind CloudFront', () => {
  it.each([
    ['203.0.113.7:46532', '203.0.113.7'],
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7:46532', '203.0.113.7'],
    ['[::ffff:203.0.113.7]:46532', '203.0.113.7'],
    ['[2001:db8:1:2ff::5]:46532', '2001:db8:1:200/56'],
    ['[2001:db8:1:2ff::5]', '2001:db8:1:200/56'],
    ['2001:db8:1:2ff::5:46532', '2001:db8:1:200/56'],
    ['2001:db8:1:2ff:3:4:5:6:80', '2001:db8:1:200/56'],
    ['2001:db8:1:2ff:3:4:5:6', '2001:db8:1:200/56'],
    [' 203.0.113.7:1 ', '203.0.113.7'],
    ['', 'unknown'],
    ['203.0.113.7:port', 'unknown'],
    ['203.0.113.7, 198.51.100.1', 'unknown'],
  ])('whose viewer address is %j is %s', (viewer, network) => {
    expect(behind(viewer).network).toBe(network)
  })

  it('is two subscribers in two networks of /56, yet one site where both lie within one /48', () => {
    const [one, two] = [behind('[2001:db8:1:200::1]:1'), behind('[2001:db8:1:300::1]:1')]
    expect(one.network).not.toBe(two.network)
    expect(one.site).toBe(two.site)
    expect(behind('[2001:db8:2:200::1]:1').site).not.toBe(one.site)
  })

  it('is its own site where it is of IPv4', () => {
    expect(behind('203.0.113.7:1')).toEqual({ network: '203.0.113.7', site: '203.0.113.7' })
  })

  it('is one unknown source for all, and logged, where CloudFront does not send the viewer: never the edge', () => {
    const { read, logged } = reader(secret)
    const forwarded = { 'x-forwarded-for': '203.0.113.7, 130.176.0.1' }
    expect(read(forwarded)).toEqual({ network: 'unknown', site: 'unknown' })
    expect(logged).toEqual(['source-unknown'])
  })
})
