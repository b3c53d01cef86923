import {
  counterKey,
  loginText,
  pickupDigits,
  pickupKey,
  pickupText,
  readScan,
  visitText,
} from '../../../functions/points/rules/rolling-code'

const at = Date.parse('2026-11-18T10:00:10+08:00')

describe('the digits', () => {
  it('of an order begin with its slot, and have a key of their own each day', () => {
    const key = pickupKey('secret', '261118-0000000000', '2026-11-18')
    expect(pickupDigits(key, '0042', at)).toMatch(/^0042\d{4}$/)
    expect(pickupKey('secret', '261118-0000000000', '2026-11-19')).not.toEqual(key)
    expect(counterKey('secret', '261118-0000000000', '2026-11-18')).not.toEqual(key)
  })
})

describe('what is scanned', () => {
  it('is known again', () => {
    expect(readScan(pickupText('00421234'))).toEqual({ type: 'pickup', digits: '00421234' })
    expect(readScan(visitText('320800-32080290', '12345678'))).toEqual({
      type: 'visit',
      place: '320800-32080290',
      digits: '12345678',
    })
    expect(readScan(loginText('0123456789abcdefghjk'))).toEqual({
      type: 'login',
      ticket: '0123456789abcdefghjk',
    })
  })

  it('is nothing of ours otherwise', () => {
    for (const text of [
      '',
      'https://example.com',
      'fuyi:pickup:1234',
      'fuyi:visit:320800-1',
      'fuyi:pickup:1:12345678',
    ])
      expect(readScan(text)).toBeNull()
  })
})
