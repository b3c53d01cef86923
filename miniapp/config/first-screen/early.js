// Runs before the program, in the page itself (frame.ts): large letters for whoever chose them, and home's frame for home
// alone. Its hash stands in the content policy (infra/constructs/security-headers.ts), so that no other inline script runs.
{
  const frame = document.getElementById('frame')
  let elder = false
  try {
    elder = /true/.test(localStorage.getItem('fuyi.elder'))
  } catch {
    // Storage may be denied.
  }
  const show = () => {
    const [route] = location.hash.slice(1).split('?')
    const home = /^\/?$|^\/tabs\/home\/index$/.test(route)
    // As places/components/compact.ts has it.
    const compact = elder && innerHeight < 780
    const tab = home || route.startsWith('/tabs/')
    frame.className = `screen${elder ? ' elder' : ''}${home ? '' : ' elsewhere'}${tab ? '' : ' deep'}${compact ? ' compact' : ''}`
  }
  show()
  addEventListener('hashchange', show)
}
