import { sourceOf } from '../../../functions/shared/source'

const direct = (sourceIp: string) => sourceOf(new Headers(), { requestId: 'r', sourceIp }, undefined)

describe('the source of a request', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:DB8:1:2::1', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['localhost', 'unknown'],
    ['', 'unknown'],
  ])('at %j is %s', (address, source) => {
    expect(direct(address)).toBe(source)
  })

  const behind = (forwarded: string | null, verify: string | null, secret: string | undefined) => {
    const headers = new Headers({
      ...(forwarded !== null && { 'x-forwarded-for': forwarded }),
      ...(verify !== null && { 'x-origin-verify': verify }),
    })
    return sourceOf(headers, { requestId: 'r', sourceIp: '130.176.0.1' }, secret)
  }
  it.each([
    ['1.1.1.1, 203.0.113.7, 130.176.0.1', 's3cret', 's3cret', '203.0.113.7'],
    ['203.0.113.7,130.176.0.1', 's3cret', 's3cret', '203.0.113.7'],
    ['203.0.113.7, 130.176.0.1', 'guess', 's3cret', '130.176.0.1'],
    ['203.0.113.7, 130.176.0.1', null, 's3cret', '130.176.0.1'],
    ['203.0.113.7, 130.176.0.1', 'undefined', undefined, '130.176.0.1'],
    ['203.0.113.7, 130.176.0.1', '', undefined, '130.176.0.1'],
    ['130.176.0.1', 's3cret', 's3cret', '130.176.0.1'],
    [null, 's3cret', 's3cret', '130.176.0.1'],
  ])('forwarded for %j with the secret %j where %j is ours is %s', (forwarded, verify, secret, source) => {
    expect(behind(forwarded, verify, secret)).toBe(source)
  })
})
