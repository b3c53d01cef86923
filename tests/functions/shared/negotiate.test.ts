import { codingFor, isKnown } from '../../../functions/shared/http/negotiate'

describe('the coding of an answer', () => {
  it.each([
    [null, 'identity'],
    ['', 'identity'],
    ['br', 'br'],
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['x-gzip', 'gzip'],
    ['GZIP', 'gzip'],
    ['br;q=0.5, gzip;q=0.8', 'gzip'],
    ['br ; q=0.5 , gzip ; q=0.5', 'br'],
    ['br;q=0, gzip', 'gzip'],
    ['*', 'br'],
    ['*;q=0.1, gzip;q=0.5', 'gzip'],
    ['br;q=0, *', 'gzip'],
    ['gzip;q=0.5, identity', 'identity'],
    ['identity;q=0.5, gzip;q=0.5', 'gzip'],
    ['deflate', 'identity'],
    ['identity;q=0', 'identity'],
    ['*;q=0', 'identity'],
    ['br;q=nonsense, gzip;q=0.001', 'gzip'],
    ['br;q=1.5, gzip;q=0.3', 'gzip'],
    [',,;;=,', 'identity'],
  ])('for Accept-Encoding %j is %s', (accept, coding) => {
    expect(codingFor(accept)).toBe(coding)
  })
})

describe('If-None-Match', () => {
  const etag = '"12.2026-11-16.ab-br"'
  it.each([
    [etag, true],
    [`W/${etag}`, true],
    [`"a", ${etag}`, true],
    [`"a",${etag},"b"`, true],
    ['*', true],
    [' * ', true],
    [null, false],
    ['', false],
    ['"12.2026-11-16.ab-gz"', false],
    ['12.2026-11-16.ab-br', false],
    [`"x${etag.slice(1)}`, false],
    ['"', false],
  ])('of %j knows the tag: %s', (header, known) => {
    expect(isKnown(header, etag)).toBe(known)
  })
})
